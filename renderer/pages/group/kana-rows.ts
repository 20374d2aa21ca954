/** The ten rows of the kana table (五十音), for finding a town by its first sound. Pure. */

/** First kana of each row. */
export const KANA_ROWS = ['あ', 'か', 'さ', 'た', 'な', 'は', 'ま', 'や', 'ら', 'わ'] as const;
export type KanaRow = (typeof KANA_ROWS)[number];

/** Last kana of each row in Unicode order, voiced ones included. */
const ROW_ENDS = 'おごぞどのぽもよろん';

/** The row a reading begins in; readings are hiragana. */
export function rowOf(kana: string): KanaRow {
  const first = kana.charAt(0);
  const index = [...ROW_ENDS].findIndex((end) => first <= end);
  return KANA_ROWS[index] ?? 'わ';
}
