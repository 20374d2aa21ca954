/** The search index of a pack: one entry per thing a visitor may look for, in all its languages at once. */
import { LANGS } from '../../pack/lang.ts';
import type { Texts } from '../shapes.ts';
import type { BaseSource, ExhibitionSource, NewsletterSource, PackSource } from '../source.ts';
import { mustResolve } from '../world.ts';
import { pageTitle } from './media.ts';
import { englishName } from './places.ts';
import type { Compiler } from './rows.ts';
import { type Entry, joinTexts, NOTHING } from './search-entry.ts';
import { insertEntries } from './search-index.ts';
import { townFactEntries } from './search-town-facts.ts';

export function insertSearch(compiler: Compiler, pack: PackSource): void {
  insertEntries(compiler, entriesOf(compiler, pack));
}

function entriesOf(compiler: Compiler, pack: PackSource): readonly Entry[] {
  switch (pack.kind) {
    case 'base':
      return baseEntries(compiler, pack);
    case 'newsletter':
      return [...articleEntries(pack), ...pageEntries(compiler, pack)];
    case 'exhibition':
      return [exhibitionEntry(pack)];
    case 'notice':
      return [];
  }
}

function baseEntries(compiler: Compiler, base: BaseSource): readonly Entry[] {
  return [
    ...townEntries(compiler, base),
    ...prefectureEntries(compiler),
    ...groupEntries(base),
    ...eventEntries(base),
    ...townFactEntries(compiler, base),
  ];
}

function townEntries({ world }: Compiler, base: BaseSource): readonly Entry[] {
  const known = new Map(base.towns.value.map((row) => [mustResolve(row.town, world).id, row]));
  const wards = new Map(base.wards.value.map((row) => [mustResolve(row.ward, world).id, row.headline]));
  return [...world.municipalities.values()].map((row): Entry => {
    const town = known.get(row.code);
    const prefecture = world.prefectures.get(row.prefectureCode);
    const headline = town?.headline ?? wards.get(row.code);
    const notes = town?.notes ?? [];
    const body = joinTexts([
      { ja: prefecture?.nameJa ?? '', en: prefecture?.nameEn ?? '' },
      ...(headline ? [headline] : []),
      ...notes,
    ]);
    const [ending, romaji] = endingOf(row.kana);
    return {
      kind: 'municipality',
      key: row.code,
      code: row.code,
      weight: row.kind === 'special-ward' ? 3 : town ? 2 : 1,
      title: { ja: row.nameJa, en: englishName(row) },
      body,
      kana: row.kana,
      readings: [row.nameEn, `${row.nameEn}${romaji}`],
      stems: [row.nameJa.slice(0, -1), row.kana.slice(0, row.kana.length - ending.length)],
    };
  });
}

/** `-shi`, `-ku`, `-cho`, `-machi`, `-son`, `-mura`, as people type them, by how the name ends. */
const ENDINGS: readonly (readonly [string, string])[] = [
  ['ちょう', 'cho'],
  ['まち', 'machi'],
  ['そん', 'son'],
  ['むら', 'mura'],
  ['し', 'shi'],
  ['く', 'ku'],
];

/** The ending of a municipality's kana and its romaji. */
function endingOf(kana: string): readonly [string, string] {
  return ENDINGS.find(([ending]) => kana.endsWith(ending)) ?? ['', ''];
}

function prefectureEntries({ world }: Compiler): readonly Entry[] {
  return [...world.prefectures.values()].map((row) => ({
    kind: 'prefecture',
    key: row.code,
    weight: 4,
    title: { ja: row.nameJa, en: row.nameEn },
    body: NOTHING,
    kana: row.kana,
    readings: [],
    stems: /[都府県]$/.test(row.nameJa)
      ? [row.nameJa.slice(0, -1), row.kana.replace(/(?:と|ふ|けん)$/, '')]
      : [],
  }));
}

function groupEntries(base: BaseSource): readonly Entry[] {
  const areas = base.areas.value.map(
    (row): Entry => ({
      kind: 'area',
      key: row.id,
      weight: 2,
      title: row.name,
      body: row.note ?? NOTHING,
      kana: row.kana,
      readings: [],
      stems: [],
    }),
  );
  const associations = base.associations.value.map(
    (row): Entry => ({
      kind: 'association',
      key: row.id,
      weight: 2,
      title: row.name,
      body: NOTHING,
      readings: [],
      stems: [],
    }),
  );
  const topics = base.project.value.topics.map(
    (row): Entry => ({
      kind: 'topic',
      key: row.id,
      weight: 1,
      title: row.title,
      body: row.body,
      readings: [],
      stems: [],
    }),
  );
  return [...areas, ...associations, ...topics];
}

function eventEntries(base: BaseSource): readonly Entry[] {
  return base.events.value.map((row) => ({
    kind: 'event',
    key: row.id,
    weight: 2,
    title: row.title,
    body: joinTexts([row.summary, ...(row.place ? [row.place] : [])]),
    readings: [],
    stems: [],
  }));
}

function articleEntries(pack: NewsletterSource): readonly Entry[] {
  return pack.articles.map((article) => {
    const part = (pick: 'title' | 'text'): Texts => {
      const texts: Record<string, string> = {};
      for (const lang of LANGS) {
        const words = article.words.get(lang);
        if (words) texts[lang] = pick === 'title' ? words.title : `${words.summary} ${words.body}`;
      }
      return { ja: '', en: '', ...texts };
    };
    return {
      kind: 'article',
      key: `${pack.issue.value.id}-${article.id}`,
      weight: 3,
      title: part('title'),
      body: part('text'),
      readings: [],
      stems: [],
    };
  });
}

/** The printed pages: whoever remembers the paper finds it. */
function pageEntries({ media }: Compiler, pack: NewsletterSource): readonly Entry[] {
  return media.pages.map((page, i) => ({
    kind: 'page',
    key: `${pack.issue.value.id}/${i + 1}`,
    weight: 1,
    title: pageTitle(pack, i + 1),
    body: { ja: page.words },
    readings: [],
    stems: [],
  }));
}

function exhibitionEntry(pack: ExhibitionSource): Entry {
  const { id, title, subtitle, summary, chapters } = pack.exhibition.value;
  const texts = chapters.flatMap((chapter) => [
    chapter.title,
    ...chapter.blocks.flatMap((block) => block.body ?? []),
  ]);
  return {
    kind: 'exhibition',
    key: id,
    weight: 4,
    title,
    body: joinTexts([subtitle, summary, ...texts]),
    readings: [],
    stems: [],
  };
}
