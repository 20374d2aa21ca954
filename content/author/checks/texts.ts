/** Finds every text of a pack with its languages, whatever shape holds it. */
import { LANGS, type Lang } from '../../pack/lang.ts';
import type { Path, SourceFile } from '../files.ts';
import type { ArticleSource, PackSource } from '../source.ts';

/** A text of a YAML file. */
export type FoundText = {
  readonly file: SourceFile<unknown>;
  readonly path: Path;
  /** Languages it has. Lists of points stand as paragraphs. */
  readonly texts: Readonly<Partial<Record<Lang, string>>>;
};

/** Every text of the pack's YAML files, in the order of the files. */
export function textsOf(pack: PackSource): readonly FoundText[] {
  return filesOf(pack).flatMap((file) => [...textsIn(file, file.value, [])]);
}

export function filesOf(pack: PackSource): readonly SourceFile<unknown>[] {
  const own = Object.values(pack).filter(isSourceFile);
  const facts = pack.kind === 'newsletter' ? pack.articles.map((article) => article.facts) : [];
  return [...own, ...facts];
}

function isSourceFile(part: unknown): part is SourceFile<unknown> {
  return typeof part === 'object' && part !== null && 'lineOf' in part;
}

function* textsIn(file: SourceFile<unknown>, value: unknown, path: Path): Generator<FoundText> {
  if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* textsIn(file, one, [...path, i]);
  } else if (typeof value === 'object' && value !== null) {
    const texts = languagesOf(value as Readonly<Record<string, unknown>>);
    if (texts) yield { file, path, texts };
    else for (const [key, one] of Object.entries(value)) yield* textsIn(file, one, [...path, key]);
  }
}

/** The languages of a text; undefined for what is no text. */
function languagesOf(value: Readonly<Record<string, unknown>>): FoundText['texts'] | undefined {
  if (!('ja' in value)) return undefined;
  return Object.fromEntries(
    LANGS.flatMap((lang): [Lang, string][] => {
      const text = value[lang];
      if (typeof text === 'string') return [[lang, text]];
      return Array.isArray(text) ? [[lang, text.join('\n\n')]] : [];
    }),
  );
}

/** Articles of a newsletter; empty for other packs. */
export function articlesOf(pack: PackSource): readonly ArticleSource[] {
  return pack.kind === 'newsletter' ? pack.articles : [];
}
