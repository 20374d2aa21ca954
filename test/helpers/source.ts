/**
 * A small made-up source: everything a base pack must have and next to nothing in it, plus a newsletter
 * and an exhibition. Tests replace single files, so that each shows only the fact it is about.
 */
import { stringify } from 'yaml';
import { loadGazetteer } from '../../content/author/gazetteer/gazetteer.ts';
import { REGION_IDS } from '../../content/pack/types.ts';
import { tempFolder, writeFiles } from './folder.ts';
import { GAZETTEER } from './places.ts';

/** Path -> content: text as it is, anything else as YAML; null leaves the file out. */
export type Files = Readonly<Record<string, unknown>>;

export type SmallTexts = { readonly ja: string; readonly en: string };

/** A text in both required languages; English is `en`, or the Japanese once more. */
export function t(ja: string, en: string = ja): SmallTexts {
  return { ja, en };
}

/** `131016 千代田区` and so on, all 23. */
export const WARDS: readonly string[] = loadGazetteer(GAZETTEER)
  .municipalities.filter((row) => row.kind === 'special-ward')
  .map((row) => `${row.code} ${row.nameJa}`);

function packFile(id: string, kind: string, date: string): unknown {
  return { id, kind, version: 1, date, title: t(id), summary: t('要約', 'Summary') };
}

const BASE: Files = {
  'base/pack.yaml': packFile('base', 'base', '2020-01-01'),
  'base/regions.yaml': REGION_IDS.map((id) => ({ id, name: t(id) })),
  'base/towns.yaml': [],
  'base/wards.yaml': WARDS.map((ward) => ({ ward, headline: t('区です。', 'A ward.') })),
  'base/areas.yaml': [],
  'base/associations.yaml': [],
  'base/organisations.yaml': [],
  'base/venues.yaml': [
    { id: 'hall', name: t('ホール', 'Hall'), hall: true },
    { id: 'arakawa', name: t('荒川区役所', 'Arakawa'), ward: '131181 荒川区', hall: true },
  ],
  'base/links.yaml': [],
  'base/events.yaml': [],
  'base/project.yaml': {
    fields: ['f1', 'f2', 'f3', 'f4', 'f5', 'f6'].map((id) => ({ id, name: t(id), summary: t(id) })),
    topics: [],
    contacts: [],
  },
  'base/numbers.yaml': [],
  'base/timeline.yaml': [],
  'base/disasters.yaml': [],
  'base/survey.yaml': [],
};

const NEWSLETTER: Files = {
  'news-1/pack.yaml': packFile('news-1', 'newsletter', '2020-02-01'),
  'news-1/issue.yaml': { id: 'news-1', number: 1, date: '2020-02-01', title: t('NEWS 1'), theme: t('主題') },
  'news-1/articles/one.ja.md': article(1, 'はじめの記事'),
  'news-1/articles/one.en.md': '# The first article\n\nIts summary.\n\nIts body.\n',
};

const EXHIBITION: Files = {
  'show/pack.yaml': packFile('show', 'exhibition', '2020-03-01'),
  'show/exhibition.yaml': exhibition('show'),
};

/** The files of the small source. */
export const SMALL: Files = { ...BASE, ...NEWSLETTER, ...EXHIBITION };

/** Only what a base pack needs: the fastest library there is. */
export const SMALL_BASE: Files = BASE;

/** A Japanese article with its facts. */
export function article(
  position: number,
  title: string,
  facts: Readonly<Record<string, unknown>> = {},
): string {
  const front = stringify({ kind: 'case', position, theme: 'sea', ...facts });
  return `---\n${front}---\n\n# ${title}\n\n要約です。\n\n本文です。\n`;
}

/** An exhibition of one text. */
export function exhibition(id: string, more: Readonly<Record<string, unknown>> = {}): unknown {
  const blocks = [{ kind: 'text', body: t('本文です。', 'Text') }];
  return {
    id,
    title: t(`${id}展`, id),
    subtitle: t('副題', 'Subtitle'),
    summary: t('要約', 'Summary'),
    theme: 'sea',
    chapters: [{ id: 'one', title: t('第1章', 'Chapter'), theme: 'sea', blocks }],
    ...more,
  };
}

/** The files of a pack of one exhibition. */
export function exhibitionPack(id: string, more: Readonly<Record<string, unknown>> = {}): Files {
  return {
    [`${id}/pack.yaml`]: packFile(id, 'exhibition', '2020-03-01'),
    [`${id}/exhibition.yaml`]: exhibition(id, more),
  };
}

/** The files of a newsletter pack without articles. */
export function newsletterPack(id: string, number: number, date: string): Files {
  return {
    [`${id}/pack.yaml`]: packFile(id, 'newsletter', date),
    [`${id}/issue.yaml`]: { id, number, date, title: t(`NEWS ${number}`), theme: t('主題') },
  };
}

/** The files of a pack of one notice, for every hall, with no beginning. */
export function noticePack(id: string, more: Readonly<Record<string, unknown>> = {}): Files {
  return {
    [`${id}/pack.yaml`]: packFile(id, 'notice', '2020-03-01'),
    [`${id}/notice.yaml`]: {
      level: 'disaster',
      until: '2020-12-01 18:00',
      headline: t('大雨の警報が出ています', 'Heavy rain warning'),
      body: t('外に出ないでください。', 'Please stay inside.'),
      ...more,
    },
  };
}

/** Writes a source into a new folder and gives its path. */
export function writeSource(files: Files): string {
  const folder = tempFolder();
  const texts = Object.entries(files).flatMap(([path, value]): [string, string | Uint8Array][] => {
    if (value === null) return [];
    if (typeof value === 'string' || value instanceof Uint8Array) return [[path, value]];
    return [[path, stringify(value)]];
  });
  writeFiles(folder, Object.fromEntries(texts));
  return folder;
}

/** A festival that was held, for `base/events.yaml`. */
export const event = (id: string, start?: string, end?: string) => ({
  id,
  kind: 'festival',
  status: 'held',
  title: t(id),
  summary: t(id),
  ...(start === undefined ? {} : { start }),
  ...(end === undefined ? {} : { end }),
});
