import { describe, expect, it } from 'vitest';
import type { Calls, KioskDoor, Reply } from '../../main/ipc/contract.ts';
import { createAnswers, keyOf, MAX_KEPT } from '../../renderer/answers.ts';

type Asked = {
  readonly name: keyof Calls;
  readonly request: unknown;
  readonly reply: (reply: unknown) => void;
};

/** A door that answers when the test says so. */
function stubDoor() {
  const asked: Asked[] = [];
  const door: Pick<KioskDoor, 'call'> = {
    call: <K extends keyof Calls>(name: K, request: Calls[K]['request']) =>
      new Promise<Reply<Calls[K]['value']>>((resolve) => {
        asked.push({ name, request, reply: (reply) => resolve(reply as Reply<Calls[K]['value']>) });
      }),
  };
  return { asked, answers: createAnswers(door) };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));
const HOME = { lang: 'ja' } as const;

describe('answers', () => {
  it('waits, then keeps the answer and does not ask again', async () => {
    const { asked, answers } = stubDoor();
    expect(answers.peek('home:read', HOME).state).toBe('waiting');
    answers.ask('home:read', HOME);
    answers.ask('home:read', HOME);
    expect([asked.length, answers.waiting()]).toEqual([1, 1]);
    asked[0]?.reply({ ok: true, value: 'home' });
    await settle();
    expect(answers.peek('home:read', HOME)).toEqual({ state: 'ready', value: 'home' });
    expect(answers.peek('home:read', HOME)).toBe(answers.peek('home:read', HOME));
    answers.ask('home:read', HOME);
    expect([asked.length, answers.waiting()]).toEqual([1, 0]);
  });

  it('asks a refused question again and reports each refusal once', async () => {
    const { asked, answers } = stubDoor();
    answers.ask('town:read', { lang: 'ja', code: '012068' });
    asked[0]?.reply({ ok: false, refusal: { code: 'not-found' } });
    await settle();
    expect(answers.peek('town:read', { lang: 'ja', code: '012068' }).state).toBe('refused');
    expect(answers.takeRefusals()).toEqual(['town:read not-found']);
    expect(answers.takeRefusals()).toEqual([]);
    answers.ask('town:read', { lang: 'ja', code: '012068' });
    expect(asked.length).toBe(2);
  });

  it('remembers the last twenty refusals where nobody takes them, as in a hall', async () => {
    const { asked, answers } = stubDoor();
    for (let i = 0; i < 30; i += 1) answers.ask('town:read', { ...HOME, code: String(i) });
    for (const { reply } of asked) reply({ ok: false, refusal: { code: 'not-found' } });
    await settle();
    expect(answers.takeRefusals()).toHaveLength(20);
  });

  it('drops what was asked before the content changed', async () => {
    const { asked, answers } = stubDoor();
    answers.ask('home:read', HOME);
    answers.clear();
    asked[0]?.reply({ ok: true, value: 'old' });
    await settle();
    expect(answers.peek('home:read', HOME).state).toBe('waiting');
    answers.ask('home:read', HOME);
    expect(asked.length).toBe(2);
    asked[1]?.reply({ ok: true, value: 'new' });
    await settle();
    expect(answers.peek('home:read', HOME)).toEqual({ state: 'ready', value: 'new' });
  });

  it('goes on showing what is old until its new answer came', async () => {
    const { asked, answers } = stubDoor();
    answers.ask('home:read', HOME);
    asked[0]?.reply({ ok: true, value: 'old' });
    await settle();
    expect(answers.isOpen('home:read', HOME)).toBe(false);
    answers.renew();
    expect(answers.peek('home:read', HOME)).toEqual({ state: 'ready', value: 'old' });
    expect(answers.isOpen('home:read', HOME)).toBe(true);
    answers.ask('home:read', HOME);
    answers.ask('home:read', HOME);
    expect([asked.length, answers.isOpen('home:read', HOME)]).toEqual([2, false]);
    asked[1]?.reply({ ok: true, value: 'new' });
    await settle();
    expect(answers.peek('home:read', HOME)).toEqual({ state: 'ready', value: 'new' });
    answers.ask('home:read', HOME);
    expect(asked.length).toBe(2);
  });

  it('makes the answers to some calls old, and leaves the others as they are', async () => {
    const { asked, answers } = stubDoor();
    answers.ask('home:read', HOME);
    answers.ask('notices:read', { lang: 'ja' });
    for (const each of asked) each.reply({ ok: true, value: each.request });
    await settle();
    answers.renew(['notices:read']);
    expect(answers.isOpen('home:read', HOME)).toBe(false);
    expect(answers.isOpen('notices:read', { lang: 'ja' })).toBe(true);
    expect(answers.peek('notices:read', { lang: 'ja' }).state).toBe('ready');
  });

  it('keeps the newest answers only', async () => {
    const { asked, answers } = stubDoor();
    const request = (text: string) => ({ lang: 'ja', text, limit: 10 }) as const;
    for (let i = 0; i <= MAX_KEPT; i++) answers.ask('search:find', request(`${i}`));
    for (const each of asked) each.reply({ ok: true, value: each.request });
    await settle();
    expect(answers.peek('search:find', request('0')).state).toBe('waiting');
    expect(answers.peek('search:find', request(`${MAX_KEPT}`)).state).toBe('ready');
  });

  it('takes the same request in another order of keys for the same question', () => {
    expect(keyOf('town:read', { code: '1', lang: 'ja' })).toBe(keyOf('town:read', { lang: 'ja', code: '1' }));
    expect(keyOf('town:read', { lang: 'ja' })).not.toBe(keyOf('ward:read', { lang: 'ja' }));
  });
});

describe('drop', () => {
  it('forgets some calls and what of them is under way, and keeps the others', async () => {
    const { asked, answers } = stubDoor();
    const TYPED = { lang: 'ja', text: 'ひみつ', limit: 50 } as const;
    answers.ask('home:read', HOME);
    asked[0]?.reply({ ok: true, value: 'home' });
    answers.ask('search:find', TYPED);
    await settle();
    answers.drop(['search:find']);
    asked[1]?.reply({ ok: true, value: 'late' });
    await settle();
    expect(answers.peek('search:find', TYPED).state).toBe('waiting');
    expect(answers.peek('home:read', HOME).state).toBe('ready');
    expect(answers.waiting()).toBe(0);
  });
});
