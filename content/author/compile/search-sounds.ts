/** How the words of a text sound, so that a visitor with a kana keyboard finds what is written in kanji. */

import { MAX_SOUND } from '../../pack/grams.ts';
import { isKana } from '../../pack/kana.ts';
import { soundOf } from '../../pack/sound.ts';
import type { Word } from '../ruby/word.ts';

/** What is read aloud of a word: '' for signs, null where nobody knows. */
export function readingOf({ surface, reading, kind }: Word): string | null {
  if (reading !== null) return reading;
  if (isKana(surface)) return surface;
  return kind === 'sign' ? '' : null;
}

/**
 * The sound of a text from each of its words on, up to the next sign or unknown word: 芋煮会を gives
 * `imonikaio` and `kaio`, so that いもに and かい find it, and ものに does not.
 */
export function soundsOf(words: readonly Word[]): readonly string[] {
  const sounds: string[] = [];
  // From the end, so that each word is put before what follows it.
  let following = '';
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i];
    const reading = word === undefined || word.kind === 'sign' ? null : readingOf(word);
    following = reading === null ? '' : (reading + following).slice(0, MAX_SOUND);
    const sound = word?.kind === 'content' && following !== '' ? soundOf(following) : null;
    if (sound !== null) sounds.push(sound.slice(0, MAX_SOUND));
  }
  return sounds;
}
