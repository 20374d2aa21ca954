/** Pictures of things: their cover, the pictures inside them, the printed pages of an issue. */
import type { Lang } from '../pack/lang.ts';
import type {
  BodyPictureView,
  Focus,
  IssuePageView,
  PictureSource,
  PictureView,
} from '../pack/media-views.ts';
import type { PictureOwner } from '../pack/types.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';

type All = Library['all'];

/** Where pictures are named, as SQL that gives `owner_id`, `position`, `picture_id`. A closed list. */
const PLACES = {
  cover: `SELECT owner_id, position, picture_id FROM picture_use WHERE owner = $owner AND role = 'cover'`,
  body: `SELECT owner_id, position, picture_id FROM picture_use WHERE owner = $owner AND role = 'body'`,
  poster: `SELECT film_id AS owner_id, 0 AS position, poster_id AS picture_id FROM film WHERE $owner = 'film'`,
  page: `SELECT issue_id AS owner_id, page AS position, picture_id FROM issue_page WHERE $owner = 'issue'`,
} as const;

type Row = PictureSource & {
  readonly owner_id: string;
  readonly position: number;
  readonly name: string;
  readonly colour: string;
  readonly thumb_hash: string;
  readonly focus_x: number | null;
  readonly focus_y: number | null;
  readonly alt: string;
  readonly credit: string;
  readonly licence: string;
  readonly lang: Lang;
};

type Placed = { readonly ownerId: string; readonly position: number; readonly picture: BodyPictureView };

/** @returns by owner and position; owners without pictures are left out. `ids` null: of all owners */
function readPlaced(
  all: All,
  lang: Lang,
  place: keyof typeof PLACES,
  owner: PictureOwner | 'film' | 'issue',
  ids: readonly string[] | null,
): readonly Placed[] {
  if (ids?.length === 0) return [];
  const rows = all<Row>(
    `SELECT u.owner_id, u.position, p.picture_id AS name, p.colour, p.thumb_hash, p.focus_x, p.focus_y,
            coalesce(want.alt, ja.alt) AS alt, coalesce(want.credit, ja.credit) AS credit,
            coalesce(want.licence, ja.licence) AS licence, coalesce(want.lang, 'ja') AS lang,
            m.media_id AS id, m.mime, m.width, m.height
       FROM (${PLACES[place]}) AS u
       JOIN picture AS p ON p.picture_id = u.picture_id ${wordsJoin('picture', 'p.picture_id')}
       JOIN picture_variant AS v ON v.picture_id = p.picture_id
       JOIN media AS m ON m.media_id = v.media_id
      WHERE $ids IS NULL OR u.owner_id IN (SELECT value FROM json_each($ids))
      ORDER BY u.owner_id, u.position, v.width`,
    { lang, owner, ids: ids && JSON.stringify(ids) },
  );
  return rowsPerPicture(rows).flatMap((group) => toPlaced(group) ?? []);
}

/** Neighbouring rows of one picture at one place. */
function rowsPerPicture(rows: readonly Row[]): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const [first] = groups.at(-1) ?? [];
    if (first?.owner_id === row.owner_id && first.position === row.position) groups.at(-1)?.push(row);
    else groups.push([row]);
  }
  return groups;
}

function toPlaced(rows: readonly Row[]): Placed | undefined {
  const widest = rows.at(-1);
  if (!widest) return undefined;
  const { id, mime, width, height, alt, credit, licence, lang, colour, name } = widest;
  const picture: BodyPictureView = {
    kind: 'picture',
    id,
    mime,
    width,
    height,
    sources: rows.map((row) => ({ id: row.id, mime: row.mime, width: row.width, height: row.height })),
    colour,
    thumbHash: widest.thumb_hash,
    focus: focusOf(widest),
    alt,
    credit,
    licence,
    lang,
    name,
  };
  return { ownerId: widest.owner_id, position: widest.position, picture };
}

function focusOf({ focus_x: x, focus_y: y }: Row): Focus | null {
  return x === null || y === null ? null : { x, y };
}

function nameless({ name: _name, ...picture }: BodyPictureView): PictureView {
  return picture;
}

/**
 * Covers of many things at once.
 *
 * @param ids null: of every owner of that kind
 * @returns   null for what has none: the drawn cover takes its place
 */
export function readCovers(
  all: All,
  lang: Lang,
  owner: PictureOwner,
  ids: readonly string[] | null,
): (id: string) => PictureView | null {
  const placed = readPlaced(all, lang, 'cover', owner, ids);
  const covers = new Map(placed.map(({ ownerId, picture }) => [ownerId, nameless(picture)]));
  return (id) => covers.get(id) ?? null;
}

/** @returns the pictures inside one thing, in order; each with the name its text calls it by */
export function readBodyPictures(
  all: All,
  lang: Lang,
  owner: PictureOwner,
  id: string,
): readonly BodyPictureView[] {
  return readPlaced(all, lang, 'body', owner, [id]).map(({ picture }) => picture);
}

/** Pictures of many blocks at once, in order. */
export function readBlockPictures(
  all: All,
  lang: Lang,
  ids: readonly string[],
): (id: string) => readonly PictureView[] {
  const placed = readPlaced(all, lang, 'body', 'block', ids);
  return (id) => placed.filter(({ ownerId }) => ownerId === id).map(({ picture }) => nameless(picture));
}

/** Posters of films, by film id. */
export function readPosters(all: All, lang: Lang, ids: readonly string[]): ReadonlyMap<string, PictureView> {
  const placed = readPlaced(all, lang, 'poster', 'film', ids);
  return new Map(placed.map(({ ownerId, picture }) => [ownerId, nameless(picture)]));
}

/** The printed pages of all issues, in order. */
export function readIssuePages(all: All, lang: Lang): (issueId: string) => readonly IssuePageView[] {
  const words = all<{ readonly issue_id: string; readonly page: number; readonly words: string }>(
    'SELECT issue_id, page, words FROM issue_page ORDER BY issue_id, page',
  );
  const wordsOf = new Map(words.map((row) => [`${row.issue_id} ${row.page}`, row.words]));
  const placed = readPlaced(all, lang, 'page', 'issue', null);
  return (issueId) =>
    placed
      .filter(({ ownerId }) => ownerId === issueId)
      .map(({ position: page, picture }) => ({
        page,
        picture: nameless(picture),
        words: wordsOf.get(`${issueId} ${page}`) ?? '',
      }));
}
