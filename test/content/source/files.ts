/** Reads our own content for the tests beside this file: YAML by its shape, articles, and every text in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type GazetteerMunicipality, loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { splitMarkdown } from '../../../content/author/markdown.ts';
import * as shapes from '../../../content/author/shapes.ts';

const SOURCE = fileURLToPath(new URL('../../../content/source/', import.meta.url));
const GAZETTEER = fileURLToPath(new URL('../../../content/author/gazetteer/', import.meta.url));

/** A file of the content and what stands in it. */
export type ContentFile = { readonly file: string; readonly text: string };

/** Every YAML and Markdown file of the packs, sorted; not the README for editors. */
export function contentFiles(): readonly ContentFile[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.includes('/') && /\.(yaml|md)$/.test(file))
    .sort()
    .map((file) => ({ file, text: readFileSync(`${SOURCE}${file}`, 'utf8') }));
}

/** A YAML file as its shape says; throws where it does not fit. */
export function readContent<T>(file: string, shape: z.ZodType<T>): T {
  return shape.parse(parse(readFileSync(`${SOURCE}${file}`, 'utf8')));
}

export function municipalities(): readonly GazetteerMunicipality[] {
  return loadGazetteer(GAZETTEER).municipalities;
}

export type ArticleFile = {
  readonly slug: string;
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  /** Front matter; only the Japanese file has one. */
  readonly facts: z.infer<typeof shapes.articleFacts> | null;
};

/** The articles of one issue in every language, by file name. */
export function articles(pack: string): readonly ArticleFile[] {
  return contentFiles().flatMap(({ file, text }) => {
    const name = new RegExp(`^${pack}/articles/([^.]+)\\.([^.]+)\\.md$`).exec(file);
    if (name === null) return [];
    const parts = splitMarkdown(file, text, (problem) => {
      throw new Error(`${file}: ${problem.message}`);
    });
    if (parts === undefined) return [];
    const { title, summary, body, frontMatter } = parts;
    const facts = frontMatter === null ? null : shapes.articleFacts.parse(parse(frontMatter));
    return [{ slug: name[1] ?? '', lang: name[2] ?? '', title, summary, body, facts }];
  });
}

/** One text in one language, with the file it stands in. */
export type Said = { readonly file: string; readonly lang: string; readonly text: string };

/** Every text that a visitor may read, in all languages. */
export function everythingSaid(): readonly Said[] {
  return contentFiles().flatMap(({ file, text }) => {
    const lang = /\.([^.]+)\.md$/.exec(file)?.[1];
    if (lang === undefined) return saidIn(parse(text), file);
    const words = text.replace(/^---\n[\s\S]*?\n---\n/, '');
    return words.split(/\n+/).map((line) => ({ file, lang, text: line.replace(/^(#|-) /, '') }));
  });
}

function saidIn(value: unknown, file: string): readonly Said[] {
  if (value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((one: unknown) => saidIn(one, file));
  const entries = Object.entries(value);
  if (!('ja' in value && 'en' in value)) return entries.flatMap(([, one]) => saidIn(one, file));
  return entries.flatMap(([lang, said]) =>
    [said].flat().map((text: unknown) => ({ file, lang, text: String(text) })),
  );
}
