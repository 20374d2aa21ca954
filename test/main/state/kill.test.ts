/** `kill -9` at random moments: nothing that was finished is lost, and the file is whole. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepState } from '../../../main/state/state.ts';
import { tempFolder } from '../../helpers/folder.ts';

const KILLS = process.env['RENKEI_LONG'] === '1' ? 300 : 8;
const CHILD = join(import.meta.dirname, 'child.ts');
const clock = { nowMs: () => 1_800_000_000_000, monotonicMs: () => 0, believed: () => true };

/** @returns what the child said it had finished before it was killed */
function killed(folder: string, afterMs: number): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), afterMs);
      said += text;
    });
    child.once('close', (code, signal) =>
      signal === 'SIGKILL' ? resolve(said) : reject(new Error(`exit ${code}`)),
    );
  });
}

describe('a kiosk that is killed', () => {
  it(
    `loses no count, no entry and no failed try that was finished, ${KILLS} of ${KILLS} times`,
    async () => {
      const folder = tempFolder();
      let counts = 0;
      let entries = 0;
      for (let i = 0; i < KILLS; i += 1) {
        const said = await killed(folder, (i * 7) % 40);
        const count = (letter: string): number => said.split(letter).length - 1;
        counts += count('c');
        entries += count('a');
        const asides: string[] = [];
        const keeper = keepState({ folder, clock, report: (what) => asides.push(what) });
        const kept = keeper.get();
        if (!kept.ok) throw new Error(kept.detail);
        expect(asides).toEqual([]);
        const found = kept.state.counts.read('2026-04-01', '2026-04-01')[0]?.number ?? 0;
        // What it did not live to say may be there as well: one of each kind at most.
        expect(found - counts).toBeGreaterThanOrEqual(0);
        expect(found - counts).toBeLessThanOrEqual(1);
        const proof = kept.state.audit.verify();
        expect(proof).toMatchObject({ sound: true });
        expect(proof.entries - entries).toBeGreaterThanOrEqual(0);
        expect(proof.entries - entries).toBeLessThanOrEqual(1);
        if (count('t') > 0) expect(kept.state.pin.throttle().failures).toBeGreaterThanOrEqual(count('t') * 7);
        counts = found;
        entries = proof.entries;
        keeper.close();
      }
      expect(counts).toBeGreaterThan(KILLS);
    },
    KILLS * 10_000,
  );
});
