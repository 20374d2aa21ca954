/**
 * What goes by on the resting screen: one picture and one sentence after another, from what is on now in
 * this hall. Each leads to what it shows. Pure; the same content and day always give the same order.
 */
import { dayNumber } from '../../../content/pack/days.ts';
import type { Lang } from '../../../content/pack/lang.ts';
import type { CalendarView } from '../../../content/pack/town-views.ts';
import type { Day } from '../../../content/pack/types.ts';
import type {
  ArticleSummary,
  EventView,
  ExhibitionSummary,
  HomeView,
  IssueView,
  PictureView,
  TownSummary,
} from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import type { CoverSubject } from '../../covers/index.ts';
import { coverOfArticle, coverOfExhibition, coverOfTown } from '../../parts/cards.tsx';
import { routeOfTown } from '../../parts/routes.ts';

export type Scene = {
  readonly key: string;
  readonly route: Route;
  readonly cover: CoverSubject;
  readonly photo: PictureView | null;
  /** Language of the texts that come from a pack. */
  readonly lang: Lang;
} & (
  | { readonly kind: 'exhibition'; readonly exhibition: ExhibitionSummary }
  | { readonly kind: 'town'; readonly town: TownSummary }
  | { readonly kind: 'article'; readonly article: ArticleSummary }
  | { readonly kind: 'event'; readonly event: EventView }
  | { readonly kind: 'project' }
);

/** What the scenes are made of; null for what has not come or could not be read. */
export type OnNow = {
  readonly home: HomeView | null;
  readonly issues: readonly IssueView[] | null;
  readonly week: CalendarView | null;
  readonly today: Day;
};

/** Most scenes of one kind, and of all: a round stays under two minutes. */
const MOST_TOWNS = 4;
const MOST_ARTICLES = 3;
const MOST_EVENTS = 2;

/**
 * The exhibition of the hall first, then towns, articles and events in turn, so that two of a kind never
 * follow each other while there are others. Towns and articles change from day to day.
 *
 * @returns at least one: where there is nothing at all, the project itself
 */
export function scenesOf({ home, issues, week, today }: OnNow): readonly Scene[] {
  const day = dayNumber(today);
  const exhibitions = home?.hero ? [exhibitionScene(home.hero)] : [];
  const towns = turned(home?.partners.filter((town) => town.headline !== null) ?? [], day * MOST_TOWNS);
  const [newest] = issues ?? [];
  const cases = newest?.articles.filter(({ kind }) => kind === 'case' || kind === 'topic') ?? [];
  const articles = turned(cases, day * MOST_ARTICLES);
  const events = (week?.events ?? []).filter(({ status }) => status !== 'cancelled');
  const scenes = inTurn([
    exhibitions,
    towns.slice(0, MOST_TOWNS).map(townScene),
    articles.slice(0, MOST_ARTICLES).map(articleScene),
    events.slice(0, MOST_EVENTS).map(eventScene),
  ]);
  return scenes.length > 0 ? scenes : [PROJECT];
}

const PROJECT: Scene = {
  kind: 'project',
  key: 'project',
  route: { page: 'home' },
  cover: { seed: 'zenkoku-renkei', theme: 'mountain', region: 'kanto' },
  photo: null,
  lang: 'ja',
};

function exhibitionScene(exhibition: ExhibitionSummary): Scene {
  const { id, cover: photo, lang } = exhibition;
  const route = { page: 'exhibition', id } as const;
  return {
    kind: 'exhibition',
    key: `exhibition ${id}`,
    route,
    cover: coverOfExhibition(exhibition),
    photo,
    lang,
    exhibition,
  };
}

function townScene(town: TownSummary): Scene {
  const { code, cover: photo } = town;
  const route = routeOfTown(code);
  return { kind: 'town', key: `town ${code}`, route, cover: coverOfTown(town), photo, lang: town.lang, town };
}

function articleScene(article: ArticleSummary): Scene {
  const { id, cover: photo, lang } = article;
  const route = { page: 'article', id } as const;
  return {
    kind: 'article',
    key: `article ${id}`,
    route,
    cover: coverOfArticle(article),
    photo,
    lang,
    article,
  };
}

function eventScene(event: EventView): Scene {
  const { id, cover: photo, lang } = event;
  const cover = { seed: id, theme: 'city', region: 'kanto' } as const;
  return { kind: 'event', key: `event ${id}`, route: { page: 'events' }, cover, photo, lang, event };
}

/** The list begun at another place: what stood at the front yesterday comes last today. */
function turned<T>(list: readonly T[], by: number): readonly T[] {
  const start = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
}

/** The first of each, then the second of each, and so on. */
function inTurn<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, i) =>
    lists.flatMap((list) => (list[i] === undefined ? [] : [list[i]])),
  ).flat();
}

/**
 * Where the words stand in the n-th scene, in units of `--u` from their usual place. Seven steps across and
 * five down never fall together for 35 scenes: no edge of a letter lies on the same points for long.
 */
export function shiftOf(n: number): { readonly x: number; readonly y: number } {
  return { x: [0, 2, 1, 3, 0.5, 2.5, 1.5][n % 7] ?? 0, y: [0, -1.2, -0.4, -1.6, -0.8][n % 5] ?? 0 };
}
