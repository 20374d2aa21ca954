/**
 * The staff's way in. The main process alone knows whether staff are in; the page only ever hears it. A
 * session ends after 60 seconds without a touch that Chromium itself saw, and with the page.
 */
import type { StaffGate } from '../ipc/contract.ts';
import type { PinStore, Throttle } from '../state/pin.ts';
import type { StateOrNot } from '../state/state.ts';
import { isRight } from './secret.ts';
import { MAX_FAILURES, waitAfterMs } from './throttle.ts';

export const SESSION_IDLE_MS = 60_000;

export type Gate = {
  readonly look: () => StaffGate;
  /** One try. Never throws for a wrong PIN. @throws when the disk cannot remember the try */
  readonly unlock: (pin: string) => Promise<StaffGate>;
  /** Ends the session, if there is one. */
  readonly lock: (why: 'asked' | 'idle' | 'page') => void;
  /** A hand or a key was on the screen: the session goes on. */
  readonly touched: () => void;
  readonly isOpen: () => boolean;
};

export type GateOptions = {
  readonly state: () => StateOrNot;
  /** From the start of the program, unmoved by clock changes: a reboot begins a wait anew, never shortens it. */
  readonly monotonicMs: () => number;
  /** The session has ended. */
  readonly onLock: () => void;
  /** Told when the disk would not take the entry of a session's end; it has ended all the same. */
  readonly report: (error: unknown) => void;
};

export function makeGate({ state, monotonicMs, onLock, report }: GateOptions): Gate {
  let touchedMs: number | null = null;
  let idle: NodeJS.Timeout | undefined;
  let trying = false;
  /** When the wait ends; before the first try of this run, counted from the start of the program. */
  let deadlineMs: number | null = null;

  const isOpen = (): boolean => touchedMs !== null && monotonicMs() - touchedMs < SESSION_IDLE_MS;

  function waitOf({ waitMs }: Throttle): number {
    return waitMs === 0 ? 0 : Math.max(0, Math.ceil((deadlineMs ?? waitMs) - monotonicMs()));
  }

  function look(lastWrong = false): StaffGate {
    const found = state();
    if (!found.ok) return { state: 'no-memory', detail: found.detail };
    if (isOpen()) return { state: 'open' };
    const { pin } = found.state;
    if (pin.record() === null) return { state: 'no-pin' };
    const throttle = pin.throttle();
    if (throttle.failures >= MAX_FAILURES) return { state: 'stopped' };
    return { state: 'closed', waitMs: waitOf(throttle), lastWrong };
  }

  async function attempt(pin: string, store: PinStore, write: (result: string) => void): Promise<StaffGate> {
    const record = store.record();
    if (record === null) return { state: 'no-pin' };
    // Written before the look: whoever pulls the plug now has lost this try.
    const failures = store.throttle().failures + 1;
    fail(store, failures);
    if (!(await isRight(pin, record))) {
      fail(store, failures);
      write(failures >= MAX_FAILURES ? 'stopped' : 'wrong');
      return look(true);
    }
    write('ok');
    store.setThrottle({ failures: 0, waitMs: 0 });
    open();
    return { state: 'open' };
  }

  function fail(store: PinStore, failures: number): void {
    const waitMs = waitAfterMs(failures);
    store.setThrottle({ failures, waitMs });
    deadlineMs = monotonicMs() + waitMs;
  }

  function open(): void {
    touchedMs = monotonicMs();
    watch(SESSION_IDLE_MS);
  }

  function watch(afterMs: number): void {
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (touchedMs === null) return;
      const leftMs = touchedMs + SESSION_IDLE_MS - monotonicMs();
      if (leftMs > 0) watch(leftMs);
      else lock('idle');
    }, afterMs);
    idle.unref();
  }

  function lock(why: string): void {
    if (touchedMs === null) return;
    touchedMs = null;
    clearTimeout(idle);
    try {
      const found = state();
      if (found.ok) found.state.audit.write('lock', why);
    } catch (error) {
      report(error);
    }
    onLock();
  }

  return {
    look: () => look(),
    isOpen,
    lock,
    touched: () => {
      if (isOpen()) touchedMs = monotonicMs();
    },
    unlock: async (pin) => {
      const now = look();
      if (now.state !== 'closed' || now.waitMs > 0) return now;
      // One at a time: many at once would all be looked at before the first is counted.
      if (trying) return { state: 'busy' };
      const found = state();
      if (!found.ok) return { state: 'no-memory', detail: found.detail };
      trying = true;
      try {
        return await attempt(pin, found.state.pin, (result) => found.state.audit.write('unlock', result));
      } finally {
        trying = false;
      }
    },
  };
}
