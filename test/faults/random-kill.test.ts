/**
 * `kill -9` at random moments of syncing and going back: what an enumeration of steps could overlook,
 * such as two steps at once. A thousand times in the long form.
 */
import { once } from 'node:events';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atEach, say } from './helpers/points.ts';
import { makeProgram, startLoop } from './helpers/program.ts';
import { expectRecovery, expectWhole, LONG, makeScene, NEW, OLD, type Scene } from './helpers/scene.ts';

let removeProgram: () => void;
let scene: Scene;
beforeAll(async () => {
  removeProgram = await makeProgram();
  scene = await makeScene();
});
afterAll(() => {
  scene.remove();
  removeProgram();
});

const KILLS = LONG ? 1_000 : 16;
/** Longer than one round of the loop takes, so that later rounds are hit as well. */
const WITHIN_MS = 250;

describe('kill -9 at a random moment', () => {
  it(`leaves a whole set, old or new, ${KILLS} of ${KILLS} times`, async () => {
    const seen = new Map<string, number>();
    let done = 0;
    const kills = Array.from({ length: KILLS }, (_, i) => i + 1);
    await atEach(kills, async (kill) => {
      const work = join(scene.folder, `random ${kill}`);
      // Every other time from the set before, so that first arrivals are hit as well.
      cpSync(kill % 2 === 0 ? scene.data : scene.newData, work, { recursive: true });
      const child = startLoop([work, scene.repo]);
      await once(child.stdout, 'data');
      // The golden ratio spreads any number of moments evenly.
      await wait(((kill * 0.618034) % 1) * WITHIN_MS);
      child.kill('SIGKILL');
      const [code, signal] = (await once(child, 'exit')) as [number | null, string | null];
      // A child that ended by itself proves nothing.
      expect(signal ?? `exit ${code}`).toBe('SIGKILL');
      const now = await expectWhole(work, [OLD, NEW]);
      seen.set(now, (seen.get(now) ?? 0) + 1);
      await expectRecovery(work, scene);
      rmSync(work, { recursive: true });
      done += 1;
      if (done % 100 === 0) say(`random: ${done} kills, all whole`);
    });
    say(`random: killed ${KILLS} times: ${JSON.stringify([...seen])}`);
    expect(seen.size).toBe(2);
  }, 3_600_000);
});
