/**
 * The only file that says `window.kiosk`. Calls always come back as a `Reply`: when the main process is
 * gone or the preload is missing, that is an `internal` refusal like any other, never a rejection.
 */
import type { Calls, KioskDoor, Refusal, Reply } from '../main/ipc/contract.ts';

declare global {
  interface Window {
    readonly kiosk?: KioskDoor;
  }
}

/** `logId` of refusals made on this side of the door; the main log knows nothing of them. */
export const NO_ANSWER = 'screen-no-answer';

export const door: KioskDoor = {
  async call<K extends keyof Calls>(
    name: K,
    request: Calls[K]['request'],
  ): Promise<Reply<Calls[K]['value']>> {
    try {
      if (window.kiosk === undefined) throw new Error('the preload script did not run');
      return await window.kiosk.call(name, request);
    } catch (error) {
      console.error(`door: ${name} got no answer`, error);
      return { ok: false, refusal: { code: 'internal', logId: NO_ANSWER } };
    }
  },
  on(name, listener) {
    return window.kiosk?.on(name, listener) ?? (() => undefined);
  },
};

/** For the `default` of a switch over a closed list: a forgotten case does not compile. */
export function assertNever(value: never): never {
  throw new Error(`not in the list: ${JSON.stringify(value)}`);
}

export type { Refusal };
