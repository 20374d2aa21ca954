/**
 * Ruby (ふりがな) inside plain text: a marked text carries the reading of a word behind it, between Unicode's
 * interlinear annotation characters, `U+FFF9 base U+FFFA reading U+FFFB`, and zero-width spaces where a line may
 * end. Without the marks and the readings it is the text again, letter for letter.
 */

const OPEN = '\ufff9';
const MIDDLE = '\ufffa';
const CLOSE = '\ufffb';
/** Stands between two phrases; a line may end there and nowhere else. */
export const PHRASE_END = '\u200b';

/** How much may be asked for at once through the door; texts are counted in UTF-16 units. */
export const RUBY_LIMITS = { texts: 400, perText: 50_000, together: 400_000 } as const;

/** A piece of text; `reading` is hiragana to be shown above it, null where there is none. */
export type RubyPart = { readonly text: string; readonly reading: string | null };

const MARKED = /\ufff9([^\ufff9-\ufffb]*)\ufffa([^\ufff9-\ufffb]*)\ufffb/g;
const MARKS = /[\ufff9-\ufffb\u200b]/;
const KANJI = /\p{Script=Han}/u;

/** Whether anything in a text could need a reading. */
export function hasKanji(text: string): boolean {
  return KANJI.test(text);
}

/** Whether a text carries marks, or letters that would be taken for them. */
export function hasRubyMarks(text: string): boolean {
  return MARKS.test(text);
}

/** Puts parts together to a marked text. */
export function markRuby(parts: readonly RubyPart[]): string {
  return parts
    .map(({ text, reading }) => (reading === null ? text : OPEN + text + MIDDLE + reading + CLOSE))
    .join('');
}

/** The text of a marked text; text without marks comes back as it is. */
export function withoutRuby(marked: string): string {
  return hasRubyMarks(marked) ? marked.replace(MARKED, '$1').replaceAll(PHRASE_END, '') : marked;
}

/** The phrases of a marked text in reading order, together the text again; a line may end behind each. */
export function phrasesOf(marked: string): readonly string[] {
  return marked.split(/(?<=[\u200b 　])/);
}

/** Takes a marked text apart, in reading order; marks that do not belong together stay text. */
export function readRuby(marked: string): readonly RubyPart[] {
  const parts: RubyPart[] = [];
  let from = 0;
  for (const found of marked.matchAll(MARKED)) {
    if (found.index > from) parts.push({ text: marked.slice(from, found.index), reading: null });
    parts.push({ text: found[1] ?? '', reading: found[2] ?? '' });
    from = found.index + found[0].length;
  }
  if (from < marked.length) parts.push({ text: marked.slice(from), reading: null });
  return parts;
}
