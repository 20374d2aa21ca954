/** Japanese names for readers of Hangul: 쓰루이무라 for つるいむら. See `hangul.ts` for the rules. */
import { syllable } from './hangul.ts';
import { toHiragana } from './kana.ts';

const VOWEL_OF: readonly (readonly [string, string])[] = [
  ['ㅏ', 'あかさたなはまらわがざだばぱ'],
  ['ㅣ', 'いきしちにひみりぎじぢびぴゐ'],
  ['ㅜ', 'うくぬふむゆるぐぶぷゔ'],
  ['ㅡ', 'すつずづ'],
  ['ㅔ', 'えけせてねへめれげぜでべぺゑ'],
  ['ㅗ', 'おこそとのほもろごぞどぼぽを'],
  ['ㅑ', 'や'],
  ['ㅠ', 'ゆ'],
  ['ㅛ', 'よ'],
];

/** Consonant at the beginning of a word, and within it. */
const CONSONANT_OF: readonly (readonly [string, string, string])[] = [
  ['ㄱ', 'ㅋ', 'かきくけこ'],
  ['ㄱ', 'ㄱ', 'がぎぐげご'],
  ['ㅅ', 'ㅅ', 'さしすせそ'],
  ['ㅈ', 'ㅈ', 'ざじずぜぞぢづ'],
  ['ㄷ', 'ㅌ', 'たてと'],
  ['ㅈ', 'ㅊ', 'ち'],
  ['ㅆ', 'ㅆ', 'つ'],
  ['ㄷ', 'ㄷ', 'だでど'],
  ['ㄴ', 'ㄴ', 'なにぬねの'],
  ['ㅎ', 'ㅎ', 'はひふへほ'],
  ['ㅂ', 'ㅂ', 'ばびぶべぼゔ'],
  ['ㅍ', 'ㅍ', 'ぱぴぷぺぽ'],
  ['ㅁ', 'ㅁ', 'まみむめも'],
  ['ㄹ', 'ㄹ', 'らりるれろ'],
];

const GLIDES: Readonly<Record<string, string>> = { ゃ: 'ㅑ', ゅ: 'ㅠ', ょ: 'ㅛ' };
/** After ㅈ and ㅊ no glide is written: じゃ is 자. */
const PLAIN: Readonly<Record<string, string>> = { ㅑ: 'ㅏ', ㅠ: 'ㅜ', ㅛ: 'ㅗ' };

type Part = { initial: string; vowel: string; final: string };

/**
 * A name in Hangul. A vowel that lengthens the one before is left out, as the rule has it.
 *
 * @param kana the whole name in kana of either script
 * @returns    null where a sign in it is no kana that can be said
 */
export function hangulOf(kana: string): string | null {
  const parts: Part[] = [];
  for (const sign of toHiragana(kana.normalize('NFKC'))) {
    const last = parts.at(-1);
    const glide = GLIDES[sign];
    if (sign === 'ー') continue;
    if (sign === 'ん' || sign === 'っ') {
      if (last === undefined || last.final !== '') return null;
      last.final = sign === 'ん' ? 'ㄴ' : 'ㅅ';
    } else if (glide !== undefined) {
      if (last?.vowel !== 'ㅣ') return null;
      last.vowel = 'ㅈㅊ'.includes(last.initial) ? (PLAIN[glide] ?? glide) : glide;
    } else {
      const part = partOf(sign, parts.length === 0);
      if (part === null) return null;
      if (last === undefined || last.final !== '' || !lengthens(last, sign)) parts.push(part);
    }
  }
  const text = parts.map(syllable);
  return text.length === 0 || text.includes(null) ? null : text.join('');
}

function partOf(sign: string, first: boolean): Part | null {
  if (sign === 'わ') return { initial: 'ㅇ', vowel: 'ㅘ', final: '' };
  const vowel = VOWEL_OF.find(([, row]) => row.includes(sign))?.[0];
  if (vowel === undefined) return null;
  const row = CONSONANT_OF.find(([, , signs]) => signs.includes(sign));
  const yu = sign === 'ゆ' ? 'ㅠ' : vowel;
  return { initial: row === undefined ? 'ㅇ' : row[first ? 0 : 1], vowel: yu, final: '' };
}

/** お and う after お, う after う; other doubles (いい, ああ) are written out. */
function lengthens(last: Part, sign: string): boolean {
  if (sign === 'う') return 'ㅗㅛㅜㅠㅡ'.includes(last.vowel);
  return sign === 'お' && 'ㅗㅛ'.includes(last.vowel);
}
