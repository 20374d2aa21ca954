/** Reads a source tree: every folder with a `pack.yaml` becomes a typed pack, with the line of each value. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import type { Lang } from '../pack/lang.ts';
import { LANGS } from '../pack/lang.ts';
import type { PackKind } from '../pack/types.ts';
import { error, parseYaml, type Report, readText, readYaml, type SourceFile } from './files.ts';
import { isUnfinished } from './import/commit.ts';
import { splitMarkdown } from './markdown.ts';
import { type MediaSource, readMedia } from './media/source.ts';
import { type Memo, NO_MEMO } from './memo.ts';
import { type NoticeFile, noticeFile } from './notice-shape.ts';
import { type OwnReadings, readReadings } from './ruby/readings.ts';
import * as shapes from './shapes.ts';
import { readTownSource, type TownSource } from './town-source.ts';

/** What every pack folder has, whatever kind of pack it is. */
type PackParts<K extends PackKind> = {
  readonly kind: K;
  readonly folder: string;
  readonly pack: SourceFile<shapes.PackFile>;
  readonly media: MediaSource;
  readonly readings: OwnReadings;
};

export type BaseSource = PackParts<'base'> &
  TownSource & {
    readonly regions: SourceFile<z.infer<typeof shapes.regionsFile>>;
    readonly towns: SourceFile<z.infer<typeof shapes.townsFile>>;
    readonly wards: SourceFile<z.infer<typeof shapes.wardsFile>>;
    readonly areas: SourceFile<z.infer<typeof shapes.areasFile>>;
    readonly associations: SourceFile<z.infer<typeof shapes.associationsFile>>;
    readonly organisations: SourceFile<z.infer<typeof shapes.organisationsFile>>;
    readonly venues: SourceFile<z.infer<typeof shapes.venuesFile>>;
    readonly links: SourceFile<z.infer<typeof shapes.linksFile>>;
    readonly events: SourceFile<z.infer<typeof shapes.eventsFile>>;
    readonly project: SourceFile<z.infer<typeof shapes.projectFile>>;
    readonly numbers: SourceFile<z.infer<typeof shapes.numbersFile>>;
    readonly timeline: SourceFile<z.infer<typeof shapes.timelineFile>>;
    readonly disasters: SourceFile<z.infer<typeof shapes.disastersFile>>;
    readonly survey: SourceFile<z.infer<typeof shapes.surveyFile>>;
  };

/** An article in one language, and the file it came from. */
export type ArticleWords = {
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly file: string;
  /** The whole file, for checks that must say the line. */
  readonly text: string;
};

export type ArticleSource = {
  readonly id: string;
  readonly facts: SourceFile<z.infer<typeof shapes.articleFacts>>;
  readonly words: ReadonlyMap<Lang, ArticleWords>;
};

export type NewsletterSource = PackParts<'newsletter'> & {
  readonly issue: SourceFile<z.infer<typeof shapes.issueFile>>;
  /** By position. */
  readonly articles: readonly ArticleSource[];
};

export type ExhibitionSource = PackParts<'exhibition'> & {
  readonly exhibition: SourceFile<shapes.ExhibitionFile>;
};

export type NoticeSource = PackParts<'notice'> & {
  readonly notice: SourceFile<NoticeFile>;
};

export type PackSource = BaseSource | NewsletterSource | ExhibitionSource | NoticeSource;

export type SourceTree = {
  /** Absolute folder that file names are relative to. */
  readonly root: string;
  /** What is asked for, base first, then by id. */
  readonly packs: readonly PackSource[];
  /** The base that names are looked up in; it may stand beside a single pack folder. */
  readonly base: BaseSource | null;
};

/** Reads a tree from wherever; reports all that is wrong. */
export type ReadTree = (report: Report) => SourceTree;

/**
 * Reads a source folder: a tree of pack folders, or one pack folder (its neighbours then serve to look
 * names up). Reads as much as it can and reports all that is wrong.
 */
export function readSource(folder: string, report: Report, memo: Memo = NO_MEMO): SourceTree {
  const single = existsSync(join(folder, 'pack.yaml'));
  const root = single ? dirname(folder) : folder;
  const wanted = single ? [basename(folder)] : packFolders(root);
  if (wanted.length === 0) {
    report(
      error('.', 1, 'no-pack', 'pack.yaml のあるフォルダがありません。フォルダの場所を確かめてください'),
    );
  }
  const packs = readPacks(root, wanted, report, memo);
  const own = packs.find((pack) => pack.kind === 'base');
  const base = own ?? (single ? neighbourBase(root) : null);
  if (base === null && packs.length > 0) reportNoBase(root, single, report);
  return { root, packs, base };
}

/** Reads pack folders. @returns those that could be read, base first, then by id */
export function readPacks(
  root: string,
  folders: readonly string[],
  report: Report,
  memo: Memo = NO_MEMO,
): PackSource[] {
  const packs = folders.flatMap((folder) => readPack(folder, { root, report, memo }) ?? []);
  return packs.sort((a, b) => rank(a) - rank(b) || (a.pack.value.id < b.pack.value.id ? -1 : 1));
}

/** A base that is there but has errors of its own is not called missing. */
function reportNoBase(root: string, single: boolean, report: Report): void {
  if (!packFolders(root).some((name) => isBase(root, name))) {
    report(error('.', 1, 'no-base', '基本のパック（kind: base）がありません。自治体の名前を調べられません'));
  } else if (single) {
    const message =
      '基本のパックに直すところがあり、自治体の名前を調べられません。先に親のフォルダを調べてください';
    report(error('.', 1, 'broken-base', message));
  }
}

/** Whether it says so; one that cannot be read is taken for the base, whose problems were reported. */
export function isBase(root: string, folder: string): boolean {
  const file = readYaml(root, `${folder}/pack.yaml`, shapes.packFile, () => undefined);
  return (file?.value.kind ?? 'base') === 'base';
}

/** Names of the folders with a `pack.yaml`, sorted; none where there is no such folder. */
export function packFolders(root: string): readonly string[] {
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, 'pack.yaml')))
    .map((entry) => entry.name)
    .sort();
}

function rank(pack: PackSource): number {
  return pack.kind === 'base' ? 0 : 1;
}

/** The base beside a single pack; its own problems are not the asker's business here. */
function neighbourBase(root: string): BaseSource | null {
  for (const name of packFolders(root)) {
    const pack = readPack(name, { root, report: () => undefined, memo: NO_MEMO });
    if (pack?.kind === 'base') return pack;
  }
  return null;
}

/** What all that is read of one source has in common. */
type Reading = { readonly root: string; readonly report: Report; readonly memo: Memo };

function readPack(folder: string, reading: Reading): PackSource | undefined {
  const { root, report, memo } = reading;
  const pack = readYaml(root, `${folder}/pack.yaml`, shapes.packFile, report, memo);
  if (pack === undefined) return undefined;
  switch (pack.value.kind) {
    case 'base':
      return readBase(folder, pack, reading);
    case 'newsletter':
      return readNewsletter(folder, pack, reading);
    case 'exhibition': {
      const exhibition = readYaml(root, `${folder}/exhibition.yaml`, shapes.exhibitionFile, report, memo);
      const parts = readParts('exhibition', folder, pack, reading);
      return exhibition && parts && { ...parts, exhibition };
    }
    case 'notice': {
      const notice = readYaml(root, `${folder}/notice.yaml`, noticeFile, report, memo);
      const parts = readParts('notice', folder, pack, reading);
      return notice && parts && { ...parts, notice };
    }
  }
}

/** Undefined where a part is wrong, which has been reported by then. */
function readParts<K extends PackKind>(
  kind: K,
  folder: string,
  pack: SourceFile<shapes.PackFile>,
  { root, report, memo }: Reading,
): PackParts<K> | undefined {
  const media = readMedia(root, folder, report, memo);
  const readings = readReadings(root, folder, report);
  return media && { kind, folder, pack, media, readings };
}

function readBase(
  folder: string,
  pack: SourceFile<shapes.PackFile>,
  { root, report, memo }: Reading,
): BaseSource | undefined {
  if (isUnfinished(join(root, folder))) {
    const message = '前の読みこみ（renkei import）が途中で止まっています。もう一度読みこんでください';
    report(error(`${folder}/pack.yaml`, 1, 'import-unfinished', message));
  }
  const read = <T>(name: string, shape: z.ZodType<T>) =>
    readYaml(root, `${folder}/${name}.yaml`, shape, report, memo);
  const parts = {
    regions: read('regions', shapes.regionsFile),
    towns: read('towns', shapes.townsFile),
    wards: read('wards', shapes.wardsFile),
    areas: read('areas', shapes.areasFile),
    associations: read('associations', shapes.associationsFile),
    organisations: read('organisations', shapes.organisationsFile),
    venues: read('venues', shapes.venuesFile),
    links: read('links', shapes.linksFile),
    events: read('events', shapes.eventsFile),
    project: read('project', shapes.projectFile),
    numbers: read('numbers', shapes.numbersFile),
    timeline: read('timeline', shapes.timelineFile),
    disasters: read('disasters', shapes.disastersFile),
    survey: read('survey', shapes.surveyFile),
    ...readTownSource(root, folder, report, memo),
    media: readMedia(root, folder, report, memo),
    readings: readReadings(root, folder, report),
  };
  // Every missing part has been reported by now.
  if (Object.values(parts).some((part) => part === undefined)) return undefined;
  return { kind: 'base', folder, pack, ...parts } as BaseSource;
}

function readNewsletter(
  folder: string,
  pack: SourceFile<shapes.PackFile>,
  reading: Reading,
): NewsletterSource | undefined {
  const { root, report, memo } = reading;
  const issue = readYaml(root, `${folder}/issue.yaml`, shapes.issueFile, report, memo);
  const articles = articleSlugs(root, folder, report).flatMap(
    (slug) => readArticle(folder, slug, reading) ?? [],
  );
  articles.sort((a, b) => a.facts.value.position - b.facts.value.position || (a.id < b.id ? -1 : 1));
  const parts = readParts('newsletter', folder, pack, reading);
  return issue && parts && { ...parts, issue, articles };
}

/** Names that a screen can ask for: `article:read` takes these and no others. */
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** Slugs of the articles; every file that would be passed over in silence is reported. */
function articleSlugs(root: string, folder: string, report: Report): readonly string[] {
  const place = join(root, folder, 'articles');
  if (!existsSync(place)) return [];
  // Hidden files are left behind by computers and sticks, not by people.
  const names = readdirSync(place).filter((name) => !name.startsWith('.'));
  const slugs = names
    .filter((name) => name.endsWith('.ja.md'))
    .map((name) => name.slice(0, -'.ja.md'.length));
  const used = new Set(slugs.flatMap((slug) => LANGS.map((lang) => `${slug}.${lang}.md`)));
  for (const name of names.filter((one) => !used.has(one))) {
    const message =
      '使われていないファイルです。「名前.ja.md」「名前.en.md」の形で、日本語の記事と同じ名前にしてください';
    report(error(`${folder}/articles/${name}`, 1, 'article-stray', message));
  }
  for (const slug of slugs.filter((one) => !SLUG.test(one))) {
    const message = 'ファイルの名前は小文字の英数字とハイフンで書いてください';
    report(error(`${folder}/articles/${slug}.ja.md`, 1, 'article-name', message));
  }
  return slugs;
}

function readArticle(folder: string, slug: string, reading: Reading): ArticleSource | undefined {
  const { root, report } = reading;
  const words = new Map<Lang, ArticleWords>();
  let facts: ArticleSource['facts'] | undefined;
  for (const lang of LANGS) {
    const file = `${folder}/articles/${slug}.${lang}.md`;
    const required = lang === 'ja' || lang === 'en';
    if (!required && !existsSync(join(root, file))) continue;
    const text = readText(root, file, report);
    const parts = text === undefined ? undefined : splitMarkdown(file, text, report);
    if (text === undefined || parts === undefined) continue;
    words.set(lang, { title: parts.title, summary: parts.summary, body: parts.body, file, text });
    if (lang === 'ja') facts = readFacts(file, parts.frontMatter, reading);
  }
  return facts && words.has('ja') && words.has('en') ? { id: slug, facts, words } : undefined;
}

function readFacts(
  file: string,
  frontMatter: string | null,
  { report, memo }: Reading,
): ArticleSource['facts'] | undefined {
  if (frontMatter === null) {
    report(error(file, 1, 'front-matter-missing', '先頭の「---」で囲んだ記事の情報がありません'));
    return undefined;
  }
  return parseYaml(file, frontMatter, 1, shapes.articleFacts, report, memo);
}
