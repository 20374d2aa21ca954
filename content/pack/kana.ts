/** Kana as such: one script into the other, and what is kana at all. */

const KATAKANA_TO_HIRAGANA = 0x60;

/** ァ to ヶ become ぁ to ゖ; everything else, the long-vowel mark too, stays. */
export function toHiragana(text: string): string {
  return text.replace(/[ァ-ヶ]/g, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - KATAKANA_TO_HIRAGANA),
  );
}

/** Hiragana with the long-vowel mark, at least one letter: what a reading may be. */
export function isReading(text: string): boolean {
  return /^[ぁ-ゖー]+$/.test(text);
}

/** Kana of either script and the long-vowel mark, at least one letter. */
export function isKana(text: string): boolean {
  return /^[ぁ-ゖァ-ヶー]+$/.test(text);
}
