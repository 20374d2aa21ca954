/** Refusals that have to do with who signed what, when: the lists, not the packs. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SyncRefusalCode } from '../../../content/pack/sync-refusal.ts';
import { rotate } from '../../../content/publish/manage.ts';
import { publish } from '../../../content/publish/publish.ts';
import {
  expectRecovery,
  expectRefusedSafely,
  makeTemplate,
  NEW,
  OLD,
  openScene,
  type Scene,
  type Template,
} from './helpers/stage.ts';
import { CHEAP, clockAt, DAY, makeWorld, NOW, PHRASE, shown } from './helpers/world.ts';

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

// biome-ignore lint/suspicious/noExplicitAny: forged documents have any shape
type Json = any;
type Case = readonly [name: string, code: SyncRefusalCode, spoil: (scene: Scene) => void | Promise<void>];

const rewrite = (file: string, edit: (text: string) => string): void =>
  writeFileSync(file, edit(readFileSync(file, 'utf8')));
const timestampFile = ({ repo }: Scene): string => join(repo, 'metadata', 'timestamp.json');
const editTimestamp = (one: Scene, edit: (document: Json) => void): void => {
  const { file, document } = one.forge.read('timestamp');
  edit(document);
  writeFileSync(file, JSON.stringify(document));
};
/** Another project's documents, correctly signed by its own keys. */
async function strangers(one: Scene): Promise<void> {
  const world = await makeWorld();
  await world.release([{ id: 'base', kind: 'base', version: 9 }]);
  await world.release([{ id: 'base', kind: 'base', version: 10 }]);
  rmSync(one.repo, { recursive: true });
  cpSync(world.repo, one.repo, { recursive: true });
  world.remove();
}
const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

const CASES: readonly Case[] = [
  ['no signature at all', 'unknown-signer', (one) => editTimestamp(one, (it) => (it.signatures = []))],
  ['another project', 'unknown-signer', strangers],
  [
    'a right signature over other words',
    'unknown-signer',
    (one) => editTimestamp(one, (it) => (it.signed.version += 1)),
  ],
  [
    'a bit flipped in a signature',
    'unknown-signer',
    (one) => editTimestamp(one, (it) => (it.signatures[0].sig = `00${it.signatures[0].sig.slice(2)}`)),
  ],
  [
    'the same signature twice',
    'metadata-damaged',
    (one) => editTimestamp(one, (it) => it.signatures.push(it.signatures[0])),
  ],
  [
    'a key twice in the list',
    'metadata-damaged',
    (one) => rewrite(timestampFile(one), (text) => text.replace('"version"', '"version": 99, "version"')),
  ],
  [
    'an escaped double of a key',
    'metadata-damaged',
    (one) =>
      rewrite(timestampFile(one), (text) => text.replace('"version"', '"versio\\u006e": 99, "version"')),
  ],
  ['a byte order mark', 'metadata-damaged', (one) => rewrite(timestampFile(one), (text) => `\ufeff${text}`)],
  ['bytes behind the end', 'metadata-damaged', (one) => rewrite(timestampFile(one), (text) => `${text}{}`)],
  [
    'a number beyond all numbers',
    'metadata-damaged',
    (one) => rewrite(timestampFile(one), (text) => text.replace('"version"', '"x": 1e400, "version"')),
  ],
  [
    'nesting without end',
    'metadata-damaged',
    (one) =>
      rewrite(timestampFile(one), (text) =>
        text.replace('"version"', `"x": ${'['.repeat(3_000)}${']'.repeat(3_000)}, "version"`),
      ),
  ],
  [
    'text that is not UTF-8',
    'metadata-damaged',
    (one) => writeFileSync(timestampFile(one), Buffer.from([0x7b, 0xff, 0x7d])),
  ],
  ['an empty list', 'metadata-damaged', (one) => writeFileSync(timestampFile(one), '')],
  [
    'a list cut in half',
    'metadata-damaged',
    (one) => rewrite(timestampFile(one), (text) => text.slice(0, text.length / 2)),
  ],
  [
    'an expiry that is no date, which would hold for ever',
    'metadata-damaged',
    (one) => one.forge.change('timestamp', (signed) => (signed.expires = 'never')),
  ],
  [
    'a bit flipped in the list of targets',
    'metadata-damaged',
    (one) => flip(one.forge.read('targets').file, 400),
  ],
  [
    'a hash algorithm nobody knows',
    'metadata-damaged',
    (one) => one.forge.change('timestamp', (it) => (it.meta['snapshot.json'].hashes = { rot13: 'abc' })),
  ],
  [
    'a pack without SHA-256',
    'metadata-damaged',
    (one) => one.forge.release((it) => (it.targets['packs/base.sqlite'].hashes = { md5: 'abc' })),
  ],
  [
    'a pack without its facts',
    'metadata-damaged',
    (one) => one.forge.release((it) => delete it.targets['packs/base.sqlite'].custom),
  ],
  [
    'a timestamp that has run out',
    'frozen',
    (one) => one.forge.change('timestamp', (it) => (it.expires = '2026-03-31T00:00:00Z')),
  ],
  [
    'a snapshot that has run out',
    'frozen',
    (one) =>
      one.forge.release(
        () => undefined,
        (role, it) => {
          if (role === 'snapshot') it.expires = '2026-03-31T00:00:00Z';
        },
      ),
  ],
  [
    'targets that have run out',
    'frozen',
    (one) => one.forge.release((it) => (it.expires = '2026-03-31T00:00:00Z')),
  ],
  [
    'the timestamp of the release before the kiosk’s',
    'rollback',
    async (one) => {
      // The kiosk first learns of release 2's documents while its files are missing.
      rmSync(join(one.repo, 'targets'), { recursive: true });
      await one.byStick();
      cpSync(one.oldRepo, one.repo, { recursive: true });
    },
  ],
  [
    'old documents, after the kiosk lost its own',
    'rollback',
    async (one) => {
      rmSync(join(one.repo, 'targets'), { recursive: true });
      await one.byStick();
      cpSync(one.oldRepo, one.repo, { recursive: true });
      rmSync(join(one.data, 'trust', 'metadata'), { recursive: true });
    },
  ],
  [
    'an older pack under a new signature',
    'rollback',
    (one) => one.forge.release((it) => (it.targets['packs/base.sqlite'].custom.version = 2)),
  ],
  [
    'the same version with other content',
    'same-version-differs',
    (one) =>
      one.forge.release((it) => {
        it.targets['packs/base.sqlite'].custom.version = 3;
      }),
  ],
  [
    'no base pack any more',
    'no-base',
    (one) => one.forge.release((it) => delete it.targets['packs/base.sqlite']),
  ],
  [
    'the snapshot of the release before under the new name',
    'mix-and-match',
    (one) =>
      cpSync(join(one.repo, 'metadata', '1.snapshot.json'), join(one.repo, 'metadata', '2.snapshot.json')),
  ],
  [
    'the targets of the release before under the new name',
    'mix-and-match',
    (one) =>
      cpSync(join(one.repo, 'metadata', '1.targets.json'), join(one.repo, 'metadata', '2.targets.json')),
  ],
  [
    'a document that another names and nobody has',
    'source-incomplete',
    (one) => rmSync(join(one.repo, 'metadata', '2.targets.json')),
  ],
  [
    'a FORMAT newer than this program',
    'pack-too-new',
    (one) => one.forge.release((it) => (it.targets['packs/base.sqlite'].custom.format = 99)),
  ],
  [
    'a pack beyond all sizes',
    'too-big',
    (one) => one.forge.release((it) => (it.targets['packs/base.sqlite'].length = 2_000_000_000)),
  ],
  ['no list at all', 'not-a-repository', (one) => rmSync(timestampFile(one))],
  ['an empty folder', 'not-a-repository', (one) => rmSync(join(one.repo, 'metadata'), { recursive: true })],
  ...[
    'packs/../../escape.sqlite',
    '/etc/passwd',
    'packs\\evil.sqlite',
    'packs/nul.sqlite',
    'packs/com1.sqlite',
    'packs/Upper.sqlite',
    'packs/a/b.sqlite',
    'packs/.sqlite',
    'packs/e\u0301.sqlite',
    'packs/a.sqlite:stream',
    `packs/${'a'.repeat(300)}.sqlite`,
    'other//thing',
    'other/tab\there',
  ].map(
    (path): Case => [
      `the path ${JSON.stringify(path).slice(0, 40)}`,
      'bad-path',
      (one) => one.forge.release((it) => (it.targets[path] = it.targets['packs/base.sqlite'])),
    ],
  ),
];

describe('a list that must not be believed', () => {
  it.each(CASES)('refuses %s (%s)', async (_name, code, spoil) => {
    await spoil(scene);
    await expectRefusedSafely(scene, await scene.byLine(), code);
    await expectRecovery(scene);
  });

  it('says the same of a stick as of a line', async () => {
    editTimestamp(scene, (it) => {
      it.signatures = [];
    });
    await expectRefusedSafely(scene, await scene.byStick(), 'unknown-signer');
  });
});

describe('the clock', () => {
  const at = (ms: number) => scene.byLine({ clock: clockAt(ms) });

  it('is not believed in 1970', async () => {
    await expectRefusedSafely(scene, await at(DAY), 'clock-not-believed');
    await expectRecovery(scene);
  });
  it('is not believed in 1970 when nothing was ever seen, because the source was signed later', async () => {
    rmSync(join(scene.data, 'trust', 'seen.json'));
    await expectRefusedSafely(scene, await at(DAY), 'clock-not-believed');
  });
  it('is not believed in 2099', async () => {
    await expectRefusedSafely(scene, await at(Date.UTC(2099, 11, 31)), 'clock-not-believed');
    await expectRecovery(scene);
  });
  it('makes the source too old when it is right', async () => {
    await expectRefusedSafely(scene, await at(NOW + 400 * DAY), 'frozen');
  });
  it('may be a few hours off', async () => {
    expect(await at(NOW - DAY / 2)).toMatchObject({ ok: true, state: 'updated' });
  });
});

describe('replaced keys', () => {
  const options = () => ({
    ...scene,
    nowMs: NOW,
    ask: async () => PHRASE,
    passphraseFor: async () => PHRASE,
    cost: CHEAP,
  });

  it.each(['timestamp', 'snapshot', 'targets', 'root'] as const)('of %s are followed', async (role) => {
    await rotate(role, options());
    expect(await scene.byLine()).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(scene.data)).toEqual(NEW);
  });

  it('make the old key worthless', async () => {
    const old = readFileSync(join(scene.repo, 'metadata', 'timestamp.json'));
    await rotate('timestamp', options());
    writeFileSync(join(scene.repo, 'metadata', 'timestamp.json'), old);
    await expectRefusedSafely(scene, await scene.byLine(), 'unknown-signer');
  });

  it('need the signature of the old root', async () => {
    const { file, document } = scene.forge.read('root');
    const signed = { ...document.signed, version: 2 };
    const { makeKey } = await import('../../../content/publish/keys.ts');
    const { file: key, signer } = await makeKey(join(scene.folder, 'thief'), 'root', PHRASE, CHEAP);
    signed.keys[key.keyId] = key.key.toJSON();
    signed.roles.root.keyids = [key.keyId];
    const signatures = [signer(Buffer.from(canonicalize(signed))).toJSON()];
    writeFileSync(file.replace('1.root', '2.root'), JSON.stringify({ signed, signatures }));
    await expectRefusedSafely(scene, await scene.byLine(), 'unknown-signer');
    await expectRecovery(scene);
  });

  it.each([
    [
      'lists a key id twice',
      (root: Json) => root.roles.timestamp.keyids.push(root.roles.timestamp.keyids[0]),
    ],
    ['wants no signatures', (root: Json) => (root.roles.timestamp.threshold = 0)],
    ['has another version than its name', (root: Json) => (root.version = 7)],
  ])('are refused when the new root %s', async (_name, edit) => {
    const { file, document } = scene.forge.read('root');
    const signed = { ...document.signed, version: 2 };
    edit(signed);
    const sign = await scene.forge.signer('root');
    const signatures = [sign(Buffer.from(canonicalize(signed))).toJSON()];
    writeFileSync(file.replace('1.root', '2.root'), JSON.stringify({ signed, signatures }));
    const outcome = await scene.byLine();
    const code = outcome.ok ? 'ok' : outcome.refusal.code;
    expect(['metadata-damaged', 'mix-and-match']).toContain(code);
    expect(shown(scene.data)).toEqual(OLD);
    await expectRecovery(scene);
  });

  it('free the kiosk from version numbers that a thief ran up', async () => {
    await scene.forge.change('timestamp', (signed) => {
      signed.version = Number.MAX_SAFE_INTEGER - 1;
    });
    expect(await scene.byLine()).toMatchObject({ ok: true });
    scene.repair();
    expect(await scene.byLine()).toMatchObject({ ok: false, refusal: { code: 'rollback' } });
    await rotate('timestamp', options());
    expect(await scene.byLine()).toMatchObject({ ok: true, state: 'unchanged' });
  });

  it('are followed over a long chain of roots', async () => {
    const length = process.env['RENKEI_LONG'] === '1' ? 1_000 : 25;
    for (let i = 0; i < length; i += 1) await rotate('root', options());
    expect(await scene.byStick()).toMatchObject({ ok: true, state: 'updated' });
  });
});

describe('two of two root keys', () => {
  it('must both sign a new root', async () => {
    const world = await makeWorld(2, 2);
    await world.release([{ id: 'base', kind: 'base', version: 1 }]);
    await world.sync();
    const options = {
      ...world,
      nowMs: NOW,
      ask: async () => PHRASE,
      passphraseFor: async () => PHRASE,
      cost: CHEAP,
    };
    await rotate('timestamp', options);
    const file = join(world.repo, 'metadata', '2.root.json');
    const whole = readFileSync(file, 'utf8');
    const half = JSON.parse(whole);
    half.signatures.pop();
    writeFileSync(file, JSON.stringify(half));
    expect(await world.sync()).toMatchObject({ ok: false, refusal: { code: 'unknown-signer' } });
    half.signatures.push({ ...half.signatures[0], keyid: half.signed.roles.root.keyids[1] });
    writeFileSync(file, JSON.stringify(half));
    expect(await world.sync()).toMatchObject({ ok: false, refusal: { code: 'unknown-signer' } });
    writeFileSync(file, whole);
    expect(await world.sync()).toMatchObject({ ok: true });
    world.remove();
  });
});

describe('the first sync', () => {
  beforeEach(() => rmSync(scene.data, { recursive: true }));

  it('refuses without a root and says how', async () => {
    const outcome = await scene.byLine({ root: undefined });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'root-missing' } });
    expect(scene.server.asked).toEqual([]);
  });
  it('believes the source when staff say so, and from then on only its keys', async () => {
    expect(await scene.byLine({ root: undefined, trustFirst: true })).toMatchObject({ state: 'updated' });
    await strangers(scene);
    const outcome = await scene.byLine({ root: undefined, trustFirst: true });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unknown-signer' } });
    expect(shown(scene.data)).toEqual(NEW);
  });
  it('works with the root that came with the program', async () => {
    const outcome = await scene.byLine({ root: undefined, builtInRoot: template.root });
    expect(outcome).toMatchObject({ state: 'updated' });
  });
  it.each([
    ['is no root', Buffer.from('{"hello": 1}')],
    ['is a page', Buffer.from('<html>')],
    ['is empty', Buffer.alloc(0)],
  ])('refuses a root file that %s', async (_name, root) => {
    const outcome = await scene.byLine({ root });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'root-unusable' } });
  });
  it('pins nothing when the source does not fit the root', async () => {
    const world = await makeWorld();
    const outcome = await scene.byLine({ root: world.root });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unknown-signer' } });
    expect(await scene.byLine()).toMatchObject({ ok: true });
    world.remove();
  });
});

describe('damage to the trust folder', () => {
  it.each([
    ['root', 'metadata/root.json'],
    ['timestamp', 'metadata/timestamp.json'],
    ['snapshot', 'metadata/snapshot.json'],
    ['targets', 'metadata/targets.json'],
    ['memory', 'seen.json'],
    ['pinned root', 'pinned.root.json'],
  ])('heals when %s is cut off', async (_name, file) => {
    const path = join(scene.data, 'trust', file);
    rmSync(path, { force: true });
    writeFileSync(path, '{"signed": {"_ty');
    expect(await scene.byLine()).toMatchObject({ ok: true, state: 'updated' });
    expect(shown(scene.data)).toEqual(NEW);
  });
});

describe('publishing again without new packs', () => {
  it('only makes the signatures younger', async () => {
    await scene.byLine();
    await publish({ ...scene, builds: [], nowMs: NOW + 60 * DAY, ask: async () => PHRASE });
    const outcome = await scene.byLine({ clock: clockAt(NOW + 60 * DAY) });
    expect(outcome).toMatchObject({ ok: true, state: 'unchanged', validUntilMs: NOW + 160 * DAY });
  });
});
