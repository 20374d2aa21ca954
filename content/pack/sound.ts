/**
 * How a word sounds, in a few Latin letters, the same however it is written: kana of either script, Hepburn
 * (shi, tsu, fu, ja), Kunrei (si, tu, hu, zya), long vowels as おう, おー, ou, oo, ō or o. Long vowels and small
 * kana are not told apart from short and large ones. Whatever begins another word also begins its sound, so
 * that words can be found while they are typed.
 */
import { toHiragana } from './kana.ts';

const ROWS: readonly (readonly [string, string])[] = [
  ['', 'あいうえお'],
  ['k', 'かきくけこ'],
  ['s', 'さしすせそ'],
  ['t', 'たちつてと'],
  ['n', 'なにぬねの'],
  ['h', 'はひふへほ'],
  ['m', 'まみむめも'],
  ['y', 'や　ゆ　よ'],
  ['r', 'らりるれろ'],
  ['w', 'わ　　　　'],
  ['g', 'がぎぐげご'],
  ['z', 'ざじずぜぞ'],
  ['d', 'だ　　でど'],
  ['b', 'ばびぶべぼ'],
  ['p', 'ぱぴぷぺぽ'],
  ['', 'ぁぃぅぇぉ'],
  ['y', 'ゃ　ゅ　ょ'],
];

const OTHERS: readonly (readonly [string, string])[] = [
  ['ん', 'n'],
  ['を', 'o'],
  ['ゐ', 'i'],
  ['ゑ', 'e'],
  ['ぢ', 'zi'],
  ['づ', 'zu'],
  ['ゔ', 'bu'],
  ['ゎ', 'wa'],
  ['ゕ', 'ka'],
  ['ゖ', 'ke'],
  // A length is not heard here.
  ['ー', ''],
];

const VOWELS = 'aiueo';

const KANA = new Map<string, string>([
  ...ROWS.flatMap(([consonant, row]) =>
    [...row].map((kana, i): [string, string] => [kana, consonant + (VOWELS[i] ?? '')]),
  ),
  ...OTHERS,
]);

/** Latin spellings, longest first; what is not listed stands for itself. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  // IME's way of ん, and a stop before ch.
  [/^nn(?=[^aiueoyn]|$)/, 'n'],
  [/^[tc](?=ch)/, 't'],
  [/^(?:sh|sy)(?=[auo])/, 'siy'],
  [/^(?:ch|ty|cy)(?=[auo])/, 'tiy'],
  [/^(?:jy|zy|j)(?=[auo])/, 'ziy'],
  [/^shi?/, 'si'],
  [/^chi?/, 'ti'],
  [/^ji?/, 'zi'],
  [/^tsu?/, 'tu'],
  [/^dz/, 'z'],
  [/^du/, 'zu'],
  [/^di/, 'zi'],
  [/^fu?/, 'hu'],
  [/^wo/, 'o'],
  [/^w(?=[ie])/, 'u'],
  [/^m(?=[bp])/, 'n'],
  [/^([kstnhmrgzdbp])y/, '$1iy'],
  [/^c$/, 't'],
  [/^[cq]/, 'k'],
  [/^v/, 'b'],
  [/^l/, 'r'],
];

/**
 * @param word kana or Latin letters, in any width and case
 * @returns    its sound, letters a to z; null where the word has other letters or nothing to be heard
 */
export function soundOf(word: string): string | null {
  const plain = toHiragana(
    word
      .normalize('NFKC')
      .toLowerCase()
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFC'),
  );
  let sound = '';
  let rest = plain;
  while (rest !== '') {
    const { heard, length } = first(rest);
    if (heard === null) return null;
    for (const letter of heard) sound = add(sound, letter);
    rest = rest.slice(length);
  }
  return sound === '' ? null : sound;
}

/** What the first letters of a word sound like, and how many they are. */
function first(text: string): { readonly heard: string | null; readonly length: number } {
  const [letter = ''] = text;
  // なんよう and なにょう are both nanyo to many, and so they are here.
  if (letter === 'ん' && /^[やゆよゃゅょ]/.test(text.slice(1))) return { heard: 'ni', length: 1 };
  // っ is heard as the consonant that follows; at the end of what was typed there is none yet.
  if (letter === 'っ') return { heard: (KANA.get(text[1] ?? '') ?? '').replace(/[aiueo].*/, ''), length: 1 };
  const kana = KANA.get(letter);
  if (kana !== undefined) return { heard: kana, length: 1 };
  if (!/[a-z]/.test(letter)) return { heard: null, length: 1 };
  for (const [spelling, heard] of SPELLINGS) {
    const found = spelling.exec(text);
    if (found) return { heard: heard.replace('$1', found[1] ?? ''), length: found[0].length };
  }
  return { heard: letter, length: 1 };
}

/** A vowel that only lengthens the one before adds nothing. */
function add(sound: string, letter: string): string {
  const last = sound.at(-1) ?? '';
  const longer = VOWELS.includes(letter) && (letter === last || (letter === 'u' && last === 'o'));
  return longer ? sound : sound + letter;
}
