/** Refusals that have to do with how the bytes come: servers that lie, sticks that are pulled. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import type { SyncRefusalCode } from '../../../content/pack/sync-refusal.ts';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { type OpenedFile, type Source, SourceGone } from '../../../content/sync/source.ts';
import type { Twist } from './helpers/server.ts';
import {
  BIG,
  expectRecovery,
  expectRefusedSafely,
  makeTemplate,
  NEW,
  OLD,
  openScene,
  type Scene,
  type Template,
} from './helpers/stage.ts';
import { QUICK, sha256, shown } from './helpers/world.ts';

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

const BLOB = blobPath(sha256(BIG));
const isPack = (path: string): boolean => path.startsWith('targets/');
const on =
  (which: (path: string) => boolean, act: (...args: Parameters<Twist>) => void): Twist =>
  (path, request, response) => {
    if (!which(path)) return false;
    act(path, request, response);
    return true;
  };
/** Small on the line, 50 MB unpacked. Made beforehand: packing takes longer than a server may think. */
const BOMB = gzipSync(Buffer.alloc(50_000_000));
const PAGE = '<!DOCTYPE html><title>Wi-Fi</title><form>ログイン</form>';
const isTimestamp = (path: string): boolean => path.endsWith('timestamp.json');
const isBlob = (path: string): boolean => path === BLOB;

type LineCase = readonly [name: string, code: SyncRefusalCode, twist: Twist];
const LINE_CASES: readonly LineCase[] = [
  [
    'a login page instead of the list',
    'captive-portal',
    on(isTimestamp, (_p, _q, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE)),
  ],
  [
    'a login page that does not say what it is',
    'captive-portal',
    on(isTimestamp, (_p, _q, response) => response.writeHead(200).end(PAGE)),
  ],
  [
    'a login page instead of a picture',
    'captive-portal',
    on(isBlob, (_p, _q, response) =>
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE),
    ),
  ],
  [
    'a login page for everything',
    'captive-portal',
    on(
      () => true,
      (_p, _q, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
    ),
  ],
  [
    'a redirect to another host',
    'redirected',
    on(isBlob, (_p, _q, response) => response.writeHead(302, { location: 'http://localhost:1/x' }).end()),
  ],
  [
    'a redirect to a file of this machine',
    'redirected',
    on(isTimestamp, (_p, _q, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end()),
  ],
  [
    'a redirect in circles',
    'redirected',
    on(isTimestamp, (_p, _q, response) =>
      response.writeHead(302, { location: '/metadata/timestamp.json' }).end(),
    ),
  ],
  [
    'a packed body',
    'encoded',
    on(isBlob, (_p, _q, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB)),
  ],
  ['an endless list', 'endless-data', on(isTimestamp, (_p, _q, response) => endless(response))],
  [
    'a list that announces a gigabyte',
    'endless-data',
    on(isTimestamp, (_p, _q, response) =>
      response.writeHead(200, { 'content-length': 1_000_000_000 }).flushHeaders(),
    ),
  ],
  ['an endless picture', 'endless-data', on(isBlob, (_p, _q, response) => endless(response))],
  ['an endless pack', 'endless-data', on(isPack, (_p, _q, response) => endless(response))],
  [
    'a longer picture',
    'wrong-length',
    on(isBlob, (_p, _q, response) => response.end(Buffer.concat([BIG, BIG]))),
  ],
  [
    'a shorter picture',
    'wrong-length',
    on(isBlob, (_p, _q, response) => response.end(BIG.subarray(0, 1000))),
  ],
  [
    'a shorter picture of unknown length',
    'wrong-length',
    on(isBlob, (_p, _q, response) => {
      response.writeHead(200, { connection: 'close' });
      response.write(BIG.subarray(0, 1000));
      response.end();
    }),
  ],
  [
    'another picture of the same length',
    'target-altered',
    on(isBlob, (_p, _q, response) => response.end(Buffer.alloc(BIG.length, 1))),
  ],
  [
    'a pack with one bit flipped',
    'target-altered',
    on(isPack, (path, _q, response) => response.end(flipped(readFileSync(join(scene.repo, path)), 5_000))),
  ],
  [
    'a picture with one bit flipped',
    'target-altered',
    on(isBlob, (_p, _q, response) => response.end(flipped(BIG, 123_456))),
  ],
  ['a picture that drips', 'too-slow', on(isBlob, (_p, _q, response) => drip(response))],
  ['a list that drips', 'too-slow', on(isTimestamp, (_p, _q, response) => drip(response))],
  [
    'a picture that stalls in the middle',
    'too-slow',
    on(isBlob, (_p, _q, response) => {
      response.writeHead(200, { 'content-length': BIG.length });
      response.write(BIG.subarray(0, 500));
    }),
  ],
  ['a missing picture', 'source-incomplete', on(isBlob, (_p, _q, response) => response.writeHead(404).end())],
  ['a missing pack', 'source-incomplete', on(isPack, (_p, _q, response) => response.writeHead(403).end())],
  [
    'a server that fails midway',
    'source-vanished',
    on(isBlob, (_p, _q, response) => response.writeHead(503).end()),
  ],
  ['a server that hangs up midway', 'source-vanished', on(isBlob, (_p, request) => request.socket.destroy())],
  [
    'a server that hangs up at once',
    'source-unreachable',
    on(
      () => true,
      (_p, request) => request.socket.destroy(),
    ),
  ],
  [
    'a server that never answers',
    'source-unreachable',
    on(
      () => true,
      () => undefined,
    ),
  ],
  [
    'a head that drips',
    'source-unreachable',
    on(
      () => true,
      (_p, request) => dripHead(request.socket),
    ),
  ],
  [
    'a head without end',
    'source-unreachable',
    on(
      () => true,
      (_p, request) => request.socket.end(`HTTP/1.1 200 OK\r\nx: ${'x'.repeat(200_000)}\r\n\r\n`),
    ),
  ],
  [
    'nonsense instead of HTTP',
    'source-unreachable',
    on(
      () => true,
      (_p, request) => request.socket.end('SSH-2.0-OpenSSH\r\n'),
    ),
  ],
];

function endless(response: Parameters<Twist>[2]): void {
  response.writeHead(200);
  const more = (): void => {
    while (!response.destroyed && response.write(Buffer.alloc(65_536, '{'))) {
      // Until the other side has enough.
    }
  };
  response.on('drain', more);
  more();
}
function drip(response: Parameters<Twist>[2]): void {
  response.writeHead(200);
  const timer = setInterval(() => response.write('{'), 40);
  response.on('close', () => clearInterval(timer));
}
function dripHead(socket: import('node:net').Socket): void {
  socket.write('HTTP/1.1 200 OK\r\n');
  const timer = setInterval(() => socket.write('x: y\r\n'), 40);
  socket.on('error', () => undefined);
  socket.on('close', () => clearInterval(timer));
}
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 4;
  return copy;
}

describe('a line that lies', () => {
  it.each(LINE_CASES)('is refused for %s (%s)', async (_name, code, twist) => {
    scene.server.twist = twist;
    await expectRefusedSafely(scene, await scene.byLine(), code);
    await expectRecovery(scene);
  });

  it('is named when nobody listens at all', async () => {
    const { url } = scene.server;
    await scene.server.close();
    await expectRefusedSafely(scene, await scene.byLine(), 'source-unreachable');
    expect(url).toContain('127.0.0.1');
  });
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
