/** What people type in Japanese offices, made even: full-width digits, half-width katakana, stray spaces. */

/**
 * Text for a visitor: half-width digits and Latin letters, full-width katakana, composed kana (Macs send
 * them in two parts), no invisible letters, no spaces at the ends. Punctuation stays as it was typed.
 */
export function tidy(text: string): string {
  return (
    text
      .replace(/\r\n?|_x000D_\n?/g, '\n')
      .replace(/[\uff61-\uff9f]+/g, (kana) => kana.normalize('NFKC'))
      .normalize('NFC')
      .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (letter) => letter.normalize('NFKC'))
      // Zero-width letters, those that turn the writing round, the byte order mark, control letters; a lone
      // half of a letter is none.
      .replace(/[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]|(?![\n\t])\p{Cc}|\p{Cs}/gu, '')
      .replace(/[\t\u00a0]/g, ' ')
      .replace(/[ \u3000]*\n[ \u3000]*/g, '\n')
      .trim()
  );
}

/** Letters that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** As `tidy`, on one line: a line end becomes a space only between Latin words. */
export function oneLine(text: string): string {
  const lines = tidy(text).split(/\n+/);
  return lines.reduce((joined, line) => {
    const spaced = !UNSPACED.test(joined.slice(-1)) && !UNSPACED.test(line.slice(0, 1));
    return joined === '' ? line : `${joined}${spaced ? ' ' : ''}${line}`;
  }, '');
}

/** For comparing and for numbers: everything half width that can be, no spaces at all. */
export function compact(text: string): string {
  return tidy(text)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[〜～∼∿]/g, '〜');
}

/** How people write that there is nothing to write. */
const NOTHING = new Set([
  'なし',
  '無し',
  'ナシ',
  '特になし',
  '該当なし',
  '-',
  'ー',
  '―',
  '—',
  '－',
  '‐',
  '/',
]);

export function saysNothing(text: string): boolean {
  return NOTHING.has(compact(text)) || NOTHING.has(tidy(text));
}

/** Several things in one cell: parted by 、 , / ; or a line end. Empty parts are none. */
export function parts(text: string): readonly string[] {
  return tidy(text)
    .split(/[、,，;；/／\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
