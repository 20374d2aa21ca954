/** Newsletters (全国連携NEWS): issues and their articles. */
import type { Lang } from '../pack/lang.ts';
import type { ArticleKind, Day, PartialDate, Purpose, RegionId, Theme } from '../pack/types.ts';
import type { ArticleSummary, ArticleView, IssueView } from '../pack/views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readBodyPictures, readCovers, readIssuePages } from './pictures.ts';
import { type Selection, whereOf } from './selection.ts';
import { readSides, readTags } from './sides.ts';

type ArticleRow = {
  readonly id: string;
  readonly issue_id: string;
  readonly kind: ArticleKind;
  readonly theme: Theme;
  readonly all_wards: number;
  readonly start_date: PartialDate | null;
  readonly end_date: PartialDate | null;
  readonly deadline_date: Day | null;
  readonly online: number;
  readonly url: string | null;
  readonly title: string;
  readonly summary: string;
  readonly body: string;
  readonly lang: Lang;
};

function readRows(library: Library, lang: Lang, selection: Selection): readonly ArticleRow[] {
  const where = whereOf('article', selection);
  return library.all<ArticleRow>(
    `SELECT t.article_id AS id, t.issue_id, t.kind, t.theme, t.all_wards, t.start_date, t.end_date,
            t.deadline_date, t.online, t.url, coalesce(want.title, ja.title) AS title,
            coalesce(want.summary, ja.summary) AS summary, coalesce(want.body, ja.body) AS body,
            coalesce(want.lang, 'ja') AS lang
       FROM article AS t ${wordsJoin('article', 't.article_id')}
      WHERE ${where.sql}
      ORDER BY t.issue_id, t.position`,
    { lang, ...where.params },
  );
}

/** @returns in printed order, issue by issue */
export function readArticles(library: Library, lang: Lang, selection: Selection): readonly ArticleSummary[] {
  return summarise(library, lang, readRows(library, lang, selection));
}

function summarise(library: Library, lang: Lang, rows: readonly ArticleRow[]): readonly ArticleSummary[] {
  const ids = rows.map((row) => row.id);
  const sides = readSides(library, lang, 'article', ids);
  const purposes = readTags(library, 'article', 'purpose', ids);
  const cover = readCovers(library.all, lang, 'article', ids);
  return rows.map((row) => ({
    id: row.id,
    issueId: row.issue_id,
    kind: row.kind,
    title: row.title,
    summary: row.summary,
    theme: row.theme,
    region: regionOf(library, lang, sides.partners(row.id)),
    purposes: purposes(row.id) as readonly Purpose[],
    online: row.online === 1,
    cover: cover(row.id),
    lang: row.lang,
  }));
}

function regionOf(
  library: Library,
  lang: Lang,
  partners: ReturnType<ReturnType<typeof readSides>['partners']>,
): RegionId | null {
  const names = library.names(lang);
  for (const { kind, id } of partners) {
    const region =
      kind === 'municipality'
        ? names.towns.get(id)?.region
        : kind === 'prefecture'
          ? names.prefectures.get(id)?.region
          : null;
    if (region) return region;
  }
  return null;
}

/** @returns newest issue first, articles in printed order */
export function readIssues(library: Library, lang: Lang): readonly IssueView[] {
  const rows = library.all<{
    readonly id: string;
    readonly number: number;
    readonly date: Day;
    readonly title: string;
    readonly theme: string;
  }>(
    `SELECT t.issue_id AS id, t.number, t.issue_date AS date, coalesce(want.title, ja.title) AS title,
            coalesce(want.theme, ja.theme) AS theme
       FROM issue AS t ${wordsJoin('issue', 't.issue_id')}`,
    { lang },
  );
  const articles = readArticles(library, lang, { by: 'all' });
  const pages = readIssuePages(library.all, lang);
  return [...rows]
    .sort((a, b) => b.number - a.number || (a.id < b.id ? -1 : 1))
    .map((row) => ({
      ...row,
      articles: articles.filter((article) => article.issueId === row.id),
      pages: pages(row.id),
    }));
}

/** @returns null when there is no such article */
export function readArticle(library: Library, lang: Lang, id: string): ArticleView | null {
  const rows = readRows(library, lang, { by: 'id', id });
  const [row] = rows;
  const [summary] = summarise(library, lang, rows);
  if (!row || !summary) return null;
  const issue = readIssues(library, lang).find((one) => one.id === row.issue_id);
  const place = issue?.articles.findIndex((article) => article.id === id) ?? -1;
  const sides = readSides(library, lang, 'article', [id]);
  return {
    ...summary,
    issueTitle: issue?.title ?? '',
    issueDate: issue?.date ?? '',
    body: row.body,
    pictures: readBodyPictures(library.all, lang, 'article', id),
    when: { start: row.start_date, end: row.end_date },
    deadline: row.deadline_date,
    url: row.url,
    allWards: row.all_wards === 1,
    wards: sides.wards(id),
    partners: sides.partners(id),
    fields: fieldNames(library, lang, readTags(library, 'article', 'field', [id])(id)),
    previous: issue?.articles[place - 1] ?? null,
    next: issue?.articles[place + 1] ?? null,
  };
}

function fieldNames(library: Library, lang: Lang, ids: readonly string[]): readonly string[] {
  return library
    .all<{ readonly name: string }>(
      `SELECT coalesce(want.name, ja.name) AS name FROM field AS t ${wordsJoin('field', 't.field_id')}
        WHERE t.field_id IN (SELECT value FROM json_each($ids)) ORDER BY t.position`,
      { lang, ids: JSON.stringify(ids) },
    )
    .map((row) => row.name);
}
