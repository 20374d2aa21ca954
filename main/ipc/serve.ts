/** Answers the calls in `contract.ts`. Knows nothing of windows; tests drive it with a stub. */
import { CALLS, type Calls, type Refusal, type Reply } from './contract.ts';

/** Thrown by a reader when the screen's request has the wrong shape. */
export class BadRequest extends Error {
  override readonly name = 'BadRequest';
}

/** Thrown by an answer that cannot be given; crosses the door as a value. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

export type Entry<K extends keyof Calls> = {
  /** Turns whatever arrived into a request. @throws {BadRequest} */
  readonly read: (raw: unknown) => Calls[K]['request'];
  /** @throws {Refused} */
  readonly answer: (request: Calls[K]['request']) => Calls[K]['value'] | Promise<Calls[K]['value']>;
};
/** One entry per call; leaving one out does not compile. */
export type Entries = { readonly [K in keyof Calls]: Entry<K> };

/** The part of Electron's `ipcMain` and its event that we use. */
export type Listener<Sender> = (event: { readonly senderFrame: Sender }, raw: unknown) => Promise<unknown>;
export type HandlePort<Sender> = { handle(channel: string, listener: Listener<Sender>): void };

/**
 * Registers every call. Nothing thrown inside crosses the door: Electron would keep only the message,
 * so each failure becomes a `Refusal` the screen can switch on.
 *
 * @param isOurScreen true only for the top frame of our own page
 * @param report      writes the full error to the log and returns its log id
 * @param opened      nothing is answered before; the screen may stand and ask while content is being proven
 */
export function serve<Sender>(
  port: HandlePort<Sender>,
  entries: Entries,
  isOurScreen: (sender: Sender) => boolean,
  report: (error: unknown, channel: string) => string,
  opened: Promise<unknown> = Promise.resolve(),
): void {
  for (const name of Object.keys(CALLS) as (keyof Calls)[]) register(name);

  function register<K extends keyof Calls>(name: K): void {
    const entry: Entry<K> = entries[name];
    port.handle(name, async (event, raw): Promise<Reply<Calls[K]['value']>> => {
      try {
        if (!isOurScreen(event.senderFrame)) throw new BadRequest('call from a foreign frame');
        const request = entry.read(raw);
        await opened;
        return { ok: true, value: await entry.answer(request) };
      } catch (error) {
        return { ok: false, refusal: refusalOf(error, name, report) };
      }
    });
  }
}

function refusalOf(
  error: unknown,
  name: string,
  report: (error: unknown, channel: string) => string,
): Refusal {
  if (error instanceof BadRequest) return { code: 'bad-request', why: error.message };
  if (error instanceof Refused) return error.refusal;
  return { code: 'internal', logId: report(error, name) };
}
