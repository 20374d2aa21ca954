/**
 * Content languages. Every text a visitor reads is stored once per language; `ja` is always there,
 * the others may be missing and then the Japanese text is shown with an honest label.
 */

/** Languages a pack may carry. `ja-easy` is やさしい日本語, a variant of its own, not a translation. */
export const LANGS = ['ja', 'ja-easy', 'en', 'zh-Hans', 'ko'] as const;

export type Lang = (typeof LANGS)[number];

export function isLang(value: unknown): value is Lang {
  return LANGS.includes(value as Lang);
}

/** The order in which a text is looked for: the wanted language first, Japanese last. */
export function langChain(want: Lang): readonly Lang[] {
  return want === 'ja' ? ['ja'] : [want, 'ja'];
}
