/**
 * The keys of our own keyboard: the 五十音 board, its dakuten, handakuten and small kana, and A to Z with
 * digits. No flicking: one touch, one letter. Pure.
 */

/** Columns from left to right, each from あ to お; an empty place keeps the grid. */
export const KANA_COLUMNS: readonly string[] = [
  'あいうえお',
  'かきくけこ',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'はひふへほ',
  'まみむめも',
  'や　ゆ　よ',
  'らりるれろ',
  'わをんー・',
];

/** Rows as on a school chart, easier to find than a typewriter's order. */
export const LATIN_ROWS: readonly string[] = ['ABCDEFGHIJ', 'KLMNOPQRST', "UVWXYZ-'  ", '1234567890'];

/** Rows of the kana board; an ideographic space is an empty place. */
export function kanaRows(): readonly (readonly (string | null)[])[] {
  return [0, 1, 2, 3, 4].map((row) =>
    KANA_COLUMNS.map((column) => {
      const letter = [...column][row];
      return letter === undefined || letter === '　' ? null : letter;
    }),
  );
}

export function latinRows(): readonly (readonly (string | null)[])[] {
  return rowsOf(LATIN_ROWS);
}

/** Rows of keys; a space is an empty place. */
export function rowsOf(rows: readonly string[]): readonly (readonly (string | null)[])[] {
  return rows.map((row) => [...row].map((letter) => (letter === ' ' ? null : letter)));
}

const PLAIN = 'かきくけこさしすせそたちつてとはひふへほう';
const DAKUTEN = 'がぎぐげござじずぜぞだぢづでどばびぶべぼゔ';
const HANDAKUTEN_OF = 'はひふへほ';
const HANDAKUTEN = 'ぱぴぷぺぽ';
const LARGE = 'あいうえおつやゆよわ';
const SMALL = 'ぁぃぅぇぉっゃゅょゎ';

/** Each letter to the other one of its pair, both ways. */
function pairs(from: string, to: string): ReadonlyMap<string, string> {
  const a = [...from];
  const b = [...to];
  return new Map(
    a.flatMap((letter, i): [string, string][] => [
      [letter, b[i] ?? letter],
      [b[i] ?? letter, letter],
    ]),
  );
}

const VOICE = pairs(PLAIN, DAKUTEN);
const HALF_VOICE = pairs(HANDAKUTEN_OF, HANDAKUTEN);
const SIZE = pairs(LARGE, SMALL);

/** The marks a visitor can put on the letter just written. */
export type MarkKey = 'dakuten' | 'handakuten' | 'small';

/** ば and ぱ come from each other as well: first back to は, then on. */
function plainOf(letter: string): string {
  const fromVoice = DAKUTEN.includes(letter) ? VOICE.get(letter) : undefined;
  const fromHalf = HANDAKUTEN.includes(letter) ? HALF_VOICE.get(letter) : undefined;
  return fromVoice ?? fromHalf ?? letter;
}

/**
 * The text after a mark key: the last letter changes, and changes back on the second press. Text whose
 * last letter takes no such mark stays as it is.
 */
export function marked(text: string, mark: MarkKey): string {
  const letters = [...text];
  const last = letters.pop();
  if (last === undefined) return text;
  const table = mark === 'dakuten' ? VOICE : mark === 'handakuten' ? HALF_VOICE : SIZE;
  const changed = table.get(last) ?? table.get(plainOf(last));
  return changed === undefined ? text : [...letters, changed].join('');
}

/** The text without its last letter. */
export function shortened(text: string): string {
  return [...text].slice(0, -1).join('');
}

/** Longest text the search takes. */
export const MAX_TEXT = 100;

/** The text after a key, if it still fits; else the text before. */
export function fitting(after: string, before: string): string {
  return after.length > MAX_TEXT ? before : after;
}
