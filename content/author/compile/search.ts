/** The search index of a pack: one entry per thing a visitor may look for, in all its languages at once. */
import { gramsOf } from '../../pack/grams.ts';
import { LANGS } from '../../pack/lang.ts';
import type { Texts } from '../shapes.ts';
import type { BaseSource, ExhibitionSource, NewsletterSource, PackSource } from '../source.ts';
import { mustResolve } from '../world.ts';
import { pageTitle } from './media.ts';
import { englishName } from './places.ts';
import { type Compiler, langsOf } from './rows.ts';
import { type Entry, joinTexts, NOTHING } from './search-entry.ts';
import { townFactEntries } from './search-town-facts.ts';

export function insertSearch(compiler: Compiler, pack: PackSource): void {
  let id = 0;
  for (const entry of entriesOf(compiler, pack)) {
    id += 1;
    insertEntry(compiler, id, entry);
  }
}

function entriesOf(compiler: Compiler, pack: PackSource): readonly Entry[] {
  switch (pack.kind) {
    case 'base':
      return baseEntries(compiler, pack);
    case 'newsletter':
      return [...articleEntries(pack), ...pageEntries(compiler, pack)];
    case 'exhibition':
      return [exhibitionEntry(pack)];
  }
}

function insertEntry({ draft }: Compiler, id: number, entry: Entry): void {
  draft.insert('search', {
    search_id: id,
    kind: entry.kind,
    key: entry.key,
    municipality_id: entry.code ?? null,
    weight: entry.weight,
  });
  const titles: string[] = [];
  const bodies: string[] = [];
  for (const lang of langsOf(entry.title)) {
    const title = entry.title[lang] ?? entry.title.ja;
    const body = plain(entry.body[lang] ?? '');
    draft.insert('search_text', { search_id: id, lang, title, body });
    titles.push(title);
    bodies.push(body);
  }
  draft.insert('search_index', {
    rowid: id,
    name: gramsOf([...titles, ...entry.readings].join(' ')),
    body: gramsOf(bodies.join(' ')),
  });
}

/** Markdown marks are not words. */
function plain(markdown: string): string {
  return markdown
    .replace(/!\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/^[#>\-*\s]+/gm, '')
    .replace(/[*_`]+/g, '')
    .replace(/\s+/g, ' ')
    .trim();
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
    return {
      kind: 'municipality',
      key: row.code,
      code: row.code,
      weight: row.kind === 'special-ward' ? 3 : town ? 2 : 1,
      title: { ja: row.nameJa, en: englishName(row) },
      body,
      readings: [row.kana, row.nameEn, `${row.nameEn}${suffixRomaji(row.kana)}`],
    };
  });
}

/** `-shi`, `-ku`, `-cho`, `-machi`, `-son`, `-mura`, as people type them. */
function suffixRomaji(kana: string): string {
  const endings: readonly [string, string][] = [
    ['ちょう', 'cho'],
    ['まち', 'machi'],
    ['そん', 'son'],
    ['むら', 'mura'],
    ['し', 'shi'],
    ['く', 'ku'],
  ];
  return endings.find(([ending]) => kana.endsWith(ending))?.[1] ?? '';
}

function prefectureEntries({ world }: Compiler): readonly Entry[] {
  return [...world.prefectures.values()].map((row) => ({
    kind: 'prefecture',
    key: row.code,
    weight: 4,
    title: { ja: row.nameJa, en: row.nameEn },
    body: NOTHING,
    readings: [row.kana],
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
      readings: [row.kana],
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
  };
}
