/** A kiosk that counts and writes entries until it is killed: `node child.ts <folder>`; says each it finished. */
import { writeSync } from 'node:fs';
import { keepState } from '../../../main/state/state.ts';

const clock = { nowMs: () => 1_800_000_000_000, monotonicMs: () => performance.now(), believed: () => true };
const kept = keepState({
  folder: process.argv[2] ?? '',
  clock,
  report: (what, detail) => {
    throw new Error(`${what} ${JSON.stringify(detail)}`);
  },
}).get();
if (!kept.ok) throw new Error(kept.detail);
for (let i = 1; ; i += 1) {
  kept.state.counts.add('2026-04-01', 'hall', 'session', '');
  writeSync(1, 'c');
  if (i % 5 === 0) {
    kept.state.audit.write('unlock', 'ok', String(i));
    writeSync(1, 'a');
  }
  if (i % 7 === 0) {
    kept.state.pin.setThrottle({ failures: i, waitMs: 0 });
    writeSync(1, 't');
  }
}
