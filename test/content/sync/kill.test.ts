/**
 * `kill -9` at random moments of syncing and going back. Whatever was being written: the data folder
 * opens, whole, with one release or the other, and the next sync goes through.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../content/sync/verify.ts';
import { makeTemplate, NEW, OLD, openScene, type Scene, type Template } from './helpers/stage.ts';
import { clockAt, NOW, shown } from './helpers/world.ts';

let template: Template;
let scene: Scene;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => template.remove());
beforeEach(async () => {
  scene = await openScene(template);
});
afterEach(() => scene.close());

const KILLS = process.env['RENKEI_LONG'] === '1' ? 1_000 : 20;
const CHILD = join(import.meta.dirname, 'helpers', 'child.ts');

async function start(): Promise<ChildProcess> {
  const root = join(scene.keys, 'root.json');
  const args = ['--import', 'tsx', CHILD, scene.data, scene.repo, root, String(NOW)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return child;
}

function killed(child: ChildProcess, afterMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    // A child that ended by itself proves nothing.
    child.once('exit', (code, signal) =>
      signal === 'SIGKILL' ? resolve() : reject(new Error(`exit ${code}`)),
    );
    setTimeout(() => child.kill('SIGKILL'), afterMs);
  });
}

describe('a sync that is killed', () => {
  it(
    `leaves a whole set, old or new, ${KILLS} of ${KILLS} times`,
    async () => {
      const seen = new Map<string, number>();
      for (let i = 0; i < KILLS; i += 1) {
        // Every other time from the beginning, so that first arrivals are killed as well.
        if (i % 2 === 0) {
          rmSync(scene.data, { recursive: true });
          cpSync(join(template.folder, 'data'), scene.data, { recursive: true });
        }
        await killed(await start(), ((i * 37) % KILLS) * (400 / KILLS));
        const now = shown(scene.data).join();
        expect([OLD.join(), NEW.join()]).toContain(now);
        seen.set(now, (seen.get(now) ?? 0) + 1);
      }
      expect(await scene.byStick({ again: true })).toMatchObject({ ok: true });
      expect(shown(scene.data)).toEqual(NEW);
      expect(await verify({ dataDir: scene.data, clock: clockAt() })).toMatchObject({
        sound: true,
        findings: [],
      });
    },
    KILLS * 5_000,
  );
});
