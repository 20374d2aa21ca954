/** Exhibitions and where they are shown when. */
import { isLang, type Lang } from '../pack/lang.ts';
import { isOn } from '../pack/program.ts';
import type { BlockKind, Day, PartialDate, RegionId, Theme } from '../pack/types.ts';
import type {
  BlockData,
  BlockView,
  ChapterView,
  ExhibitionSummary,
  ExhibitionView,
  MediaView,
  ShowingView,
} from '../pack/views.ts';
import { readFilms } from './films.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readBlockPictures, readCovers } from './pictures.ts';
import { readShowings, type Showing } from './showings.ts';
import { readPartners } from './sides.ts';
import { venueName } from './venues.ts';

/** Where and when the kiosk stands: decides what is on. */
export type Here = { readonly venueId: string; readonly today: Day };

type ExhibitionRow = {
  readonly id: string;
  readonly theme: Theme;
  readonly region: RegionId | null;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly lang: Lang;
};

const STATE_ORDER = { running: 0, coming: 1, past: 3 } as const;

/** Standing exhibitions come after what is coming and before what is over. */
const STANDING_ORDER = 2;

/**
 * @returns running (in this hall first), then coming (soonest first), then standing, then past (newest
 *          first); ties by id
 */
export function readExhibitions(library: Library, lang: Lang, here: Here): readonly ExhibitionSummary[] {
  const rows = library.all<ExhibitionRow>(
    `SELECT t.exhibition_id AS id, t.theme, t.region_id AS region, coalesce(want.title, ja.title) AS title,
            coalesce(want.subtitle, ja.subtitle) AS subtitle, coalesce(want.summary, ja.summary) AS summary,
            coalesce(want.lang, 'ja') AS lang
       FROM exhibition AS t ${wordsJoin('exhibition', 't.exhibition_id')}
      ORDER BY t.exhibition_id`,
    { lang },
  );
  const cover = readCovers(library.all, lang, 'exhibition', null);
  const showing = showingsIn(library, lang, here);
  return rows
    .map((row) => ({ ...row, cover: cover(row.id), showing: showing(row.id) }))
    .sort((a, b) => order(a) - order(b) || byDate(a, b) || (a.id < b.id ? -1 : 1));
}

function order({ showing }: ExhibitionSummary): number {
  if (showing === null) return STANDING_ORDER;
  return STATE_ORDER[showing.state] - (showing.state === 'running' && showing.here ? 1 : 0);
}

function byDate(a: ExhibitionSummary, b: ExhibitionSummary): number {
  if (!a.showing || !b.showing || a.showing.firstDay === b.showing.firstDay) return 0;
  const earlierFirst = a.showing.firstDay < b.showing.firstDay ? -1 : 1;
  return a.showing.state === 'past' ? -earlierFirst : earlierFirst;
}

/** A showing as the screen names it. */
export function showingView(library: Library, lang: Lang, here: Here, showing: Showing): ShowingView {
  const { venue, first, last } = showing;
  return {
    venueId: venue,
    venueName: venueName(library, lang, venue),
    firstDay: first,
    lastDay: last,
    state: here.today < first ? 'coming' : here.today > last ? 'past' : 'running',
    here: venue === here.venueId,
  };
}

/** The showing of an exhibition that matters here and now. */
function showingsIn(library: Library, lang: Lang, here: Here): (id: string) => ShowingView | null {
  const rows = new Map<string, Showing[]>();
  for (const showing of readShowings(library)) {
    const own = rows.get(showing.exhibition) ?? [];
    own.push(showing);
    rows.set(showing.exhibition, own);
  }
  return (id) => {
    const matters = choose(rows.get(id) ?? [], here);
    return matters && showingView(library, lang, here, matters);
  };
}

/** Running here, running elsewhere, next here, next elsewhere, last; null where there is none. */
function choose(showings: readonly Showing[], { venueId, today }: Here): Showing | null {
  const running = showings.filter((one) => isOn(one, today));
  const coming = showings.filter(({ first }) => first > today);
  const isHere = ({ venue }: Showing): boolean => venue === venueId;
  return running.find(isHere) ?? running[0] ?? coming.find(isHere) ?? coming[0] ?? showings.at(-1) ?? null;
}

/**
 * The exhibition for the home screen: running here, else a standing one, else what runs elsewhere or is to
 * come. Null when all is over: home then shows the project itself.
 */
export function heroOf(exhibitions: readonly ExhibitionSummary[]): ExhibitionSummary | null {
  return (
    exhibitions.find(({ showing }) => showing?.state === 'running' && showing.here) ??
    exhibitions.find(({ showing }) => showing === null) ??
    exhibitions.find(({ showing }) => showing?.state !== 'past') ??
    null
  );
}

/** @returns null when there is no such exhibition */
export function readExhibition(library: Library, lang: Lang, here: Here, id: string): ExhibitionView | null {
  const summary = readExhibitions(library, lang, here).find((one) => one.id === id);
  if (!summary) return null;
  const names = library.names(lang);
  const towns = library
    .all<{ readonly code: string }>(
      'SELECT municipality_id AS code FROM exhibition_town WHERE exhibition_id = $id ORDER BY municipality_id',
      { id },
    )
    .flatMap((row) => names.town(row.code) ?? []);
  const partners = readPartners(library, lang, 'exhibition', [id])(id);
  return { ...summary, partners, towns, chapters: readChapters(library, lang, id) };
}

function readChapters(library: Library, lang: Lang, exhibitionId: string): readonly ChapterView[] {
  const chapters = library.all<{ readonly id: string; readonly theme: Theme; readonly title: string }>(
    `SELECT t.chapter_id AS id, t.theme, coalesce(want.title, ja.title) AS title
       FROM chapter AS t ${wordsJoin('chapter', 't.chapter_id')}
      WHERE t.exhibition_id = $exhibitionId
      ORDER BY t.position`,
    { lang, exhibitionId },
  );
  const cover = readCovers(
    library.all,
    lang,
    'chapter',
    chapters.map((chapter) => chapter.id),
  );
  return chapters.map((chapter) => ({
    ...chapter,
    cover: cover(chapter.id),
    blocks: readBlocks(library, lang, chapter.id),
  }));
}

type BlockRow = {
  readonly id: string;
  readonly kind: BlockKind;
  readonly data: string;
  readonly title: string | null;
  readonly body: string;
};

function readBlocks(library: Library, lang: Lang, chapterId: string): readonly BlockView[] {
  const rows = library.all<BlockRow>(
    `SELECT t.block_id AS id, t.kind, t.data, coalesce(want.title, ja.title) AS title,
            coalesce(want.body, ja.body) AS body
       FROM block AS t ${wordsJoin('block', 't.block_id')}
      WHERE t.chapter_id = $chapterId
      ORDER BY t.position`,
    { lang, chapterId },
  );
  const ids = rows.map((row) => row.id);
  const pictures = readBlockPictures(library.all, lang, ids);
  const film = readFilms(library, lang, ids);
  return rows.map(({ id, kind, data, title, body }) => ({
    id,
    title,
    body,
    ...blockData(library, lang, kind, data, [film(id) ?? [], pictures(id)].flat()),
  }));
}

/** `data` was written by our compiler and its pack proved; what is missing reads as empty all the same. */
function blockData(
  library: Library,
  lang: Lang,
  kind: BlockKind,
  json: string,
  media: readonly MediaView[],
): BlockData {
  const data = JSON.parse(json) as Readonly<Record<string, unknown>>;
  switch (kind) {
    case 'text':
      return { kind };
    case 'quote':
      return { kind, who: pick(data['who'], lang) };
    case 'number':
      return {
        kind,
        value: Number(data['value'] ?? 0),
        unit: pick(data['unit'], lang),
        asOf: String(data['asOf'] ?? '') as PartialDate,
      };
    case 'map': {
      const { towns } = library.names(lang);
      const points = list(data['towns']).flatMap((code) => towns.get(String(code)) ?? []);
      return { kind, towns: points.map(({ code, name, lat, lon }) => ({ code, name, lat, lon })) };
    }
    case 'quiz':
      return {
        kind,
        choices: list(data['choices']).map((choice) => pick(choice, lang)),
        answer: Number(data['answer'] ?? 0),
        explanation: pick(data['explanation'], lang),
      };
    default:
      return { kind, media };
  }
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The text of a `{ ja, en, … }` object in the wanted language, else Japanese. */
function pick(value: unknown, lang: Lang): string {
  if (typeof value !== 'object' || value === null) return '';
  const texts = Object.entries(value).filter(([key, text]) => isLang(key) && typeof text === 'string');
  const byLang = new Map(texts as [string, string][]);
  return byLang.get(lang) ?? byLang.get('ja') ?? '';
}
