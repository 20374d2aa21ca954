/** Keys that are replaced, the first sync, and a trust folder that was damaged. */
import { createPublicKey } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { beforeEach, describe, expect, it } from 'vitest';
import { rotate } from '../../../content/publish/manage.ts';
import { publish } from '../../../content/publish/publish.ts';
import {
  expectRecovery,
  expectRefusedSafely,
  NEW,
  OLD,
  onStage,
  type Scene,
  signedByStrangers,
} from './helpers/stage.ts';
import { CHEAP, clockAt, DAY, makeWorld, NOW, PHRASE, shown } from './helpers/world.ts';

let scene: Scene;
onStage(async (opened) => {
  scene = opened;
});

// biome-ignore lint/suspicious/noExplicitAny: forged documents have any shape
type Json = any;
/** The same Ed25519 key in its other spelling (RFC 8410). */
function pemOf(hex: string): string {
  const key = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(hex, 'hex')]);
  return createPublicKey({ key, format: 'der', type: 'spki' }).export({
    type: 'spki',
    format: 'pem',
  }) as string;
}

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

  it.each([
    ['as it is', (text: string) => text],
    ['in capitals', (text: string) => text.toUpperCase()],
    ['as PEM', (text: string) => pemOf(text)],
  ])('never count one key twice that a new root lists under two ids, %s', async (_name, spell) => {
    const { file, document } = scene.forge.read('root');
    const [keyId = ''] = document.signed.roles.root.keyids;
    const signed = { ...document.signed, version: 2 };
    const twin = 'ab'.repeat(32);
    const key = signed.keys[keyId];
    signed.keys[twin] = { ...key, keyval: { public: spell(key.keyval.public) } };
    signed.roles.root = { keyids: [keyId, twin], threshold: 2 };
    const sign = await scene.forge.signer('root');
    const signature = sign(Buffer.from(canonicalize(signed))).toJSON();
    const whole = JSON.stringify({ signed, signatures: [signature, { ...signature, keyid: twin }] });
    writeFileSync(file.replace('1.root', '2.root'), whole);
    await expectRefusedSafely(scene, await scene.byLine(), 'metadata-damaged');
    await expect(rotate('timestamp', options())).rejects.toMatchObject({ code: 'repository-altered' });
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
    const [mine] = half.signatures;
    const other = half.signed.roles.root.keyids.find((id: string) => id !== mine.keyid);
    half.signatures.push({ ...mine, keyid: other });
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
    await signedByStrangers(scene);
    const outcome = await scene.byLine({ root: undefined, trustFirst: true });
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'unknown-signer' } });
    expect(shown(scene.data)).toEqual(NEW);
  });
  it('works with the root that came with the program', async () => {
    const outcome = await scene.byLine({ root: undefined, builtInRoot: scene.root });
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
    ['list of verdicts', 'verdicts.json'],
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
