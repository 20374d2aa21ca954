import { describe, expect, it } from 'vitest';
import { CALLS, type Calls, type Reply } from '../../../main/ipc/contract.ts';
import { BadRequest, type Entries, Refused, serve } from '../../../main/ipc/serve.ts';

type Listener = (event: { readonly senderFrame: string }, raw: unknown) => Promise<unknown>;

/** Serves with `home:read` as given; everything else answers null. */
function start(home: Partial<Entries['home:read']>, opened?: Promise<unknown>) {
  const listeners = new Map<string, Listener>();
  const reported: unknown[][] = [];
  const plain = { read: (raw: unknown) => raw, answer: () => null };
  const entries = Object.fromEntries(Object.keys(CALLS).map((name) => [name, plain]));
  serve(
    { handle: (channel: string, listener: Listener) => void listeners.set(channel, listener) },
    { ...entries, 'home:read': { ...plain, ...home } } as unknown as Entries,
    (frame) => frame === 'ours',
    (error, channel) => {
      reported.push([error, channel]);
      return 'log-1';
    },
    opened,
  );
  const call = (raw: unknown, frame = 'ours') =>
    listeners.get('home:read')?.({ senderFrame: frame }, raw) as Promise<Reply<Calls['home:read']['value']>>;
  return { listeners, reported, call };
}

describe('serve', () => {
  it('registers every call of the contract and nothing else', () => {
    expect([...start({}).listeners.keys()].sort()).toEqual(Object.keys(CALLS).sort());
  });

  it('answers nothing before the content is proven, and everything then', async () => {
    const order: string[] = [];
    let open = (): void => undefined;
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const { call } = start({ answer: () => order.push('answered') as never }, opened);
    const reply = call({});
    await new Promise((resolve) => setImmediate(resolve));
    order.push('opened');
    open();
    expect(await reply).toEqual({ ok: true, value: 2 });
    expect(order).toEqual(['opened', 'answered']);
  });

  it('answers with the value, also one that comes later', async () => {
    expect(await start({ answer: () => ({ now: 1 }) as never }).call({})).toEqual({
      ok: true,
      value: { now: 1 },
    });
    expect(await start({ answer: async () => ({ later: 1 }) as never }).call({})).toEqual({
      ok: true,
      value: { later: 1 },
    });
  });

  it('gives the answer what the reader made of the request', async () => {
    const { call } = start({ read: () => ({ lang: 'ko' }), answer: ({ lang }) => lang as never });
    expect(await call({ lang: 'xx' })).toEqual({ ok: true, value: 'ko' });
  });

  it('bad-request: a call from a foreign frame never reaches reader or answer', async () => {
    let reached = false;
    const touch = () => {
      reached = true;
      return null as never;
    };
    expect(await start({ read: touch, answer: touch }).call({}, 'foreign')).toEqual({
      ok: false,
      refusal: { code: 'bad-request', why: 'call from a foreign frame' },
    });
    expect(reached).toBe(false);
  });

  it('bad-request: what the reader refuses, with its reason', async () => {
    const read = () => {
      throw new BadRequest('lang');
    };
    expect(await start({ read }).call({})).toEqual({
      ok: false,
      refusal: { code: 'bad-request', why: 'lang' },
    });
  });

  it('passes a refusal of the answer on as a value', async () => {
    const refusal = {
      code: 'no-library',
      faults: [{ code: 'library-missing', subject: '', detail: '' }],
    } as const;
    const answer = () => {
      throw new Refused(refusal);
    };
    expect(await start({ answer }).call({})).toEqual({ ok: false, refusal });
  });

  it.each([
    ['an error', new TypeError('secret path /data')],
    ['a text', 'thrown text'],
    ['nothing', undefined],
  ])('internal: %s thrown inside becomes the id of a log entry and nothing more', async (_what, thrown) => {
    const { call, reported } = start({
      answer: () => {
        throw thrown;
      },
    });
    expect(await call({})).toEqual({ ok: false, refusal: { code: 'internal', logId: 'log-1' } });
    expect(reported).toEqual([[thrown, 'home:read']]);
  });

  it('internal: an answer that fails later', async () => {
    const { call } = start({ answer: () => Promise.reject(new Error('late')) });
    expect(await call({})).toEqual({ ok: false, refusal: { code: 'internal', logId: 'log-1' } });
  });

  it('reports nothing that is not our fault', async () => {
    const { call, reported } = start({
      answer: () => {
        throw new Refused({ code: 'not-found' });
      },
    });
    await call({});
    await call({}, 'foreign');
    expect(reported).toEqual([]);
  });
});
