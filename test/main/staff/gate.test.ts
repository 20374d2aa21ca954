/** The PIN and its brake: what anyone may try at the screen, and what no reboot and no clock undoes. */
import { describe, expect, it } from 'vitest';
import { SESSION_IDLE_MS } from '../../../main/staff/gate.ts';
import { isPinShape, isRight, isWeakPin, makeRecord, randomPin } from '../../../main/staff/secret.ts';
import { setPin } from '../../../main/staff/set-pin.ts';
import { MAX_FAILURES, waitAfterMs } from '../../../main/staff/throttle.ts';
import { givePin, PIN, type Scene, staffDesk } from '../../helpers/staff.ts';

const WRONG = '314159';

async function withPin(): Promise<Scene> {
  const scene = staffDesk();
  await givePin(scene);
  return scene;
}

async function tryWrong({ gate }: Scene, times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) await gate.unlock(WRONG);
}

describe('the wait', () => {
  it('is none for three failures, then 30 s, 1, 2, 4, 8 and 15 minutes for ever', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 99].map((n) => waitAfterMs(n) / 1000)).toEqual([
      0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900,
    ]);
  });

  it('lets at most 20 be guessed in an hour', () => {
    let hours = 0;
    let guesses = 0;
    for (let failures = 1; hours < 3_600_000; failures += 1) {
      guesses += 1;
      hours += waitAfterMs(failures);
    }
    expect(guesses).toBeLessThanOrEqual(20);
  });
});

describe('a PIN', () => {
  it('is kept as scrypt with a salt of its own and nothing else', async () => {
    const [a, b] = [await makeRecord(PIN), await makeRecord(PIN)];
    expect(Buffer.from(a.hash).equals(b.hash)).toBe(false);
    expect(a).toMatchObject({ cost: 32_768, block: 8, lanes: 1 });
    expect([await isRight(PIN, a), await isRight(WRONG, a), await isRight(`${PIN}0`, a)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('has six to eight digits', () => {
    expect(['12345', '123456789', 'abcdef', '１２３４５６', ''].filter(isPinShape)).toEqual([]);
    expect(['271828', '2718281', '27182818'].filter(isPinShape)).toHaveLength(3);
  });

  it('that everybody tries first is refused', () => {
    for (const pin of ['000000', '123456', '234567', '98765432', '121212', '12341234', '123123', '890123'])
      expect([pin, isWeakPin(pin)]).toEqual([pin, true]);
    expect([PIN, WRONG, '20260401'].filter(isWeakPin)).toEqual([]);
  });

  it('that the kiosk draws can be used', () => {
    for (let i = 0; i < 200; i += 1) {
      const pin = randomPin();
      expect([isPinShape(pin), isWeakPin(pin)]).toEqual([true, false]);
    }
  });
});

describe('the gate', () => {
  it('says so when no PIN was ever set: none ships', async () => {
    const { gate } = staffDesk();
    expect(gate.look()).toEqual({ state: 'no-pin' });
    expect(await gate.unlock('000000')).toEqual({ state: 'no-pin' });
  });

  it('opens for the right PIN, forgets failures and writes it down', async () => {
    const scene = await withPin();
    expect(await scene.gate.unlock(WRONG)).toEqual({ state: 'closed', waitMs: 0, lastWrong: true });
    expect(await scene.gate.unlock(PIN)).toEqual({ state: 'open' });
    expect(scene.gate.isOpen()).toBe(true);
    expect(scene.state.pin.throttle()).toEqual({ failures: 0, waitMs: 0 });
    expect(scene.state.audit.newest(2).map(({ action, result }) => `${action} ${result}`)).toEqual([
      'unlock ok',
      'unlock wrong',
    ]);
  });

  it('tells the wait after the fourth failure and does not even look at the right PIN meanwhile', async () => {
    const scene = await withPin();
    await tryWrong(scene, 3);
    expect(await scene.gate.unlock(WRONG)).toEqual({ state: 'closed', waitMs: 30_000, lastWrong: true });
    scene.pass(29_999);
    expect(await scene.gate.unlock(PIN)).toEqual({ state: 'closed', waitMs: 1, lastWrong: false });
    scene.pass(1);
    expect(await scene.gate.unlock(PIN)).toEqual({ state: 'open' });
  });

  it('makes a restarted kiosk wait again, from its start', async () => {
    const scene = await withPin();
    await tryWrong(scene, 4);
    scene.keeper.close();
    const restarted = staffDesk({ folder: scene.folder });
    expect(restarted.gate.look()).toEqual({ state: 'closed', waitMs: 30_000, lastWrong: false });
    restarted.pass(30_000);
    expect(await restarted.gate.unlock(PIN)).toEqual({ state: 'open' });
  });

  it('counts a try before it is looked at, so that a pulled plug wins nothing', async () => {
    const scene = await withPin();
    const trying = scene.gate.unlock(PIN);
    expect(scene.state.pin.throttle().failures).toBe(1);
    await trying;
  });

  it('looks at one try at a time', async () => {
    const scene = await withPin();
    const replies = await Promise.all([WRONG, PIN, PIN].map((pin) => scene.gate.unlock(pin)));
    expect(replies.map(({ state }) => state)).toEqual(['closed', 'busy', 'busy']);
    expect(scene.gate.isOpen()).toBe(false);
  });

  it(`stops after ${MAX_FAILURES} failures in a row; a PIN set at the machine is the way back`, async () => {
    const scene = await withPin();
    scene.state.pin.setThrottle({ failures: MAX_FAILURES - 1, waitMs: 0 });
    expect(await scene.gate.unlock(WRONG)).toEqual({ state: 'stopped' });
    scene.pass(86_400_000);
    expect(await scene.gate.unlock(PIN)).toEqual({ state: 'stopped' });
    expect(scene.state.audit.newest(1)[0]).toMatchObject({ action: 'unlock', result: 'stopped' });
    await givePin(scene, '161803');
    expect(await scene.gate.unlock('161803')).toEqual({ state: 'open' });
  });
});

describe('a session', () => {
  it('ends after 60 seconds without a touch, and says so once', async () => {
    const scene = await withPin();
    await scene.gate.unlock(PIN);
    scene.pass(SESSION_IDLE_MS - 1);
    scene.gate.touched();
    scene.pass(SESSION_IDLE_MS - 1);
    expect(scene.gate.isOpen()).toBe(true);
    scene.pass(1);
    expect(scene.gate.isOpen()).toBe(false);
    // A touch does not bring an ended one back.
    scene.gate.touched();
    expect(scene.gate.isOpen()).toBe(false);
  });

  it('ends with its page, and the end is written down', async () => {
    const scene = await withPin();
    await scene.gate.unlock(PIN);
    scene.gate.lock('page');
    scene.gate.lock('page');
    expect([scene.gate.isOpen(), scene.locks()]).toEqual([false, 1]);
    expect(scene.state.audit.newest(1)[0]).toMatchObject({ action: 'lock', result: 'page' });
  });
});

describe('--set-pin', () => {
  async function run(
    scene: Scene,
    answer: string | null,
  ): Promise<{ code: number; said: string; complained: string }> {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await setPin({
      state: scene.keeper.get,
      ask: async () => answer,
      say: (line) => said.push(line),
      complain: (line) => complained.push(line),
    });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  }

  it('sets the PIN that was typed, never shows it, and writes down that it was set', async () => {
    const scene = staffDesk();
    const { code, said } = await run(scene, PIN);
    expect([code, said.includes(PIN)]).toEqual([0, false]);
    expect(await scene.gate.unlock(PIN)).toEqual({ state: 'open' });
    expect(scene.state.audit.newest(9).map(({ action }) => action)).toContain('pin-set');
  });

  it('draws one for an empty line and shows it once', async () => {
    const scene = staffDesk();
    const { said } = await run(scene, '');
    expect(await scene.gate.unlock(/\d{8}/.exec(said)?.[0] ?? '')).toEqual({ state: 'open' });
  });

  it.each(['12345', 'abcdef', '123456', '777777'])('refuses %s and leaves the PIN as it was', async (pin) => {
    const scene = await withPin();
    expect(await run(scene, pin)).toMatchObject({ code: 1 });
    expect(await scene.gate.unlock(PIN)).toEqual({ state: 'open' });
  });
});
