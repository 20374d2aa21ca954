/**
 * The way back for staff who are locked out: real keys sign the note, a real folder is the stick, a real
 * state remembers it. Each refusal by its name.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UNLOCK_FILE, type UnlockRefusalCode, unlockWords } from '../../../content/pack/unlock-note.ts';
import { writeUnlockNote } from '../../../content/publish/unlock.ts';
import { readUnlockNote, trustedRoot } from '../../../content/sync/unlock.ts';
import { MAX_FAILURES } from '../../../main/staff/throttle.ts';
import { type KeyStick, makeKeyStick } from '../../../main/staff/unlock.ts';
import { BASE, DAY, makeWorld, NOW, PHRASE, type World } from '../../content/sync/helpers/world.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { renkeiLines } from '../../helpers/renkei.ts';
import { givePin, type Scene, staffDesk } from '../../helpers/staff.ts';

const HALL = 'arakawa-kuyakusho';
const NEW_PIN = '161803';
const ask = async (): Promise<string> => PHRASE;

let world: World;
let other: World;
let scene: Scene;
let stick: string;
let now: number;
let believed: boolean;

beforeAll(async () => {
  [world, other] = [await makeWorld(), await makeWorld()];
  for (const one of [world, other]) await one.release([{ ...BASE, halls: [HALL, 'kusei-kaikan'] }]);
  await world.sync();
});
afterAll(() => {
  world.remove();
  other.remove();
});
beforeEach(() => {
  scene = staffDesk();
  stick = tempFolder();
  now = NOW;
  believed = true;
});

const write = (more: { readonly from?: World; readonly venueId?: string; readonly days?: number } = {}) => {
  const { repo, keys } = more.from ?? world;
  return writeUnlockNote({ repo, keys, venueId: HALL, to: stick, days: 7, nowMs: NOW, ask, ...more });
};
const note = () => join(stick, UNLOCK_FILE);

function keyStick(dataDir = world.data): KeyStick {
  return makeKeyStick({
    state: scene.keeper.get,
    sticks: async () => [{ folder: stick, name: 'STICK' }],
    check: async (bytes, isUsed) => {
      const root = trustedRoot(dataDir, undefined);
      return readUnlockNote(bytes, { root, venueId: HALL, nowMs: now, clockBelieved: believed, isUsed });
    },
  });
}

const newest = () => scene.state.audit.newest(1)[0];

/** Told on the screen, refused when it is tried, written down, and the PIN is what it was. */
async function expectRefused(code: UnlockRefusalCode, key = keyStick()): Promise<void> {
  const before = scene.state.pin.record();
  expect(await key.look()).toEqual({ state: 'refused', code });
  expect(await key.setPin(NEW_PIN)).toEqual({ state: 'refused', code });
  expect(scene.state.pin.record()).toEqual(before);
  expect(newest()).toMatchObject({ action: 'pin-set', result: code, detail: 'STICK' });
  expect(unlockWords(code)).toMatch(/。$/);
}

describe('a note on a stick', () => {
  it('sets a new PIN after 100 failures, opens the gate to it, and is written down', async () => {
    await givePin(scene);
    scene.state.pin.setThrottle({ failures: MAX_FAILURES, waitMs: 900_000 });
    expect(scene.gate.look()).toEqual({ state: 'stopped' });
    const { id } = await write();
    expect(await keyStick().look()).toEqual({ state: 'ready', stick: 'STICK' });
    expect(await keyStick().setPin(NEW_PIN)).toEqual({ state: 'set' });
    expect(newest()).toMatchObject({ action: 'pin-set', result: 'key', detail: id });
    expect(await scene.gate.unlock(NEW_PIN)).toEqual({ state: 'open' });
  });

  it('is not used up by a PIN that everybody tries', async () => {
    await write();
    expect(await keyStick().setPin('123456')).toEqual({ state: 'weak' });
    expect(await keyStick().look()).toMatchObject({ state: 'ready' });
  });

  it('counts once, after a restart as well: unlock-used', async () => {
    await write();
    await keyStick().setPin(NEW_PIN);
    scene.keeper.close();
    scene = staffDesk({ folder: scene.folder });
    await expectRefused('unlock-used');
  });

  it('for another hall does nothing here: unlock-foreign', async () => {
    await write({ venueId: 'kusei-kaikan' });
    await expectRefused('unlock-foreign');
  });

  it('that has run out does nothing: unlock-expired', async () => {
    await write();
    now = NOW + 7 * DAY;
    await expectRefused('unlock-expired');
  });

  it('signed by another project is not believed: unlock-unknown-signer', async () => {
    await write({ from: other });
    await expectRefused('unlock-unknown-signer');
  });

  it.each([
    ['hall', /"venue": "[^"]+"/, `"venue": "kusei-kaikan"`],
    ['end', /"expires": "2026-04-08/, '"expires": "2026-04-09'],
    ['id', /"id": "../, '"id": "zz'.replace('zz', '00')],
    ['signature', /"sig": "../, '"sig": "00'],
  ])('with another %s is not believed: unlock-unknown-signer', async (_what, pattern, put) => {
    await write();
    const text = readFileSync(note(), 'utf8');
    const changed = text.replace(pattern, put);
    expect(changed).not.toBe(text);
    writeFileSync(note(), changed);
    await expectRefused('unlock-unknown-signer');
  });

  it.each([
    ['is cut off', (text: string) => text.slice(0, -40)],
    ['names a thing twice', (text: string) => text.replace('"version": 1,', '"version": 1, "version": 1,')],
    ['is of another kind', (text: string) => text.replace('renkei-unlock', 'targets')],
    ['is longer than any', (text: string) => `${text}${' '.repeat(20_000)}`],
    ['is empty', () => ''],
  ])('that %s is no note: unlock-damaged', async (_what, damage) => {
    await write();
    writeFileSync(note(), damage(readFileSync(note(), 'utf8')));
    await expectRefused('unlock-damaged');
  });

  it('with a longer life than allowed is no note: unlock-damaged', async () => {
    await write({ days: 31 });
    await expectRefused('unlock-damaged');
  });

  it('cannot be judged by a clock that is not believed, or that is behind: unlock-clock', async () => {
    await write();
    believed = false;
    await expectRefused('unlock-clock');
    believed = true;
    now = NOW - 2 * DAY;
    await expectRefused('unlock-clock');
  });

  it('means nothing to a kiosk that trusts nobody yet: unlock-untrusting', async () => {
    await write();
    await expectRefused('unlock-untrusting', keyStick(tempFolder()));
  });

  it('that is refused again and again is written down once', async () => {
    await write({ venueId: 'kusei-kaikan' });
    const key = keyStick();
    for (let n = 0; n < 3; n += 1) await key.setPin(NEW_PIN);
    expect(scene.state.audit.verify().entries).toBe(1);
  });

  it('is no link and no pipe, and is not there when it was pulled out', async () => {
    await write();
    const aside = join(tempFolder(), 'note');
    writeFileSync(aside, readFileSync(note()));
    rmSync(note());
    expect(await keyStick().look()).toEqual({ state: 'none' });
    expect(await keyStick().setPin(NEW_PIN)).toEqual({ state: 'no-key' });
    if (process.platform === 'win32') return;
    symlinkSync(aside, note());
    expect(await keyStick().look()).toEqual({ state: 'none' });
    rmSync(note());
    execFileSync('mkfifo', [note()]);
    expect(await keyStick().look()).toEqual({ state: 'none' });
  });
});

describe('renkei keys unlock', () => {
  async function renkei(...argv: readonly string[]) {
    process.env['RENKEI_PASSPHRASE'] = PHRASE;
    try {
      return await renkeiLines(['keys', 'unlock', '--repo', world.repo, ...argv]);
    } finally {
      delete process.env['RENKEI_PASSPHRASE'];
    }
  }

  it('writes the note and says for whom and how long', async () => {
    const done = await renkei('--keys', world.keys, '--venue', HALL, '--out', stick, '--days', '3');
    expect(done).toMatchObject({ code: 0, err: [] });
    expect(done.out.join('\n')).toContain(`会場 ${HALL} だけで、`);
    expect(readFileSync(note(), 'utf8')).toContain(HALL);
  });

  it('refuses a hall that the published packs do not name (hall-unknown), and lists those they do', async () => {
    const done = await renkei('--keys', world.keys, '--venue', 'arakawa-kuyakusyo', '--out', stick);
    expect([done.code, done.err]).toEqual([
      1,
      [
        '［arakawa-kuyakusyo］このIDの会場は公開ずみの内容にありません。下に並ぶ会場のIDから選んでください。',
        `（hall-unknown: ${HALL}, kusei-kaikan）`,
      ],
    ]);
    expect(existsSync(note())).toBe(false);
  });

  it('refuses without the keys (key-missing), and more days than a note may live', async () => {
    const without = await renkei('--keys', tempFolder(), '--venue', HALL, '--out', stick);
    expect([without.code, without.err.join()]).toEqual([1, expect.stringContaining('key-missing')]);
    expect((await renkei('--keys', world.keys, '--venue', HALL, '--out', stick, '--days', '31')).code).toBe(
      2,
    );
  });
});
