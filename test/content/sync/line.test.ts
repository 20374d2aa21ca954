import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { SyncRefusalCode } from '../../../content/pack/sync-refusal.ts';
import { isBlob, isPack, isTimestamp, on } from './helpers/lines.ts';
import type { Twist } from './helpers/server.ts';
import { BIG, expectRecovery, expectRefusedSafely, onStage, type Scene } from './helpers/stage.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
});

/** Small on the line, 50 MB unpacked. Made beforehand: packing takes longer than a server may think. */
const BOMB = gzipSync(Buffer.alloc(50_000_000));
const PAGE = '<!DOCTYPE html><title>Wi-Fi</title><form>ログイン</form>';

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
