/** Refusals that have to do with who signed what, when: the lists, not the packs. */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SyncRefusalCode } from '../../../content/pack/sync-refusal.ts';
import {
  expectRecovery,
  expectRefusedSafely,
  OLD,
  onStage,
  type Scene,
  signedByStrangers,
} from './helpers/stage.ts';
import { clockAt, DAY, NOW, shown } from './helpers/world.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
});

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
const flip = (file: string, at: number): void => {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  writeFileSync(file, bytes);
};

const CASES: readonly Case[] = [
  ['no signature at all', 'unknown-signer', (one) => editTimestamp(one, (it) => (it.signatures = []))],
  ['another project', 'unknown-signer', signedByStrangers],
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
    'one partner’s key under two ids',
    'metadata-damaged',
    (one) =>
      one.forge.release((it) => {
        const key = { keytype: 'ed25519', scheme: 'ed25519', keyval: { public: 'ab'.repeat(32) } };
        it.delegations = { keys: { ['1'.repeat(64)]: key, ['2'.repeat(64)]: key }, roles: [] };
      }),
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
    'a role that has been taken out',
    'rollback',
    (one) =>
      one.forge.release(
        () => undefined,
        (role, signed) => {
          if (role === 'snapshot') delete signed.meta['targets.json'];
        },
      ),
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
    'packs/a\u0000.sqlite',
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

describe('a root of unknown kinds', () => {
  it('that gives the timestamp a kind of key nobody knows is followed by nothing that key signed', async () => {
    const { file, document } = scene.forge.read('root');
    const { signed } = document;
    signed.version += 1;
    const [keyId] = signed.roles.timestamp.keyids;
    signed.keys[keyId] = { ...signed.keys[keyId], keytype: 'gost-1994', scheme: 'gost-1994' };
    await scene.forge.signAs('root', join(dirname(file), `${signed.version}.root.json`), signed);
    const outcome = await scene.byLine();
    expect(outcome).toMatchObject({ ok: false });
    expect(['unknown-signer', 'metadata-damaged']).toContain(outcome.ok || outcome.refusal.code);
    expect(shown(scene.data)).toEqual(OLD);
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
