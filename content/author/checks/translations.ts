/** Which translations are still missing. No problem of the source: a list to work through. */
import { LANGS, type Lang } from '../../pack/lang.ts';
import { warning } from '../files.ts';
import type { Problem } from '../problem.ts';
import type { SourceTree } from '../source.ts';
import { articlesOf, textsOf } from './texts.ts';

export type MissingTranslation = { readonly lang: Lang; readonly file: string; readonly line: number };

/** What the languages are called among staff. */
export const LANG_NAMES: Readonly<Record<Lang, string>> = {
  ja: '日本語',
  'ja-easy': 'やさしい日本語',
  en: '英語',
  'zh-Hans': '中国語（簡体字）',
  ko: '韓国語',
};

/** @returns by language in the order of LANGS, then by file and line */
export function missingTranslations(tree: SourceTree): readonly MissingTranslation[] {
  const found = tree.packs.flatMap((pack) => [
    ...textsOf(pack).flatMap(({ file, path, texts }) =>
      LANGS.filter((lang) => texts[lang] === undefined).map((lang) => ({
        lang,
        file: file.file,
        line: file.lineOf(path),
      })),
    ),
    ...articlesOf(pack).flatMap(({ facts, words }) =>
      LANGS.filter((lang) => !words.has(lang)).map((lang) => ({ lang, file: facts.file, line: 1 })),
    ),
  ]);
  return found.sort(
    (a, b) =>
      LANGS.indexOf(a.lang) - LANGS.indexOf(b.lang) ||
      (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line),
  );
}

/** `英語: 12か所（例: base/towns.yaml:12）`, one line per language that lacks something. */
export function summariseTranslations(missing: readonly MissingTranslation[]): readonly string[] {
  return LANGS.flatMap((lang) => {
    const own = missing.filter((one) => one.lang === lang);
    const [first] = own;
    return first ? [`${LANG_NAMES[lang]}: ${own.length}か所（例: ${first.file}:${first.line}）`] : [];
  });
}

/** Every missing translation as a line of its own. */
export function translationProblems(missing: readonly MissingTranslation[]): readonly Problem[] {
  return missing.map(({ lang, file, line }) =>
    warning(file, line, 'translation-missing', `${LANG_NAMES[lang]}がまだありません`),
  );
}
