import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { takeLock } from '../../../content/lock.ts';
import { finishOrForget } from '../../../content/sync/recover.ts';
import { NEW, OLD, onStage, type Scene } from './helpers/stage.ts';
import { NOW, shown } from './helpers/world.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
});

const file = (name: string): string => join(scene.data, name);

/** The moment just before the rename: both sets are on the disk, the old one is active. */
async function breakOff(): Promise<void> {
  const old = readFileSync(file('library.json'));
  await scene.byStick();
  writeFileSync(file('library.next.json'), readFileSync(file('library.json')));
  writeFileSync(file('library.json'), old);
  writeFileSync(file('library.previous.json'), old);
}

describe('finishOrForget', () => {
  it('finishes a switch that had only its rename left', async () => {
    await breakOff();
    expect(shown(scene.data)).toEqual(OLD);
    finishOrForget(scene.data, NOW);
    expect(shown(scene.data)).toEqual(NEW);
    expect(existsSync(file('library.next.json'))).toBe(false);
  });

  it('forgets a switch that had not begun', async () => {
    await breakOff();
    writeFileSync(file('library.previous.json'), '');
    finishOrForget(scene.data, NOW);
    expect(shown(scene.data)).toEqual(OLD);
    expect(existsSync(file('library.next.json'))).toBe(false);
  });

  it('leaves a folder alone in which another process is at work', async () => {
    await breakOff();
    const unlock = takeLock(join(scene.data, 'staging'), NOW);
    finishOrForget(scene.data, NOW);
    expect(existsSync(file('library.next.json'))).toBe(true);
    unlock?.();
  });

  it('writes nothing where nothing was broken off, nor where there is no data', () => {
    finishOrForget(scene.data, NOW);
    finishOrForget(file('nowhere'), NOW);
    expect(existsSync(file('nowhere'))).toBe(false);
    expect(shown(scene.data)).toEqual(OLD);
  });

  it.skipIf(process.getuid?.() === 0)('does not mind a folder it may not write to', async () => {
    await breakOff();
    chmodSync(scene.data, 0o555);
    finishOrForget(scene.data, NOW);
    chmodSync(scene.data, 0o755);
    expect(shown(scene.data)).toEqual(OLD);
  });
});
