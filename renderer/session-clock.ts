/**
 * When a visit begins and ends, by the signs a visitor gives. Monotonic time only: a clock that is set
 * right in the night ends no visit. Pure but for its one timer; `session.ts` binds it to the screen.
 *
 *     fresh ──sign──► used ──idle──► asking ──no answer──► resting ──touch──► used
 *       └────────────────idle──────────────────────────────────┘
 */
import type { SessionTimes } from '../content/pack/views.ts';
import { type Watched, watched } from './value.ts';

export type SessionState =
  /** The kiosk has started and nobody has touched it yet. */
  | { readonly phase: 'fresh' }
  | { readonly phase: 'used' }
  /** 「つづけますか」 stands on the screen for so long. */
  | { readonly phase: 'asking'; readonly askMs: number }
  /** Everything is forgotten; what is on now goes by. */
  | { readonly phase: 'resting' };

export type SessionEvent =
  | { readonly kind: 'begun' }
  /** `left`: the visitor said so; `idle`: nobody answered. `lastedMs` up to the last sign of the visitor. */
  | { readonly kind: 'ended'; readonly why: 'idle' | 'left'; readonly lastedMs: number };

export type SessionClock = {
  readonly state: Watched<SessionState>;
  /** Starts counting; until then nothing ever ends. Told again, it only takes the new times. */
  readonly run: (times: SessionTimes) => void;
  /**
   * The visitor did something. A sign that does not `begin` a visit (scrolling, a film that plays) only
   * prolongs one. While asking or resting signs do nothing: there `goOn` and `begin` answer.
   */
  readonly sign: (begins: boolean) => void;
  /** Nothing ends until the returned function is called; calling it again does nothing. */
  readonly hold: () => () => void;
  /** The visitor answers the question: as if nothing had been. */
  readonly goOn: () => void;
  /** A touch on the resting screen. */
  readonly begin: () => void;
  /** Ends the visit now, as the visitor wished. */
  readonly leave: () => void;
  /** @returns a function that stops listening */
  readonly listen: (listener: (event: SessionEvent) => void) => () => void;
};

/** @param nowMs monotonic, in milliseconds */
export function createSessionClock(nowMs: () => number): SessionClock {
  const state = watched<SessionState>({ phase: 'fresh' });
  const listeners = new Set<(event: SessionEvent) => void>();
  let times: SessionTimes | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let signMs = nowMs();
  let begunMs = signMs;
  let askedMs = signMs;
  let holds = 0;

  const tell = (event: SessionEvent) => {
    for (const listener of [...listeners]) listener(event);
  };

  function begin(): void {
    begunMs = signMs = nowMs();
    state.set({ phase: 'used' });
    tell({ kind: 'begun' });
    wait();
  }

  /** Listeners forget first: whoever draws the resting screen finds nothing of the visitor any more. */
  function end(why: 'idle' | 'left'): void {
    tell({ kind: 'ended', why, lastedMs: Math.round(signMs - begunMs) });
    state.set({ phase: 'resting' });
    clearTimeout(timer);
  }

  function look(): void {
    if (times === null) return;
    if (holds > 0) signMs = nowMs();
    const { phase } = state.get();
    if (phase === 'asking') {
      if (nowMs() - askedMs >= times.askMs) end('idle');
      else wait();
    } else if (nowMs() - signMs < times.idleMs) {
      wait();
    } else if (phase === 'fresh') {
      state.set({ phase: 'resting' });
    } else if (phase === 'used') {
      askedMs = nowMs();
      state.set({ phase: 'asking', askMs: times.askMs });
      wait();
    }
  }

  /** One timer for what comes next; it looks again, so signs need not touch it. */
  function wait(): void {
    clearTimeout(timer);
    const { phase } = state.get();
    if (times === null || phase === 'resting') return;
    const dueMs = phase === 'asking' ? askedMs + times.askMs : signMs + times.idleMs;
    timer = setTimeout(look, Math.max(1, Math.ceil(dueMs - nowMs())));
  }

  return {
    state,
    run: (given) => {
      times = given;
      wait();
    },
    sign: (begins) => {
      const { phase } = state.get();
      if (phase === 'fresh' && begins) begin();
      else if (phase === 'used') signMs = nowMs();
    },
    hold: () => {
      holds += 1;
      let held = true;
      return () => {
        if (!held) return;
        held = false;
        holds -= 1;
        signMs = nowMs();
      };
    },
    goOn: () => {
      if (state.get().phase !== 'asking') return;
      signMs = nowMs();
      state.set({ phase: 'used' });
      wait();
    },
    begin: () => {
      if (state.get().phase === 'resting') begin();
    },
    leave: () => {
      const { phase } = state.get();
      if (phase === 'used' || phase === 'asking') end('left');
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
