/**
 * Looks for what single files cannot show: broken references, ids used twice, dates the wrong way
 * round, addresses that must not be shown. Each check has an id; errors stop a build.
 */
import {
  type Checker,
  checkAddresses,
  checkDates,
  checkExchange,
  checkHeadline,
  checkMarkdownAddresses,
  checkPrefecture,
  checkReferences,
  checkTown,
  checkTowns,
  checkUnique,
  checkUniqueIds,
  checkUniquePlaces,
  checkVenue,
  checkWard,
  complain,
  type Named,
} from './check-parts.ts';
import { checkLengths } from './checks/lengths.ts';
import { checkLinks } from './checks/links.ts';
import { checkNotice } from './checks/notice.ts';
import { checkPeople } from './checks/people.ts';
import { checkTownFacts } from './checks/town-facts.ts';
import { error, type Path, type Report, type SourceFile } from './files.ts';
import type { BaseSource, ExhibitionSource, NewsletterSource, PackSource, SourceTree } from './source.ts';
import type { World } from './world.ts';

/** Checks a whole source tree and reports every problem. */
export function checkSource(tree: SourceTree, world: World, report: Report): void {
  const checker = { world, report };
  checkPacks(tree, checker);
  // Without a base no name can be looked up, and each would be called wrong.
  if (tree.base === null) return;
  for (const pack of tree.packs) checkPack(pack, checker);
  checkLinks(tree, checker);
}

/** What must hold between the packs of a tree: they are shown together, so no id may come twice. */
function checkPacks({ packs }: SourceTree, checker: Checker): void {
  checkUnique(
    packs.map(({ pack }) => ({ id: pack.value.id, file: pack, path: ['id'] })),
    'パックのid',
    checker,
  );
  for (const { pack } of packs.filter((one) => one.kind === 'base').slice(1)) {
    complain(pack, ['kind'], 'second-base', '基本のパック（kind: base）は一つだけです', checker);
  }
  const newsletters = packs.filter((pack) => pack.kind === 'newsletter');
  const exhibitions = packs.filter((pack) => pack.kind === 'exhibition');
  checkUnique(newsletters.map(issueName), '号のid', checker);
  checkUnique(exhibitions.map(exhibitionName), '展示のid', checker);
  // Inside a pack the id of a chapter or an article is led by that of its exhibition or issue.
  checkUnique(exhibitions.flatMap(chapterNames), '展示と章のid', checker);
  const articles = newsletters.flatMap(articleNames);
  checkUnique(articles, '号と記事のid', checker);
}

function issueName({ issue }: NewsletterSource): Named {
  return { id: issue.value.id, file: issue, path: ['id'] };
}

function exhibitionName({ exhibition }: ExhibitionSource): Named {
  return { id: exhibition.value.id, file: exhibition, path: ['id'] };
}

function articleNames({ issue, articles }: NewsletterSource): readonly Named[] {
  return articles.map(({ id, facts }) => ({ id: `${issue.value.id}-${id}`, file: facts, path: [] }));
}

function chapterNames({ exhibition }: ExhibitionSource): readonly Named[] {
  return exhibition.value.chapters.map((chapter, i) => ({
    id: `${exhibition.value.id}-${chapter.id}`,
    file: exhibition,
    path: ['chapters', i, 'id'],
  }));
}

function checkPack(pack: PackSource, checker: Checker): void {
  for (const part of [...Object.values(pack), pack.media.pictures, pack.media.films]) {
    if (isSourceFile(part)) checkAddresses(part, checker);
  }
  checkLengths(pack, checker.report);
  checkPeople(pack, checker.report);
  switch (pack.kind) {
    case 'base':
      checkBase(pack, checker);
      return;
    case 'newsletter':
      checkNewsletter(pack, checker);
      return;
    case 'exhibition':
      checkExhibition(pack, checker);
      return;
    case 'notice':
      checkNotice(pack, checker);
  }
}

function isSourceFile(part: unknown): part is SourceFile<unknown> {
  return typeof part === 'object' && part !== null && 'lineOf' in part;
}

function checkBase(base: BaseSource, checker: Checker): void {
  checkUniqueIds(
    [
      base.regions,
      base.areas,
      base.associations,
      base.organisations,
      base.venues,
      base.links,
      base.events,
      base.numbers,
      base.disasters,
      base.survey,
    ],
    checker,
  );
  checkPlaces(base, checker);
  checkGroups(base, checker);
  base.links.value.forEach((row, i) => checkExchange(base.links, [i], row, checker));
  base.events.value.forEach((row, i) => {
    checkExchange(base.events, [i], row, checker);
    checkVenue(base.events, [i, 'venue'], row.venue, checker);
  });
  checkProject(base, checker);
  checkTownFacts(base, checker);
}

function checkPlaces(base: BaseSource, checker: Checker): void {
  const { towns, wards } = base;
  const townNames = towns.value.map((row) => row.town);
  checkUniquePlaces(towns, 'town', townNames, checker);
  towns.value.forEach((row, i) => {
    checkTown(towns, [i, 'town'], row.town, checker);
    if (row.headline === undefined) {
      complain(towns, [i], 'headline-missing', `「${row.town}」の見出し（headline）がありません`, checker);
    }
    checkHeadline(towns, [i, 'headline', 'ja'], row.headline?.ja, checker);
  });
  const wardNames = wards.value.map((row) => row.ward);
  checkUniquePlaces(wards, 'ward', wardNames, checker);
  wards.value.forEach((row, i) => {
    checkWard(wards, [i, 'ward'], row.ward, checker);
    checkHeadline(wards, [i, 'headline', 'ja'], row.headline.ja, checker);
  });
}

function checkGroups({ areas, associations, venues }: BaseSource, checker: Checker): void {
  areas.value.forEach((area, i) => {
    checkTowns(areas, [i, 'members'], area.members, checker);
    if (area.prefecture) checkPrefecture(areas, [i, 'prefecture'], area.prefecture, checker);
  });
  associations.value.forEach((row, i) => {
    checkPrefecture(associations, [i, 'prefecture'], row.prefecture, checker);
  });
  venues.value.forEach((row, i) => {
    if (row.ward) checkWard(venues, [i, 'ward'], row.ward, checker);
  });
}

function checkProject({ project, numbers, timeline, disasters }: BaseSource, checker: Checker): void {
  for (const part of ['fields', 'topics', 'contacts'] as const) {
    const rows = project.value[part].map((row, i) => ({ id: row.id, file: project, path: [part, i, 'id'] }));
    checkUnique(rows, 'id', checker);
  }
  numbers.value.forEach((series, i) => {
    const path = (p: number): Path => [i, 'points', p, 'asOf'];
    const points = series.points.map((point, p) => ({ id: point.asOf, file: numbers, path: path(p) }));
    checkUnique(points, '日付', checker);
  });
  disasters.value.forEach((row, i) => {
    checkReferences(disasters, [i, 'partners'], row.partners, checker);
    checkDates(disasters, [i], row, checker);
  });
  timeline.value.forEach((row, i) => {
    checkDates(timeline, [i], row, checker);
    row.links.forEach((link, l) => {
      if (checker.world.links.has(link)) return;
      complain(timeline, [i, 'links', l], 'unknown-link', `links.yaml に「${link}」がありません`, checker);
    });
  });
}

function checkNewsletter(pack: NewsletterSource, checker: Checker): void {
  if (pack.articles.length === 0) {
    checker.report(error(pack.issue.file, 1, 'no-articles', 'articles フォルダに記事がありません'));
  }
  const positions = pack.articles.map(({ facts }) => ({
    id: String(facts.value.position),
    file: facts,
    path: ['position'],
  }));
  checkUnique(positions, '記事の順番（position）', checker);
  for (const { facts, words } of pack.articles) {
    checkExchange(facts, [], facts.value, checker);
    facts.value.fields.forEach((field, i) => {
      if (checker.world.fields.has(field)) return;
      complain(
        facts,
        ['fields', i],
        'unknown-field',
        `分野「${field}」が project.yaml にありません`,
        checker,
      );
    });
    for (const { file, text } of words.values()) checkMarkdownAddresses(file, text, checker);
  }
}

function checkExhibition({ exhibition }: ExhibitionSource, checker: Checker): void {
  const { partners, showings, chapters } = exhibition.value;
  checkReferences(exhibition, ['partners'], partners, checker);
  const names = showings.map(({ venue, first }, i) => ({
    id: `${venue} ${first}`,
    file: exhibition,
    path: ['showings', i],
  }));
  checkUnique(names, '会場と初日', checker);
  showings.forEach(({ venue }, i) => checkVenue(exhibition, ['showings', i, 'venue'], venue, checker));
  chapters.forEach((chapter, c) => {
    chapter.blocks.forEach((block, b) => {
      const path = ['chapters', c, 'blocks', b];
      if (block.kind === 'map') checkTowns(exhibition, [...path, 'towns'], block.towns, checker);
      if (block.kind === 'quiz' && block.answer > block.choices.length) {
        const message = `answer（正解）は 1 から ${block.choices.length} までで書いてください`;
        complain(exhibition, [...path, 'answer'], 'quiz-answer', message, checker);
      }
    });
  });
}
