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

export function createReadings(asked: Pick<KioskDoor, 'call'>): Readings {
  const known = new Map<string, string>();
  const wanted = new Set<string>();
  const listeners = new Set<() => void>();
  let epoch = 0;

  async function ask(): Promise<void> {
    const texts = [...wanted];
    wanted.clear();
    const begun = epoch;
    const done = holdBusy();
    for (const some of portions(texts)) {
      const reply = await asked.call('ruby:read', { texts: some });
      if (begun !== epoch) break;
      // Without readings a text is still a text: nobody is told of a refusal.
      for (const text of some) known.set(text, (reply.ok && reply.value[text]) || text);
    }
    done();
    for (const listener of [...listeners]) listener();
  }

  return {
    marked: (text) => known.get(text) ?? text,
    want: (text) => {
      if (known.has(text) || wanted.has(text) || text.length > RUBY_LIMITS.perText) return;
      if (known.size > MAX_KEPT) known.clear();
      if (wanted.size === 0) queueMicrotask(() => void ask());
      wanted.add(text);
    },
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

export const readings = createReadings(door);

/** Whether Japanese is to be shown with readings: always in easy Japanese, on the visitor's wish in Japanese. */
export function useRubyOn(): boolean {
  const { lang, ruby } = useSettings();
  return lang === 'ja-easy' || (lang === 'ja' && ruby);
}

/** A text as it is to be shown: marked (`content/pack/ruby.ts`) while readings are on. */
export function useMarked(text: string): string {
  const on = useRubyOn();
  useEffect(() => {
    if (on && hasKanji(text)) readings.want(text);
  }, [on, text]);
  const peek = () => readings.marked(text);
  const marked = useSyncExternalStore(readings.watch, peek, peek);
  return on ? marked : text;
}
