/** The verbs around keys, publishing and syncing, as staff type them; in this process, on real folders. */
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { renkei } from '../../helpers/renkei.ts';
import { serve } from '../sync/helpers/server.ts';
import { BASE, makeBuild, PHRASE, picture, sha256, shown } from '../sync/helpers/world.ts';

let folder: string;
let before: string | undefined;
const PHOTO = picture('photo');
const place = (name: string): string => join(folder, name);

const publishing = (build: string): readonly string[] => [
  'publish',
  build,
  '--repo',
  place('repo'),
  '--keys',
  place('keys'),
];
const syncing = (...more: string[]) =>
  renkei('sync', '--from', place('repo'), '--data', place('data'), ...more);

beforeAll(() => {
  before = process.env['RENKEI_PASSPHRASE'];
  process.env['RENKEI_PASSPHRASE'] = PHRASE;
});
afterAll(() => {
  if (before === undefined) delete process.env['RENKEI_PASSPHRASE'];
  else process.env['RENKEI_PASSPHRASE'] = before;
});
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'renkei-cli-')));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('from keys to screen', () => {
  it('goes verb by verb', async () => {
    makeBuild(place('build'), [BASE, { id: 'exhibition-a', kind: 'exhibition', version: 1, blobs: [PHOTO] }]);
    expect(await renkei('keys', 'new', place('keys'))).toMatchObject({
      code: 0,
      out: expect.stringContaining('root.json'),
    });
    expect(await renkei(...publishing(place('build')))).toMatchObject({
      code: 0,
      out: expect.stringContaining('exhibition-a 第1版（新規）'),
    });

    const without = await syncing();
    expect(without.code).toBe(1);
    expect(without.err).toContain('--root');
    expect(without.err).toContain('root-missing');
    const root = join(place('keys'), 'root.json');
    const first = await syncing('--root', root);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('新しい内容に切りかわりました。') });
    expect(shown(place('data'))).toEqual(['base 1', 'exhibition-a 1']);
    expect((await syncing()).out).toContain('新しい内容はありません。');

    expect((await renkei('rollback', '--data', place('data'))).err).toContain('no-previous');
    makeBuild(place('build-2'), [{ ...BASE, version: 2 }]);
    await renkei(...publishing(place('build-2')));
    const seen = await syncing('--plan');
    expect(seen.out).toContain('base baseのパック 第1版→第2版');
    expect(seen.out).toContain('取り込む量');
    expect(shown(place('data'))).toEqual(['base 1', 'exhibition-a 1']);
    await syncing();
    expect(shown(place('data'))).toEqual(['base 2', 'exhibition-a 1']);

    const packs = await renkei('packs', '--data', place('data'));
    expect(packs.out).toContain('base 第2版');
    expect(packs.out).toContain('ひとつ前の内容:\n  base 第1版');
    expect(await renkei('rollback', '--data', place('data'))).toMatchObject({ code: 0 });
    expect(shown(place('data'))).toEqual(['base 1', 'exhibition-a 1']);
    expect((await syncing()).out).toContain('--again');
    await syncing('--again');
    expect(shown(place('data'))).toEqual(['base 2', 'exhibition-a 1']);

    expect(await renkei('verify', '--data', place('data'))).toMatchObject({ code: 0 });
    const hash = sha256(PHOTO);
    const file = join(place('data'), 'blobs', hash.slice(0, 2), hash);
    writeFileSync(file, 'rot');
    const found = await renkei('verify', '--data', place('data'));
    expect(found).toMatchObject({ code: 1, out: expect.stringContaining(hash) });
    expect(await renkei('verify', '--data', place('data'), '--from', place('repo'))).toMatchObject({
      code: 0,
    });
    expect(readFileSync(file)).toEqual(PHOTO);

    makeBuild(place('build-3'), [{ id: 'notice-a', kind: 'notice', version: 1 }]);
    const told = await renkei(...publishing(place('build-3')));
    expect(told.err).toMatch(/FORMAT 2）のパック notice-a .*まるごと断り.*先にプログラムを新しく/);
    expect((await renkei(...publishing(place('build-3')))).err).toBe('');
  }, 60_000);

  it('speaks JSON to programs, one line an event', async () => {
    makeBuild(place('build'), [BASE]);
    await renkei('keys', 'new', place('keys'));
    await renkei(...publishing(place('build')));
    const server = await serve(place('repo'));
    const first = await renkei('sync', '--from', server.url, '--data', place('data'), '--json');
    const refused = JSON.parse(first.out.split('\n').at(-1) ?? '');
    expect(refused).toMatchObject({ event: 'done', ok: false, refusal: { code: 'root-missing' } });
    expect(refused.words).toContain('root.json');
    const second = await renkei(
      'sync',
      '--from',
      server.url,
      '--data',
      place('data'),
      '--json',
      '--trust-first',
    );
    const lines = second.out.split('\n').map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ event: 'done', ok: true, state: 'updated' });
    expect(lines.filter((line) => line.event === 'progress').length).toBeGreaterThan(2);
    expect(JSON.parse((await renkei('packs', '--data', place('data'), '--json')).out)).toMatchObject({
      current: [{ packId: 'base', version: 1, signed: { title: 'baseのパック' } }],
      previous: null,
    });
    await server.close();
  }, 60_000);

  it('lets a partner deliver, and the project take the delivery', async () => {
    makeBuild(place('build'), [BASE]);
    makeBuild(place('theirs'), [{ id: 'hiroshima-umi', kind: 'exhibition', version: 1 }]);
    await renkei('keys', 'new', place('keys'));
    await renkei(...publishing(place('build')));
    const made = await renkei('keys', 'partner', 'hiroshima', place('their-keys'));
    const key = /鍵をつくりました: (.*)/.exec(made.out)?.[1] ?? '';
    const at = ['--repo', place('repo'), '--keys', place('keys')];
    const given = await renkei(
      'keys',
      'delegate',
      'hiroshima',
      '--path',
      'packs/hiroshima-*',
      '--key',
      key,
      ...at,
    );
    expect(given.code).toBe(0);
    const theirs = ['--repo', place('delivery'), '--keys', place('their-keys'), '--as', 'hiroshima'];
    expect((await renkei('publish', place('theirs'), ...theirs)).out).toContain('事務局に渡してください');
    const taken = await renkei('publish', ...at, '--partner', place('delivery'));
    expect(taken.out).toContain('hiroshima-umi 第1版（新規）');
    await syncing('--trust-first');
    expect(shown(place('data'))).toEqual(['base 1', 'hiroshima-umi 1']);
  }, 60_000);

  it('replaces a key and extends the root', async () => {
    makeBuild(place('build'), [BASE]);
    await renkei('keys', 'new', place('keys'), '--root-keys', '2', '--root-threshold', '2');
    await renkei(...publishing(place('build')));
    await syncing('--trust-first');
    const at = ['--repo', place('repo'), '--keys', place('keys')];
    expect((await renkei('keys', 'rotate', 'timestamp', ...at)).out).toContain('root 第2版');
    expect(await renkei('keys', 'renew', ...at)).toMatchObject({ code: 0 });
    expect(await syncing()).toMatchObject({ code: 0 });
    expect(readFileSync(join(place('data'), 'trust', 'metadata', 'root.json'), 'utf8')).toContain(
      '"version": 3',
    );
  }, 60_000);
});

describe('what is not understood', () => {
  it.each([
    [['sync', '--data', 'x'], '--from'],
    [['publish', 'x', '--repo', 'y'], '--keys'],
    [['keys', 'rotate', 'boss', '--repo', 'x', '--keys', 'y'], '役割は'],
    [['keys', 'new', 'x', '--root-keys', 'many'], '1から9'],
    [['keys', 'frobnicate'], 'frobnicate'],
  ])('%j is refused with a hint', async (argv, hint) => {
    const { code, err } = await renkei(...argv);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });

  it('a wrong passphrase is refused in a sentence', async () => {
    makeBuild(place('build'), [BASE]);
    await renkei('keys', 'new', place('keys'));
    process.env['RENKEI_PASSPHRASE'] = 'something else entirely';
    const { code, err } = await renkei(...publishing(place('build')));
    process.env['RENKEI_PASSPHRASE'] = PHRASE;
    expect(code).toBe(1);
    expect(err).toContain('パスフレーズが違います。');
  }, 60_000);
});
