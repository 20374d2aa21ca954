/**
 * Some kiosks of a fleet, one after the other in one process: `kiosks <url> <folder> <root> <first> <count>`. Each has
 * a data folder of its own and keeps it. Prints a line of JSON per kiosk.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FILE } from '../../../content/pack/library.ts';
import { fromHttp } from '../../../content/sync/from-http.ts';
import { LIMITS } from '../../../content/sync/source.ts';
import { sync } from '../../../content/sync/sync.ts';

const [url = '', folder = '', rootFile = '', first = '0', count = '0'] = process.argv.slice(2);
const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };
// Two hundred kiosks share one disk here; the room that a hall's kiosk keeps free is not the matter.
const limits = { ...LIMITS, floorBytes: 0 };
const root = readFileSync(rootFile);

for (let kiosk = Number(first); kiosk < Number(first) + Number(count); kiosk += 1) {
  const dataDir = join(folder, `kiosk-${kiosk}`);
  const startMs = performance.now();
  const outcome = await sync({ dataDir, source: fromHttp(url, limits), clock, limits, root });
  const told = {
    kiosk,
    ms: performance.now() - startMs,
    bytes: outcome.ok ? outcome.bytes : 0,
    trouble: outcome.ok ? null : `${outcome.refusal.code}: ${outcome.refusal.detail}`,
    set: outcome.ok ? readFileSync(join(dataDir, LIBRARY_FILE), 'utf8') : '',
  };
  process.stdout.write(`${JSON.stringify(told)}\n`);
}
