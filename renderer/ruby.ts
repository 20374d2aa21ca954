/**
 * Readings of the Japanese texts on the screen. Whatever is drawn while readings are on asks here; the texts of
 * one draw go through the door together, and what came back is kept until the content changes.
 */
import { useEffect, useSyncExternalStore } from 'react';
import { hasKanji, RUBY_LIMITS } from '../content/pack/ruby.ts';
import type { KioskDoor } from '../main/ipc/contract.ts';
import { holdBusy } from './busy.ts';
import { door } from './door.ts';
import { useSettings } from './settings.ts';
import type { Sentence } from './words/readings.ts';

/** Most texts kept; a session reads fewer. */
const MAX_KEPT = 5000;

export type Readings = {
  /** The text with its readings marked; itself while they are under way or where there are none. */
  readonly marked: (text: string) => string;
  /** Asks for a text with the next ones, unless its answer is there. */
  readonly want: (text: string) => void;
  readonly clear: () => void;
  readonly watch: (listener: () => void) => () => void;
};

/** Readings of what the screen says itself; null for other texts. */
type Own = (text: string) => Sentence | null;

/** @param loadOwn texts of packs come through the door, these do not */
export function createReadings(
  asked: Pick<KioskDoor, 'call'>,
  loadOwn: () => Promise<Own> = async () => () => null,
): Readings {
  const known = new Map<string, Sentence>();
  const wanted = new Set<string>();
  const listeners = new Set<() => void>();
  let epoch = 0;

  async function ask(): Promise<void> {
    const texts = [...wanted];
    wanted.clear();
    const begun = epoch;
    const done = holdBusy();
    // A text without readings is still a text.
    const own = await loadOwn().catch((): Own => () => null);
    for (const some of portions(texts)) {
      const reply = await asked.call('ruby:read', { texts: some });
      if (begun !== epoch) break;
      // Without readings a text is still a text: nobody is told of a refusal.
      for (const text of some) learn(text, reply.ok ? reply.value[text] : undefined, own);
    }
    done();
    for (const listener of [...listeners]) listener();
  }

  /** A text no pack knows is said by the screen; names that were put into it may be known again. */
  function learn(text: string, marked: string | undefined, own: Own): void {
    const sentence = marked === undefined ? own(text) : [marked];
    known.set(text, sentence ?? [text]);
    for (const piece of sentence ?? []) if (typeof piece !== 'string') want(piece.value);
  }

  function want(text: string): void {
    if (known.has(text) || wanted.has(text) || !hasKanji(text) || text.length > RUBY_LIMITS.perText) return;
    if (known.size > MAX_KEPT) known.clear();
    if (wanted.size === 0) queueMicrotask(() => void ask());
    wanted.add(text);
  }

  const marked = (text: string): string => {
    const sentence = known.get(text);
    if (sentence === undefined) return text;
    return sentence.map((piece) => (typeof piece === 'string' ? piece : marked(piece.value))).join('');
  };

  return {
    marked,
    want,
    clear: () => {
      epoch += 1;
      known.clear();
    },
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** As many texts at a time as the door takes. */
function portions(texts: readonly string[]): readonly (readonly string[])[] {
  const all: string[][] = [[]];
  let room: number = RUBY_LIMITS.together;
  for (const text of texts) {
    const last = all.at(-1);
    if (last === undefined || last.length >= RUBY_LIMITS.texts || text.length > room) {
      all.push([text]);
      room = RUBY_LIMITS.together - text.length;
    } else {
      last.push(text);
      room -= text.length;
    }
  }
  return all.filter((some) => some.length > 0);
}

/** Brings in the readings of the screen's own words: no start needs them. */
export async function loadOwnReadings(): Promise<Own> {
  return (await import('./words/readings.ts')).sentenceOf;
}

export const readings = createReadings(door, loadOwnReadings);

/** Whether Japanese is to be shown with readings: always in easy Japanese, on the visitor's wish in Japanese. */
export function useRubyOn(): boolean {
  const { lang, ruby } = useSettings();
  return lang === 'ja-easy' || (lang === 'ja' && ruby);
}

/** A text as it is to be shown: marked (`content/pack/ruby.ts`) while readings are on. */
export function useMarked(text: string): string {
  const on = useRubyOn();
  useEffect(() => {
    if (on) readings.want(text);
  }, [on, text]);
  const peek = () => readings.marked(text);
  const marked = useSyncExternalStore(readings.watch, peek, peek);
  return on ? marked : text;
}
