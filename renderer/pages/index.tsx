/**
 * Which page draws which route. Home is in the first file the kiosk loads; the others come when home
 * is usable (`PARTS`, by `warm.ts`), so that no touch waits for them.
 */
import type { ComponentType, ReactNode } from 'react';
import type { Route } from '../../main/ipc/contract.ts';
import { partOf } from '../parts/part.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { HomePage } from './home/home-page.tsx';

type PageOf<K extends Route['page']> = ComponentType<{ readonly route: Extract<Route, { page: K }> }>;
type Pages = { readonly [K in Route['page']]: PageOf<K> };

const loads: (() => Promise<void>)[] = [];

/** A part that is loaded once, on its first draw or as one of `PARTS`, whichever comes first. */
function extra<P extends object>(
  bring: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = null,
): ComponentType<P> {
  const { Show, load } = partOf(bring, meanwhile);
  loads.push(load);
  return Show;
}

/** A page of a route. */
function later<K extends Route['page']>(bring: () => Promise<PageOf<K>>): PageOf<K> {
  return extra(bring, <Skeleton shape="picture" />);
}

const PAGES: Pages = {
  home: HomePage,
  town: later<'town'>(() => import('./town/town-page.tsx').then((m) => m.TownPage)),
  wards: later<'wards'>(() => import('./wards/wards-page.tsx').then((m) => m.WardsPage)),
  ward: later<'ward'>(() => import('./ward/ward-page.tsx').then((m) => m.WardPage)),
  group: later<'group'>(() => import('./group/group-page.tsx').then((m) => m.GroupPage)),
  exhibitions: later<'exhibitions'>(() =>
    import('./exhibitions/exhibitions-page.tsx').then((m) => m.ExhibitionsPage),
  ),
  exhibition: later<'exhibition'>(() =>
    import('./exhibition/exhibition-page.tsx').then((m) => m.ExhibitionPage),
  ),
  map: later<'map'>(() => import('./map/map-page.tsx').then((m) => m.MapPage)),
  cases: later<'cases'>(() => import('./cases/cases-page.tsx').then((m) => m.CasesPage)),
  case: later<'case'>(() => import('./case/case-page.tsx').then((m) => m.CasePage)),
  news: later<'news'>(() => import('./news/news-page.tsx').then((m) => m.NewsPage)),
  article: later<'article'>(() => import('./article/article-page.tsx').then((m) => m.ArticlePage)),
  issue: later<'issue'>(() => import('./issue/issue-page.tsx').then((m) => m.IssuePage)),
  share: later<'share'>(() => import('./share/share-page.tsx').then((m) => m.SharePage)),
  events: later<'events'>(() => import('./events/events-page.tsx').then((m) => m.EventsPage)),
  event: later<'event'>(() => import('./event/event-page.tsx').then((m) => m.EventPage)),
  about: later<'about'>(() => import('./about/about-page.tsx').then((m) => m.AboutPage)),
  'take-part': later<'take-part'>(() => import('./take-part/take-part-page.tsx').then((m) => m.TakePartPage)),
  notice: later<'notice'>(() => import('./notice/notice-page.tsx').then((m) => m.NoticePage)),
  search: later<'search'>(() => import('./search/search-page.tsx').then((m) => m.SearchPage)),
};

/** Before and after a visit; no route leads there. */
export const RestScreen = extra(() => import('./rest/rest-screen.tsx').then((m) => m.RestScreen));
export const StillThere = extra(() => import('./rest/still-there.tsx').then((m) => m.StillThere));

/** For staff; no route leads there either. */
export const StaffScreen = extra(() => import('./staff/staff-screen.tsx').then((m) => m.StaffScreen));

/** Draws the page of a route. */
export function pageOf<K extends Route['page']>(route: Extract<Route, { page: K }>): ReactNode {
  const Page = PAGES[route.page] as PageOf<K>;
  return <Page route={route} />;
}

/** Loads each the code of one part that is not there at the start. A part that fails is asked for again when opened. */
export const PARTS: readonly (() => Promise<void>)[] = loads;
