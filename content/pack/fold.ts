/**
 * Folding: how text is made comparable for search, the same for what is stored and what is typed.
 * Half and full width, katakana and hiragana, small and large kana, long vowels, old and new forms
 * of characters and accents of Latin letters all become one.
 */

/** Old forms (旧字体) and common variants met in place names, each beside the form it is read as. */
const VARIANTS =
  '國国澤沢濱浜邊辺邉辺齋斎齊斉廣広櫻桜龍竜嶋島嶌島﨑崎嵜崎髙高會会學学縣県鐵鉄淺浅瀧滝惠恵靜静德徳鹽塩嶽岳檮梼驛駅區区舊旧豐豊榮栄眞真條条萬万處処藝芸關関圓円濟済禮礼壽寿獨独冨富檜桧礪砺蘆芦薗園穗穂鷗鴎戶戸內内黑黒步歩靑青淨浄澁渋稻稲總総續続縱縦聲声臺台與与譽誉讀読轉転釋釈錢銭陸陸顯顕麥麦龜亀';

const SMALL_KANA = 'ぁあぃいぅうぇえぉおっつゃやゅゆょよゎわゕかゖけ';

/** Lower case writes a sigma at the end of a word its own way. */
const FINAL_SIGMA = 'ςσ';

const PLAIN = new Map([VARIANTS, SMALL_KANA, FINAL_SIGMA].flatMap(pairsOf));

/**
 * Accents of Latin letters, variation selectors (葛󠄀 is 葛 in another drawing) and long-vowel marks.
 * Voiced kana use U+3099, which stays.
 */
const DROPPED = /[\u0300-\u036f\ufe00-\ufe0f\u{e0100}-\u{e01ef}ー]/gu;

/** 'abcd' -> [a, b], [c, d]. */
function pairsOf(letters: string): [string, string][] {
  const all = [...letters];
  return all.flatMap((letter, i) =>
    i % 2 === 0 ? [[letter, all[i + 1] ?? letter] as [string, string]] : [],
  );
}

/**
 * @param text any text
 * @returns    comparable text: NFKC, lower case, hiragana with large kana, no long-vowel marks, no
 *             accents on Latin letters, today's character forms; spaces and punctuation are kept
 */
export function fold(text: string): string {
  // Decomposed while letters are exchanged, so that no mark ends up beside a letter it belongs on.
  const flat = text.normalize('NFKC').toLowerCase().normalize('NFD').replace(DROPPED, '');
  let folded = '';
  for (const letter of flat) folded += foldLetter(letter);
  return folded.normalize('NFC');
}

function foldLetter(letter: string): string {
  const point = letter.codePointAt(0) ?? 0;
  const kana = point >= 0x30a1 && point <= 0x30f6 ? String.fromCodePoint(point - 0x60) : letter;
  return PLAIN.get(kana) ?? kana;
}

/** The words of a text: runs of letters and digits, folded. */
export function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}々]+/gu) ?? [];
}
