/**
 * What was asked through the door and what came back, kept per question so that going back is instant.
 * No React and no `window` here: `answer.ts` binds it to the screen, tests drive it with a stub.
 */
import type { Calls, KioskDoor, Refusal, VisitorCalls } from '../main/ipc/contract.ts';

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'ready'; readonly value: T }
  | { readonly state: 'refused'; readonly refusal: Refusal };

/** Reads of what a page shows. `tour:shown` tells main something, `ruby.ts` asks for readings by itself. */
export type Question = Exclude<keyof VisitorCalls, 'tour:shown' | 'ruby:read'>;

/** Most answers kept; the oldest goes first. A visitor's session asks fewer; typing in the search asks more. */
export const MAX_KEPT = 120;

/** Most refusals remembered: on a kiosk in a hall nobody takes them. */
const MAX_REFUSALS = 20;

const WAITING: Answer<never> = { state: 'waiting' };

export type Answers = {
  /** The answer as it stands; `waiting` where nothing was asked yet. Same object until it changes. */
  readonly peek: <K extends Question>(call: K, request: Calls[K]['request']) => Answer<Calls[K]['value']>;
  /** Asks unless the answer is there or under way; one that was refused is asked again. */
  readonly ask: <K extends Question>(call: K, request: Calls[K]['request']) => void;
  /** What is kept, of all calls or of some, is old: it goes on being shown until it was asked anew and answered. */
  readonly renew: (calls?: readonly Question[]) => void;
  /** Whether this is to be asked: nothing is kept of it, or something old. */
  readonly isOpen: <K extends Question>(call: K, request: Calls[K]['request']) => boolean;
  /** Forgets everything; answers still under way are dropped when they come. Listeners ask again. */
  readonly clear: () => void;
  /** Forgets the answers to some calls, also those under way: what a visitor typed lies in their keys. */
  readonly drop: (calls: readonly Question[]) => void;
  /** How many questions are under way. */
  readonly waiting: () => number;
  /** Refusals since the last call of this, for the tour: `town:read not-found`. */
  readonly takeRefusals: () => readonly string[];
  readonly watch: (listener: () => void) => () => void;
};

export function createAnswers(door: Pick<KioskDoor, 'call'>): Answers {
  // Insertion order is age: a key asked again moves to the end.
  const kept = new Map<string, Answer<unknown>>();
  // Which asking a reply belongs to: one that was forgotten meanwhile finds another, or none.
  const underWay = new Map<string, symbol>();
  const old = new Set<string>();
  const listeners = new Set<() => void>();
  let refusals: string[] = [];

  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  function keep(key: string, answer: Answer<unknown>) {
    kept.delete(key);
    kept.set(key, answer);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
      old.delete(oldest);
    }
  }

  async function fetch<K extends Question>(key: string, call: K, request: Calls[K]['request']) {
    const asking = Symbol(call);
    underWay.set(key, asking);
    const reply = await door.call(call, request);
    if (underWay.get(key) !== asking) return;
    underWay.delete(key);
    old.delete(key);
    if (reply.ok) keep(key, { state: 'ready', value: reply.value });
    else {
      keep(key, { state: 'refused', refusal: reply.refusal });
      refusals = [...refusals, `${call} ${reply.refusal.code}`].slice(-MAX_REFUSALS);
    }
    tell();
  }

  return {
    peek: <K extends Question>(call: K, request: Calls[K]['request']) =>
      (kept.get(keyOf(call, request)) ?? WAITING) as Answer<Calls[K]['value']>,
    ask: (call, request) => {
      const key = keyOf(call, request);
      const have = kept.get(key);
      if (have?.state === 'ready' && !old.has(key)) keep(key, have);
      else if (!underWay.has(key)) void fetch(key, call, request);
    },
    renew: (calls) => {
      for (const key of underWay.keys()) if (isOf(key, calls)) underWay.delete(key);
      for (const key of kept.keys()) if (isOf(key, calls)) old.add(key);
      tell();
    },
    isOpen: (call, request) => {
      const key = keyOf(call, request);
      return !underWay.has(key) && (old.has(key) || !kept.has(key));
    },
    clear: () => {
      kept.clear();
      old.clear();
      underWay.clear();
      tell();
    },
    drop: (calls) => {
      for (const map of [kept, underWay]) {
        for (const key of [...map.keys()]) if (isOf(key, calls)) map.delete(key);
      }
      tell();
    },
    waiting: () => underWay.size,
    takeRefusals: () => {
      const taken = refusals;
      refusals = [];
      return taken;
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** @param calls left out: any */
function isOf(key: string, calls: readonly Question[] | undefined): boolean {
  return calls === undefined || calls.some((call) => key.startsWith(`${call} `));
}

/** Requests are flat and small; sorted keys make `{a,b}` and `{b,a}` the same question. */
export function keyOf(call: Question, request: object): string {
  return `${call} ${JSON.stringify(Object.entries(request).sort(([a], [b]) => (a < b ? -1 : 1)))}`;
}
