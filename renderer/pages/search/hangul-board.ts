/**
 * The Hangul keys (두벌식) and how letters become syllables while one types. No shift: the doubled consonants
 * and ㅒ ㅖ have keys of their own. Works on the end of the text alone, so it needs no state. Pure.
 */
import { syllable, syllableOf } from '../../../content/pack/hangul.ts';

export const HANGUL_ROWS: readonly string[] = [
  'ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ',
  'ㅁㄴㅇㄹㅎㅗㅓㅏㅣ ',
  'ㅋㅌㅊㅍㅠㅜㅡ   ',
  'ㅃㅉㄸㄲㅆㅒㅖ   ',
];

/** Two letters that are written as one: vowels, and consonants under a syllable. */
const PAIRS: Readonly<Record<string, string>> = {
  ㅗㅏ: 'ㅘ',
  ㅗㅐ: 'ㅙ',
  ㅗㅣ: 'ㅚ',
  ㅜㅓ: 'ㅝ',
  ㅜㅔ: 'ㅞ',
  ㅜㅣ: 'ㅟ',
  ㅡㅣ: 'ㅢ',
  ㄱㅅ: 'ㄳ',
  ㄴㅈ: 'ㄵ',
  ㄴㅎ: 'ㄶ',
  ㄹㄱ: 'ㄺ',
  ㄹㅁ: 'ㄻ',
  ㄹㅂ: 'ㄼ',
  ㄹㅅ: 'ㄽ',
  ㄹㅌ: 'ㄾ',
  ㄹㅍ: 'ㄿ',
  ㄹㅎ: 'ㅀ',
  ㅂㅅ: 'ㅄ',
};
const PARTS = new Map(Object.entries(PAIRS).map(([pair, one]) => [one, pair] as const));

const isVowel = (letter: string) => /^[ㅏ-ㅣ]$/.test(letter);

/** The letters one presses for a syllable, in order; anything else is itself. */
export function lettersOf(char: string): readonly string[] {
  const parts = syllableOf(char);
  const list = parts === null ? [char] : [parts.initial, parts.vowel, parts.final];
  return list.flatMap((one) => [...(PARTS.get(one) ?? one)]);
}

/** The text after a key of the board. */
export function composed(text: string, letter: string): string {
  const chars = [...text];
  const last = chars.pop() ?? '';
  return chars.join('') + joined(last, letter);
}

/** The last character and the letter after it, as they are written together. */
function joined(last: string, letter: string): string {
  const parts = syllableOf(last);
  if (parts === null) {
    const whole = isVowel(letter) ? syllable({ initial: last, vowel: letter, final: '' }) : null;
    return whole ?? PAIRS[last + letter] ?? last + letter;
  }
  const { initial, vowel, final } = parts;
  if (isVowel(letter)) {
    if (final !== '') return moved(last, letter);
    const pair = PAIRS[vowel + letter];
    return (pair === undefined ? null : syllable({ initial, vowel: pair, final })) ?? last + letter;
  }
  const below = final === '' ? letter : PAIRS[final + letter];
  return (below === undefined ? null : syllable({ initial, vowel, final: below })) ?? last + letter;
}

/** A vowel takes the consonant under the syllable before it along: 각 + ㅏ is 가가, 값 + ㅣ is 갑시. */
function moved(last: string, letter: string): string {
  const parts = syllableOf(last);
  if (parts === null) return last + letter;
  const pieces = [...(PARTS.get(parts.final) ?? parts.final)];
  const initial = pieces.pop() ?? '';
  const left = syllable({ ...parts, final: pieces.join('') });
  const right = syllable({ initial, vowel: letter, final: '' });
  return left === null || right === null ? last + letter : left + right;
}

/** The text without the last letter pressed: 각 becomes 가, then ㄱ, then nothing. */
export function uncomposed(text: string): string {
  const chars = [...text];
  const last = chars.pop() ?? '';
  const letters = lettersOf(last).slice(0, -1);
  return chars.join('') + letters.reduce((made, letter) => composed(made, letter), '');
}
