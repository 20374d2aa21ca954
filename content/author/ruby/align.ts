/** Lays a reading over a word so that only its kanji carry it: 食べ物 + たべもの = 食(た)べ物(もの). */
import { toHiragana } from '../../pack/kana.ts';
import type { RubyPart } from '../../pack/ruby.ts';

/** Kanji with 々, digits, and the small ヶ of 茅ヶ崎: what a reading stands above. */
const BASE = /(?:[\p{Script=Han}〆\d０-９]|(?<=\p{Script=Han})[ヶヵケカ](?=\p{Script=Han}))+/gu;

type Piece = { readonly text: string; readonly kana: string | null };

/**
 * @param word    any word
 * @param reading hiragana of the whole word
 * @returns       parts that give `word` again; one part for all of it where the reading could be laid over in
 *                two ways; null where it cannot be the reading of this word
 */
export function align(word: string, reading: string): readonly RubyPart[] | null {
  const pieces = piecesOf(word);
  if (!pieces.some(({ kana }) => kana === null)) {
    return toHiragana(word) === reading ? [{ text: word, reading: null }] : null;
  }
  const ways = waysOf(pieces, reading);
  if (ways.length > 1) return [{ text: word, reading }];
  const [way] = ways;
  if (way === undefined) return null;
  return pieces.map(({ text }, i) => ({ text, reading: way[i] ?? null }));
}

/** Runs of kanji (`kana` null) and what stands between them, as hiragana. */
function piecesOf(word: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  const between = (to: number): void => {
    if (to > from) pieces.push({ text: word.slice(from, to), kana: toHiragana(word.slice(from, to)) });
  };
  for (const { 0: text, index } of word.matchAll(BASE)) {
    between(index);
    pieces.push({ text, kana: null });
    from = index + text.length;
  }
  between(word.length);
  return pieces;
}

/** The ways to cut a reading for the pieces, two at most: more would tell nothing new. */
function waysOf(pieces: readonly Piece[], reading: string): readonly (readonly (string | null)[])[] {
  const [piece, ...rest] = pieces;
  if (piece === undefined) return reading === '' ? [[]] : [];
  if (piece.kana !== null) {
    if (!reading.startsWith(piece.kana)) return [];
    return waysOf(rest, reading.slice(piece.kana.length)).map((way) => [null, ...way]);
  }
  const ways: (readonly (string | null)[])[] = [];
  for (let length = 1; length <= reading.length && ways.length < 2; length++) {
    const head = reading.slice(0, length);
    for (const way of waysOf(rest, reading.slice(length))) ways.push([head, ...way]);
  }
  return ways.slice(0, 2);
}
