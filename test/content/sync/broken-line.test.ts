import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { BLOB, isBlob, on } from './helpers/lines.ts';
import type { Twist } from './helpers/server.ts';
import { BIG, expectRecovery, expectRefusedSafely, NEW, onStage, type Scene } from './helpers/stage.ts';
import { QUICK, sha256, shown } from './helpers/world.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
});

describe('a line that only breaks', () => {
  /** Answers as asked, and hangs up after so many bytes. */
  const cutting =
    (bytes: number): Twist =>
    (path, request, response) => {
      if (!isBlob(path)) return false;
      const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
      const headers = { 'content-length': BIG.length - start };
      if (start === 0) response.writeHead(200, headers);
      else
        response.writeHead(206, {
          ...headers,
          'content-range': `bytes ${start}-${BIG.length - 1}/${BIG.length}`,
        });
      response.write(BIG.subarray(start, start + bytes), () => setTimeout(() => request.socket.destroy(), 5));
      return true;
    };

  it('is taken up again wherever it was cut, without a byte twice', async () => {
    scene.server.twist = cutting(65_536);
    const outcome = await scene.byLine();
    expect(outcome).toMatchObject({ ok: true, state: 'updated' });
    expect(scene.server.asked.filter(isBlob)).toHaveLength(5);
    expect(outcome.ok && outcome.bytes).toBe(BIG.length + packBytes());
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('is taken up again by a later sync', async () => {
    scene.server.twist = on(isBlob, (_p, request, response) => {
      response.writeHead(200, { 'content-length': BIG.length });
      response.write(BIG.subarray(0, 200_000), () => setTimeout(() => request.socket.destroy(), 20));
      scene.server.twist = on(isBlob, (_path, again) => again.socket.destroy());
    });
    await expectRefusedSafely(scene, await scene.byLine(), 'source-vanished');
    scene.server.twist = undefined;
    const outcome = await scene.byLine();
    expect(outcome.ok && outcome.bytes).toBe(BIG.length - 200_000);
    expect(shown(scene.data)).toEqual(NEW);
  });

  it.each([
    [
      'sends the whole file again',
      (_p: string, _q: unknown, response: Parameters<Twist>[2]) => void response.end(BIG),
    ],
    [
      'sends another part than asked for',
      (_p: string, _q: unknown, response: Parameters<Twist>[2]) =>
        void response.writeHead(206, { 'content-range': `bytes 0-${BIG.length - 1}/${BIG.length}` }).end(BIG),
    ],
  ])('survives a server that %s when asked for the rest', async (_name, act) => {
    let first = true;
    scene.server.twist = on(isBlob, (path, request, response) => {
      if (first || request.headers.range === undefined) {
        first = false;
        response.writeHead(200, { 'content-length': BIG.length });
        response.write(BIG.subarray(0, 70_000), () => setTimeout(() => request.socket.destroy(), 5));
      } else act(path, request, response);
    });
    const outcome = await scene.byLine();
    if (!outcome.ok) await expectRefusedSafely(scene, outcome, 'source-vanished');
    await (outcome.ok ? undefined : expectRecovery(scene));
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('never shows a splice of two files', async () => {
    // The part on the disk is of another file; what comes after it does not make it right.
    const part = join(scene.data, 'staging', 'sync', `${sha256(BIG)}.part`);
    mkdirSync(join(scene.data, 'staging', 'sync'), { recursive: true });
    writeFileSync(part, Buffer.alloc(100_000, 7));
    expect(await scene.byLine()).toMatchObject({ ok: true, state: 'updated' });
    expect(readFileSync(join(scene.data, BLOB))).toEqual(BIG);
  });

  function packBytes(): number {
    const { packs } = JSON.parse(readFileSync(join(scene.data, 'library.json'), 'utf8'));
    return packs.reduce((total: number, pack: { sizeBytes: number }) => total + pack.sizeBytes, 0);
  }
});

describe('two sources', () => {
  it('with different releases: the older one is refused after the newer', async () => {
    expect(await scene.byLine()).toMatchObject({ state: 'updated' });
    const outcome = await scene.byStick({ source: fromFolder(scene.oldRepo) });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'rollback' } });
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('at the same time: one works, the other is told to wait', async () => {
    const outcomes = await Promise.all([scene.byLine(), scene.byStick()]);
    const codes = outcomes.map((one) => (one.ok ? one.state : one.refusal.code)).sort();
    expect(codes).toEqual(['busy', 'updated']);
    expect(shown(scene.data)).toEqual(NEW);
  });
});

describe('staff who press stop', () => {
  it.each([0, 1, 2, 3, 4, 5, 6])('at request %i keep what was shown and can go on later', async (count) => {
    const stop = new AbortController();
    scene.server.twist = (path) => {
      if (scene.server.asked.length > count) stop.abort();
      return path === 'never';
    };
    await expectRefusedSafely(scene, await scene.byLine({ signal: stop.signal }), 'cancelled');
    await expectRecovery(scene);
  });

  it('do not wait for a server that says nothing', async () => {
    const stop = new AbortController();
    scene.server.twist = on(isBlob, (_p, _q, response) => response.writeHead(200).flushHeaders());
    setTimeout(() => stop.abort(), 150);
    const startMs = performance.now();
    const limits = { ...QUICK, slowForMs: 60_000 };
    await expectRefusedSafely(scene, await scene.byLine({ signal: stop.signal, limits }), 'cancelled');
    expect(performance.now() - startMs).toBeLessThan(2_000);
  });
});

describe('the smallest number of requests', () => {
  it('is two when nothing is new', async () => {
    await scene.byLine();
    scene.server.asked.length = 0;
    expect(await scene.byLine()).toMatchObject({ state: 'unchanged' });
    expect(scene.server.asked).toEqual(['metadata/2.root.json', 'metadata/timestamp.json']);
  });
});

describe('whatever happened', () => {
  it('nothing is left in staging after a good sync', async () => {
    scene.server.twist = on(isBlob, (_p, request) => request.socket.destroy());
    await scene.byLine();
    cpSync(scene.repo, join(scene.data, 'staging', 'sync', 'junk'), { recursive: true });
    await expectRecovery(scene);
    expect(readdirSync(join(scene.data, 'staging'))).toEqual([]);
  });
});
