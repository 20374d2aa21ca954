/** A word of a text as readers see it, and the single words of the dictionary made into such. */
import { hasKanji, type RubyPart } from '../../pack/ruby.ts';
import { align } from './align.ts';
import type { Token } from './analyser.ts';
import { countedReading } from './counters.ts';
import { isUnsure, type Neighbours } from './unsure.ts';

/** Why a word with kanji carries no reading. */
export type Gap =
  /** No dictionary knows it. */
  | 'unknown'
  /** It can be read in two ways. */
  | 'unsure'
  /** It is a numeral, or somebody wrote that it gets none. */
  | 'on-purpose';

export type Word = {
  readonly surface: string;
  /** Parts that give the surface again. */
  readonly parts: readonly RubyPart[];
  /** Hiragana of the whole as far as anybody can tell, shown or not: search takes it. */
  readonly reading: string | null;
  /** Words that mean something, words that join them, and signs. */
  readonly kind: 'content' | 'function' | 'sign';
  /** null: nothing is missing. */
  readonly gap: Gap | null;
};

/** Letters that nobody could cut into words. */
export function plainWord(surface: string): Word {
  const gap = hasKanji(surface) ? 'unknown' : null;
  return { surface, parts: [{ text: surface, reading: null }], reading: null, kind: 'sign', gap };
}

/** A word of the dictionary among its neighbours. */
export function readToken(token: Token, beside: Neighbours): Word {
  if (!hasKanji(token.surface) || token.reading === null) return wordOf(token);
  if (token.detail === '数') return unread(token, 'on-purpose');
  if (beside.before?.detail === '数' && token.detail === '接尾') {
    // 十二月: behind a kanji numeral only counters that always sound the same.
    const reading = countedReading(null, token.surface, '')?.reading ?? null;
    return reading === null ? unread(token, 'on-purpose') : layOver(token, reading);
  }
  return isUnsure(token, beside) ? unread(token, 'unsure') : wordOf(token);
}

/** Words with the dictionary's own reading are most of all words, and the same ones come again. */
const usual = new WeakMap<Token, Word>();

/** A word with the reading that the dictionary gives it. */
export function wordOf(token: Token): Word {
  const known = usual.get(token);
  if (known !== undefined) return known;
  const word = layOver(token, token.reading);
  usual.set(token, word);
  return word;
}

/** The reading is known, but not shown. */
function unread(token: Token, gap: Gap): Word {
  const { surface, reading } = token;
  return { surface, parts: [{ text: surface, reading: null }], reading, kind: kindOf(token), gap };
}

/** A word with a reading laid over; without one where the two do not fit. */
function layOver(token: Token, reading: string | null): Word {
  const { surface } = token;
  const parts = reading === null || !hasKanji(surface) ? null : align(surface, reading);
  const gap = parts === null && hasKanji(surface) ? 'unknown' : null;
  return { surface, parts: parts ?? [{ text: surface, reading: null }], reading, kind: kindOf(token), gap };
}

const FUNCTION_WORDS = new Set(['助詞', '助動詞']);

function kindOf({ pos, detail, surface }: Token): Word['kind'] {
  if (pos === '記号' || !/[\p{L}\p{N}]/u.test(surface)) return 'sign';
  return FUNCTION_WORDS.has(pos) || detail === '非自立' ? 'function' : 'content';
}
