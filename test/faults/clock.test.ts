/** The real command line on a machine whose clock stands in 1970, or in 2099. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { say } from './helpers/points.ts';
import { makeProgram, type Ran, renkei, whyNoFaults } from './helpers/program.ts';
import {
  expectGoesBack,
  expectRecovery,
  expectWhole,
  makeScene,
  NEW,
  NOW,
  OLD,
  type Scene,
} from './helpers/scene.ts';

const missing = whyNoFaults();
if (missing !== undefined) say(`skipped: ${missing}`);

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

describe.skipIf(missing !== undefined)('a clock that is wrong', () => {
  it.each([
    ['1970', Date.UTC(1970, 0, 2)],
    ['2099', Date.UTC(2099, 11, 31)],
  ])(
    'in %s, is not believed by sync; what is shown stays, is proven, and goes back',
    async (year, whenMs) => {
      const then = (args: readonly string[]): Promise<Ran> =>
        renkei(args, { under: scene.folder, clockSeconds: Math.round((whenMs - NOW) / 1000) });
      const data = join(scene.folder, `kiosk ${year}`);
      cpSync(scene.data, data, { recursive: true });
      const refused = await then(['sync', '--from', scene.repo, '--data', data, '--json']);
      expect(refused).toMatchObject({ code: 1, signal: null });
      expect(refused.out).toContain('"clock-not-believed"');
      expect(await expectWhole(data, [OLD])).toBe(OLD);
      expect(await then(['verify', '--data', data])).toMatchObject({ code: 0 });
      await expectRecovery(data, scene);
      expect(await then(['rollback', '--data', data])).toMatchObject({ code: 0 });
      expect(await expectWhole(data, [OLD])).toBe(OLD);
      await expectGoesBack(data);
      expect(await expectWhole(data, [NEW])).toBe(NEW);
    },
  );
});
