/**
 * Where a line of Japanese may end: between phrases, never inside one. Browsers find phrases by themselves, but
 * not across words that carry readings, so marked texts say it.
 */
import type { Word } from './word.ts';

const OPENING = /^[「『（(［[〈《【“‘]/;
const OPENS_AT_END = /[「『（(［[〈《【“‘]$/;
/** Signs after which a line may end. */
const CLOSING = /[、。，．！？!?」』）)］\]〉》】”’・：；…]$/;

/** Two words in kana without anything between them are most of all one that was cut: やく|そく. */
const KANA_ONLY = /^[\u3041-\u3096ー]+$/;

/** @returns for each word whether a line may end before it */
export function phraseStarts(words: readonly Word[]): readonly boolean[] {
  return words.map((word, i) => {
    const before = words[i - 1];
    return before !== undefined && startsPhrase(word, before);
  });
}

function startsPhrase(word: Word, before: Word): boolean {
  if (OPENS_AT_END.test(before.surface)) return false;
  if (word.kind === 'sign') return OPENING.test(word.surface) && before.kind !== 'sign';
  if (word.kind === 'function') return false;
  if (before.kind === 'sign') return CLOSING.test(before.surface);
  if (before.kind === 'function') return true;
  if (KANA_ONLY.test(word.surface) && KANA_ONLY.test(before.surface)) return false;
  // Inside a compound only between longer words: 全国|連携|プロジェクト, not お|礼 or 23|区.
  return [...word.surface].length > 1 && [...before.surface].length > 1 && !/[\d０-９]$/.test(before.surface);
}
