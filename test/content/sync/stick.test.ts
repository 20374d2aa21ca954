/** A USB stick with tricks, and one that is pulled. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SyncRefusalCode } from '../../../content/pack/sync-refusal.ts';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { type OpenedFile, type Source, SourceGone } from '../../../content/sync/source.ts';
import { BLOB } from './helpers/lines.ts';
import { BIG, expectRecovery, expectRefusedSafely, NEW, OLD, onStage, type Scene } from './helpers/stage.ts';
import { shown } from './helpers/world.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
});

describe('a stick with tricks', () => {
  const blob = (): string => join(scene.repo, BLOB);
  const CASES: readonly (readonly [string, SyncRefusalCode, () => void])[] = [
    [
      'a link instead of a picture',
      'bad-path',
      () => {
        rmSync(blob());
        symlinkSync('/etc/hostname', blob());
      },
    ],
    [
      'a link that leads to the right bytes',
      'bad-path',
      () => {
        const aside = join(scene.folder, 'aside');
        renameSync(blob(), aside);
        symlinkSync(aside, blob());
      },
    ],
    [
      'a folder that is a link',
      'bad-path',
      () => {
        const aside = join(scene.folder, 'aside');
        renameSync(join(scene.repo, 'blobs'), aside);
        symlinkSync(aside, join(scene.repo, 'blobs'));
      },
    ],
    [
      'a list that is a link',
      'bad-path',
      () => {
        const file = join(scene.repo, 'metadata', 'timestamp.json');
        renameSync(file, `${file}.x`);
        symlinkSync(`${file}.x`, file);
      },
    ],
    [
      'a link in circles',
      'bad-path',
      () => {
        rmSync(blob());
        symlinkSync(blob(), blob());
      },
    ],
    [
      'a named pipe',
      'bad-path',
      () => {
        rmSync(blob());
        execFileSync('mkfifo', [blob()]);
      },
    ],
    [
      'a folder instead of a picture',
      'bad-path',
      () => {
        rmSync(blob());
        mkdirSync(blob());
      },
    ],
    [
      'a device',
      'bad-path',
      () => {
        rmSync(blob());
        execFileSync('mknod', [blob(), 'c', '1', '5']);
      },
    ],
    ['a picture cut off', 'wrong-length', () => truncateSync(blob(), 1_000)],
    ['a picture that was added to', 'wrong-length', () => appendFileSync(blob(), 'x')],
    ['a picture with other bytes', 'target-altered', () => writeFileSync(blob(), Buffer.alloc(BIG.length))],
    ['half the pictures missing', 'source-incomplete', () => rmSync(blob())],
    [
      'the packs missing',
      'source-incomplete',
      () => rmSync(join(scene.repo, 'targets'), { recursive: true }),
    ],
    [
      'only the lists',
      'source-incomplete',
      () => {
        rmSync(join(scene.repo, 'targets'), { recursive: true });
        rmSync(join(scene.repo, 'blobs'), { recursive: true });
      },
    ],
    [
      'somebody’s holiday photos',
      'not-a-repository',
      () => {
        rmSync(scene.repo, { recursive: true });
        mkdirSync(join(scene.repo, 'DCIM'), { recursive: true });
      },
    ],
  ];

  it.each(CASES)('is refused for %s (%s)', async (_name, code, spoil) => {
    spoil();
    await expectRefusedSafely(scene, await scene.byStick(), code);
    await expectRecovery(scene);
  });

  it('is refused for a socket', async () => {
    rmSync(blob());
    const server = createServer().listen(blob());
    await expectRefusedSafely(scene, await scene.byStick(), 'bad-path');
    await new Promise((resolve) => server.close(resolve));
  });

  it('may have hard links and holes: they are only bytes', async () => {
    const aside = join(scene.folder, 'aside');
    renameSync(blob(), aside);
    linkSync(aside, blob());
    expect(await scene.byStick()).toMatchObject({ ok: true, state: 'updated' });
  });

  it('may hold a million other files: only ours are looked for', async () => {
    const opened: string[] = [];
    const real = fromFolder(scene.repo);
    const source: Source = {
      ...real,
      open: (path, offset, signal) => {
        opened.push(path);
        return real.open(path, offset, signal);
      },
    };
    expect(await scene.byStick({ source })).toMatchObject({ ok: true });
    expect(opened).toHaveLength(7);
  });

  it('cannot change a file between the look and the copy', async () => {
    const real = fromFolder(scene.repo);
    const source: Source = {
      ...real,
      open: async (path, offset, signal) => {
        const opened = await real.open(path, offset, signal);
        if (path === BLOB) writeFileSync(blob(), Buffer.alloc(BIG.length, 9));
        return opened;
      },
    };
    await expectRefusedSafely(scene, await scene.byStick({ source }), 'target-altered');
    await expectRecovery(scene);
  });
});

/** A stick that is pulled after so many bytes, or answers with an error from then on. */
function pulledAfter(real: Source, bytes: number, pull: () => void): Source {
  let left = bytes;
  let pulled = false;
  async function* chunks(opened: OpenedFile): AsyncGenerator<Uint8Array> {
    for await (const chunk of opened.chunks) {
      if (left < chunk.length) {
        const rest = left;
        left = 0;
        if (!pulled) pull();
        pulled = true;
        yield chunk.subarray(0, rest);
        throw new SourceGone('EIO');
      }
      left -= chunk.length;
      yield chunk;
    }
  }
  return {
    ...real,
    open: async (path, offset, signal) => {
      const opened = await real.open(path, offset, signal);
      return { ...opened, chunks: chunks(opened) };
    },
  };
}

describe('a stick that is pulled', () => {
  const total = 1_350_000;
  const points = process.env['RENKEI_LONG'] === '1' ? 200 : 14;
  it.each(Array.from({ length: points }, (_, i) => Math.floor(((i + 0.37) * total) / points)))(
    'after %i bytes leaves what was shown, and goes on when it is back',
    async (bytes) => {
      const gone = `${scene.repo}.gone`;
      const source = pulledAfter(fromFolder(scene.repo), bytes, () => renameSync(scene.repo, gone));
      const outcome = await scene.byStick({ source });
      if (!existsSync(gone)) {
        expect(outcome).toMatchObject({ ok: true });
        return;
      }
      const code = outcome.ok ? 'ok' : outcome.refusal.code;
      // Pulled during the very first documents it looks like a stick that never was one of ours.
      expect(['source-vanished', 'not-a-repository']).toContain(code);
      expect(shown(scene.data)).toEqual(OLD);
      renameSync(gone, scene.repo);
      expect(await scene.byStick()).toMatchObject({ ok: true, state: 'updated' });
      expect(shown(scene.data)).toEqual(NEW);
    },
  );
});
