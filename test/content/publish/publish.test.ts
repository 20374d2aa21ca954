import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import type { PackId } from '../../../content/pack/types.ts';
import { makeKey, readKeyFile, unlockKey } from '../../../content/publish/keys.ts';
import { delegate, keysNew, renewRoot, revoke, rotate } from '../../../content/publish/manage.ts';
import { publishAs } from '../../../content/publish/partner.ts';
import { publish } from '../../../content/publish/publish.ts';
import {
  PUBLISH_REFUSAL_CODES,
  PublishRefused,
  publishRefusalWords,
} from '../../../content/publish/refusal.ts';
import {
  BASE,
  CHEAP,
  clockAt,
  DAY,
  makeBuild,
  makeWorld,
  NOW,
  PHRASE,
  picture,
  sha256,
  shown,
  type World,
} from '../sync/helpers/world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
});
afterEach(() => world.remove());

const ask = async (): Promise<string> => PHRASE;
const builds: string[] = [];
const build = (drafts: Parameters<typeof makeBuild>[1]): string => {
  const folder = join(world.folder, `b${builds.push('')}`);
  makeBuild(folder, drafts);
  return folder;
};
const put = (folders: readonly string[], more: Partial<Parameters<typeof publish>[0]> = {}) =>
  publish({ repo: world.repo, keys: world.keys, builds: folders, nowMs: NOW, ask, ...more });
const options = () => ({
  repo: world.repo,
  keys: world.keys,
  nowMs: NOW,
  ask,
  passphraseFor: ask,
  cost: CHEAP,
});
const refusal = (code: string, subject?: string) =>
  expect.objectContaining({ name: 'PublishRefused', code, ...(subject === undefined ? {} : { subject }) });
const metadata = (): readonly string[] => readdirSync(join(world.repo, 'metadata')).sort();
const PHOTO = picture('photo');
const SHOW = { id: 'exhibition-a', kind: 'exhibition', version: 1, blobs: [PHOTO] } as const;

describe('publish', () => {
  it('makes a repository out of builds, in several releases', async () => {
    const done = await put([build([BASE]), build([SHOW])]);
    expect(done.changes).toEqual([
      { packId: 'base', from: null, to: 1 },
      { packId: 'exhibition-a', from: null, to: 1 },
    ]);
    expect(metadata()).toEqual(['1.root.json', '1.snapshot.json', '1.targets.json', 'timestamp.json']);
    expect(readFileSync(join(world.repo, blobPath(sha256(PHOTO))))).toEqual(PHOTO);
    await put([build([{ ...SHOW, version: 2 }])]);
    expect(metadata()).toEqual([
      '1.root.json',
      '1.snapshot.json',
      '1.targets.json',
      '2.snapshot.json',
      '2.targets.json',
      'timestamp.json',
    ]);
  });

  it('names the packs of a FORMAT newer than any of the release before, once', async () => {
    const notice = { id: 'notice-a', kind: 'notice', version: 1 } as const;
    expect((await put([build([BASE, SHOW])])).newer).toBeNull();
    expect((await put([build([notice])])).newer).toEqual({ format: 2, packs: ['notice-a'] });
    expect((await put([build([{ ...notice, version: 2 }])])).newer).toBeNull();
    expect((await put([], { remove: ['notice-a' as PackId] })).newer).toBeNull();
    expect((await put([build([{ ...notice, version: 3 }])])).newer).not.toBeNull();
  });

  it('changes nothing but the dates when the same is published again', async () => {
    const folder = build([BASE]);
    await put([folder]);
    const again = await put([folder], { nowMs: NOW + DAY });
    expect(again).toMatchObject({
      changes: [],
      bytes: 0,
      versions: { targets: 1, snapshot: 1, timestamp: 2 },
    });
  });

  it('signs lists that age anew, while the keys are at hand', async () => {
    await put([build([BASE])]);
    const later = await put([], { nowMs: NOW + 100 * DAY });
    expect(later.versions).toMatchObject({ targets: 1, snapshot: 2, timestamp: 2 });
    expect((await put([], { nowMs: NOW + 200 * DAY })).versions).toMatchObject({ targets: 2, snapshot: 3 });
  });

  it.each([
    ['an older version', 'pack-older', [{ ...BASE, version: 2 }], [BASE]],
    ['other content under the same version', 'pack-same-version', [BASE], [{ ...BASE, words: 'x' }]],
    ['a first release without base pack', 'base-missing', undefined, [SHOW]],
  ] as const)('refuses %s (%s)', async (_name, code, first, second) => {
    if (first !== undefined) await put([build(first)]);
    const before = first === undefined ? [] : metadata();
    await expect(put([build(second)])).rejects.toEqual(refusal(code));
    if (first !== undefined) expect(metadata()).toEqual(before);
    expect(existsSync(join(world.repo, 'metadata', 'timestamp.json'))).toBe(first !== undefined);
  });

  it('refuses to take the base pack back, and what is not there (base-missing, pack-not-there)', async () => {
    await put([build([BASE])]);
    await expect(put([], { remove: ['base' as PackId] })).rejects.toEqual(refusal('base-missing'));
    await expect(put([], { remove: ['nothing' as PackId] })).rejects.toEqual(
      refusal('pack-not-there', 'nothing'),
    );
  });

  it('refuses builds that are none or are broken (build-unreadable, pack-unusable, media-missing)', async () => {
    await expect(put([world.keys])).rejects.toEqual(refusal('build-unreadable'));
    const torn = build([BASE]);
    const [name = ''] = readdirSync(join(torn, 'packs', 'base'));
    writeFileSync(join(torn, 'packs', 'base', name), 'torn');
    await expect(put([torn])).rejects.toEqual(refusal('pack-unusable', 'base'));
    const bare = build([BASE, SHOW]);
    rmSync(join(bare, 'blobs'), { recursive: true });
    await expect(put([bare])).rejects.toEqual(refusal('media-missing'));
    const wrong = build([BASE, SHOW]);
    writeFileSync(join(wrong, blobPath(sha256(PHOTO))), Buffer.alloc(PHOTO.length));
    await expect(put([wrong])).rejects.toEqual(refusal('media-missing'));
    expect(existsSync(join(world.repo, 'metadata', 'timestamp.json'))).toBe(false);
  });

  it('refuses without keys or with wrong passphrases, before anything is written', async () => {
    const folder = build([BASE]);
    await expect(put([folder], { keys: world.folder })).rejects.toEqual(refusal('repository-without-keys'));
    await expect(put([folder], { ask: async () => 'not the right one' })).rejects.toEqual(
      refusal('passphrase-wrong'),
    );
    expect(existsSync(join(world.repo, 'metadata', 'timestamp.json'))).toBe(false);
    const asked: boolean[] = [];
    const second = async (_key: unknown, again: boolean): Promise<string> => {
      asked.push(again);
      return again ? PHRASE : 'typing mistake';
    };
    await put([folder], { ask: second });
    expect(asked).toEqual([false, true]);
    for (const name of readdirSync(world.keys))
      if (name.startsWith('snapshot')) rmSync(join(world.keys, name));
    await expect(put([build([{ ...BASE, version: 2 }])])).rejects.toEqual(refusal('key-missing', 'snapshot'));
  });

  it('does not sign on top of what somebody altered (repository-altered)', async () => {
    await put([build([BASE])]);
    const file = join(world.repo, 'metadata', '1.targets.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"version": 1', '"version": 7'));
    await expect(put([])).rejects.toEqual(refusal('repository-altered'));
  });

  it('refuses when the root has run out, until it is renewed (root-expired)', async () => {
    await put([build([BASE])]);
    const nowMs = NOW + 1_200 * DAY;
    await expect(put([], { nowMs })).rejects.toEqual(refusal('root-expired'));
    await renewRoot({ ...options(), nowMs });
    expect(await world.sync({ clock: clockAt(nowMs) })).toMatchObject({ ok: true });
  });

  it('signs nothing with a clock behind what was signed before (clock-behind)', async () => {
    await put([build([BASE])]);
    const before = metadata();
    await expect(put([], { nowMs: NOW - 2 * DAY })).rejects.toEqual(refusal('clock-behind'));
    expect(metadata()).toEqual(before);
    await put([], { nowMs: NOW - DAY / 2 });
  });

  it('lets one publish at a time (repository-busy)', async () => {
    const folder = build([BASE]);
    const [first, second] = await Promise.allSettled([put([folder]), put([folder])]);
    expect(first.status).toBe('fulfilled');
    expect(second).toMatchObject({ reason: refusal('repository-busy') });
  });

  it.each(['2.targets.json', '2.snapshot.json', 'timestamp.json'])(
    'broken off before %s was written serves the old release, and goes through when repeated',
    async (broken) => {
      await put([build([BASE])]);
      const kept = readFileSync(join(world.repo, 'metadata', 'timestamp.json'));
      const folder = build([{ ...BASE, version: 2 }]);
      await put([folder]);
      // What a break just before this file leaves: everything written earlier, nothing later.
      const order = ['2.targets.json', '2.snapshot.json', 'timestamp.json'];
      for (const name of order.slice(order.indexOf(broken)))
        rmSync(join(world.repo, 'metadata', name), { force: true });
      writeFileSync(join(world.repo, 'metadata', 'timestamp.json'), kept);
      writeFileSync(join(world.repo, 'metadata', '.timestamp.json.1.tmp'), 'torn');
      expect(await world.sync()).toMatchObject({ ok: true, state: 'updated' });
      expect(shown(world.data)).toEqual(['base 1']);
      await put([folder]);
      expect(await world.sync()).toMatchObject({ ok: true, state: 'updated' });
      expect(shown(world.data)).toEqual(['base 2']);
      expect(metadata().filter((name) => name.endsWith('.tmp'))).toEqual([]);
    },
  );
});

describe('keys', () => {
  it('are files that only the passphrase opens', async () => {
    const { file } = await makeKey(world.folder, 'test', PHRASE, CHEAP);
    const text = readFileSync(file.path, 'utf8');
    const signer = await unlockKey(readKeyFile(file.path), PHRASE);
    expect(signer(Buffer.from('x')).keyID).toBe(file.keyId);
    await expect(unlockKey(file, `${PHRASE}!`)).rejects.toEqual(refusal('passphrase-wrong'));
    writeFileSync(file.path, text.replace(/"N": \d+/, '"N": 2048'));
    await expect(unlockKey(file, PHRASE)).rejects.toEqual(refusal('passphrase-wrong'));
    writeFileSync(file.path, text.slice(0, 100));
    expect(() => readKeyFile(file.path)).toThrow(PublishRefused);
  });
  it('take the same phrase typed on another keyboard', async () => {
    const { file } = await makeKey(world.folder, 'test', 'パスフレーズはながいほどよい', CHEAP);
    await unlockKey(file, 'ﾊﾟｽﾌﾚｰｽﾞはながいほどよい');
  });
  it('want a passphrase that is long enough, and an empty folder', async () => {
    await expect(makeKey(world.folder, 'test', 'short', CHEAP)).rejects.toEqual(refusal('passphrase-short'));
    const again = {
      folder: world.keys,
      rootKeys: 1,
      rootThreshold: 1,
      passphraseFor: ask,
      nowMs: NOW,
      cost: CHEAP,
    };
    await expect(keysNew(again)).rejects.toEqual(refusal('keys-exist'));
  });
  it('of the root may lie apart', async () => {
    await put([build([BASE])]);
    const apart = join(world.folder, 'safe');
    const { renameSync } = await import('node:fs');
    renameSync(join(world.keys, 'root'), apart);
    await put([], { nowMs: NOW + DAY });
    await expect(rotate('timestamp', options())).rejects.toEqual(refusal('key-missing', 'root'));
    await rotate('timestamp', { ...options(), rootKeys: [apart] });
    expect(await world.sync()).toMatchObject({ ok: true });
  });
  it('can be replaced before the first release', async () => {
    await rotate('targets', options());
    await put([build([BASE])]);
    expect(await world.sync()).toMatchObject({ ok: true });
  });
  it('replaced halfway: the next publication brings it to its end', async () => {
    await put([build([BASE])]);
    const old = readFileSync(join(world.repo, 'metadata', 'timestamp.json'));
    await rotate('targets', options());
    writeFileSync(join(world.repo, 'metadata', 'timestamp.json'), old);
    await put([], { nowMs: NOW + DAY });
    expect(await world.sync({ clock: clockAt(NOW + DAY) })).toMatchObject({ ok: true });
  });
});

describe('a partner', () => {
  const OWN = { id: 'hiroshima-umi', kind: 'exhibition', version: 1, blobs: [PHOTO] } as const;
  const partnerKeys = (): string => join(world.folder, 'partner-keys');
  const delivery = (): string => join(world.folder, 'delivery');
  const deliver = (drafts: Parameters<typeof makeBuild>[1], nowMs = NOW) =>
    publishAs({
      name: 'hiroshima',
      folder: delivery(),
      keys: partnerKeys(),
      builds: [build(drafts)],
      nowMs,
      ask,
    });
  const take = (nowMs = NOW) => put([], { partners: [delivery()], nowMs });

  beforeEach(async () => {
    await put([build([BASE])]);
    const { file } = await makeKey(partnerKeys(), 'hiroshima', PHRASE, CHEAP);
    await delegate({ ...options(), name: 'hiroshima', path: 'packs/hiroshima-*', key: file.key });
  });

  it('signs packs under its own names, and they reach the kiosk', async () => {
    expect(await world.sync()).toMatchObject({ ok: true });
    await deliver([OWN]);
    expect((await take()).changes).toEqual([{ packId: 'hiroshima-umi', from: null, to: 1 }]);
    expect(await world.sync()).toMatchObject({ ok: true, state: 'updated', warnings: [] });
    expect(shown(world.data)).toEqual(['base 1', 'hiroshima-umi 1']);
    await deliver([{ ...OWN, version: 2 }]);
    await take();
    expect(await world.sync()).toMatchObject({
      ok: true,
      changes: [{ packId: 'hiroshima-umi', from: 1, to: 2 }],
    });
  });

  it('cannot sign under another name, nor kinds that everybody rests on', async () => {
    await deliver([{ ...OWN, id: 'osaka-umi' }]);
    await expect(take()).rejects.toEqual(refusal('partner-outside', 'hiroshima'));
    await expect(deliver([{ ...BASE, id: 'hiroshima-base' }])).rejects.toEqual(refusal('partner-outside'));
  });

  it('cannot get past the kiosk either, whatever the project lets through', async () => {
    await world.sync();
    await deliver([OWN]);
    await take();
    // Its own key signs another's name; the project's snapshot names the document without a look.
    const { forgerOf } = await import('../sync/helpers/forge.ts');
    const { canonicalize } = await import('@tufjs/canonical-json');
    const file = join(world.repo, 'metadata', '1.hiroshima.json');
    const { signed } = JSON.parse(readFileSync(file, 'utf8'));
    signed.targets['packs/base.sqlite'] = { ...signed.targets['packs/hiroshima-umi.sqlite'] };
    const disguised = structuredClone(signed.targets['packs/hiroshima-umi.sqlite']);
    const [name = ''] = readdirSync(partnerKeys());
    const signer = await unlockKey(readKeyFile(join(partnerKeys(), name)), PHRASE);
    const slip = async (version: number): Promise<void> => {
      signed.version = version;
      const signatures = [signer(Buffer.from(canonicalize(signed))).toJSON()];
      const text = JSON.stringify({ signed, signatures });
      writeFileSync(join(world.repo, 'metadata', `${version}.hiroshima.json`), text);
      await forgerOf(world.repo, world.keys).release(
        () => undefined,
        (role, one) => {
          if (role === 'snapshot') one.meta['hiroshima.json'] = { version };
        },
      );
    };
    await slip(2);
    expect(await world.sync()).toMatchObject({ ok: true });
    expect(shown(world.data)).toEqual(['base 1', 'hiroshima-umi 1']);
    // Its own name, but a kind that would stand above everybody else's.
    disguised.custom.kind = 'notice';
    signed.targets['packs/hiroshima-umi.sqlite'] = disguised;
    await slip(3);
    expect(await world.sync()).toMatchObject({ ok: false, refusal: { code: 'unknown-signer' } });
  });

  it('whose signature has run out holds nobody else up; its packs stay', async () => {
    await deliver([OWN]);
    await take();
    await world.sync();
    const nowMs = NOW + 380 * DAY;
    await put([build([{ ...BASE, version: 2 }])], { nowMs });
    expect(await world.sync({ clock: clockAt(nowMs) })).toMatchObject({
      ok: true,
      state: 'updated',
      warnings: [{ code: 'frozen', subject: 'hiroshima' }],
    });
    expect(shown(world.data)).toEqual(['base 2', 'hiroshima-umi 1']);
    const { verify } = await import('../../../content/sync/verify.ts');
    expect(await verify({ dataDir: world.data, clock: clockAt(nowMs) })).toMatchObject({ sound: true });
  });

  it('whose right is taken back leaves the kiosks', async () => {
    await deliver([OWN]);
    await take();
    await world.sync();
    await revoke('hiroshima', options());
    expect(await world.sync()).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(world.data)).toEqual(['base 1']);
    await expect(revoke('hiroshima', options())).rejects.toEqual(refusal('partner-unknown'));
    await expect(take()).rejects.toEqual(refusal('partner-unknown'));
  });

  it.each([
    ['a reserved name', 'root', 'packs/x-*', 'name-unusable'],
    ['a name with a path in it', '../x', 'packs/x-*', 'name-unusable'],
    ['everything', 'osaka', 'packs/*', 'path-unusable'],
    ['another folder', 'osaka', '**', 'path-unusable'],
    ['a part of another’s names', 'osaka', 'packs/hiroshima-umi-*', 'path-unusable'],
    ['a name twice', 'hiroshima', 'packs/x-*', 'name-taken'],
  ])('is not given %s', async (_name, name, path, code) => {
    const { file } = await makeKey(join(world.folder, 'other'), 'other', PHRASE, CHEAP);
    await expect((async () => delegate({ ...options(), name, path, key: file.key }))()).rejects.toEqual(
      refusal(code),
    );
  });
});

describe('the sentences', () => {
  it.each(PUBLISH_REFUSAL_CODES)('%s says in Japanese what to do', (code) => {
    const words = publishRefusalWords(new PublishRefused(code, '鍵', ''));
    expect(words).toMatch(/^［鍵］.*(ください|できません|違います|ありません|ません)。/u);
  });
});
