/** A kiosk that syncs and goes back, on and on, until somebody ends it: `loop <data> <repo>`. */
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { rollback } from '../../../content/sync/rollback.ts';
import { sync } from '../../../content/sync/sync.ts';

const [dataDir = '', repo = ''] = process.argv.slice(2);
const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
const limits = { floorBytes: 0, pauseMs: 1 };
for (;;) {
  process.stdout.write('ready\n');
  const outcome = await sync({ dataDir, source: fromFolder(repo), clock, limits, again: true });
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
  const back = rollback(dataDir, clock);
  if (!back.ok) throw new Error(`${back.refusal.code}: ${back.refusal.detail}`);
}
