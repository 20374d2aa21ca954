/** A kiosk's sync in a process of its own, to be killed: `node child.ts <data> <repo> <root> <nowMs>`. */
import { readFileSync } from 'node:fs';
import { fromFolder } from '../../../../content/sync/from-folder.ts';
import { rollback } from '../../../../content/sync/rollback.ts';
import { sync } from '../../../../content/sync/sync.ts';

const [dataDir = '', repo = '', root = '', nowMs = '0'] = process.argv.slice(2);
const clock = { nowMs: () => Number(nowMs), monotonicMs: () => performance.now() };
process.stdout.write('ready\n');
// Back and forth until somebody ends it: every kind of write happens again and again.
for (;;) {
  const limits = { floorBytes: 0, pauseMs: 1 };
  const outcome = await sync({
    dataDir,
    source: fromFolder(repo),
    clock,
    limits,
    root: readFileSync(root),
    again: true,
  });
  if (!outcome.ok) throw new Error(`${outcome.refusal.code}: ${outcome.refusal.detail}`);
  rollback(dataDir, clock);
}
