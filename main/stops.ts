/** The stops of a tour: every kind of screen, with things that are in this library. */
import type { Day } from '../content/pack/types.ts';
import { readArticles, readIssues } from '../content/store/articles.ts';
import { readEvents } from '../content/store/events.ts';
import { readExchangeCase, readExchangeCases } from '../content/store/exchange-cases.ts';
import { type Here, readExhibitions } from '../content/store/exhibitions.ts';
import { readAssociations } from '../content/store/groups.ts';
import { wardOf } from '../content/store/home.ts';
import type { Library } from '../content/store/library.ts';
import { linkedTowns } from '../content/store/links.ts';
import { readNotices } from '../content/store/notices.ts';
import type { Route } from './ipc/contract.ts';
import type { TourStop } from './tour.ts';

/** A plain municipality about which the packs may say nothing at all: the emptiest town screen. */
const QUIET_TOWN = '473821';

export function tourStops(library: Library, here: Here): readonly TourStop[] {
  const names = library.names('ja');
  const ward = wardOf(library, 'ja', here)?.code ?? firstWard(library);
  const [town] = linkedTowns(library, ward);
  const known = town ?? linkedTowns(library, null)[0] ?? ward;
  const prefectureId = known.slice(0, 2);
  const exhibitions = readExhibitions(library, 'ja', here);
  const [article] = readArticles(library, 'ja', { by: 'all' }).filter((one) => one.kind === 'case');
  const [association] = readAssociations(library, 'ja');
  const [event] = readEvents(library, 'ja', { by: 'all' }).filter((one) => one.when.start?.length === 10);
  const busyDay = event?.when.start ?? here.today;
  const stops: TourStop[] = [
    { screen: 'home', route: { page: 'home' } },
    { screen: 'map', route: { page: 'map' } },
    { screen: 'map-prefecture', route: { page: 'map', prefectureId } },
    { screen: 'map-town', route: { page: 'map', code: known } },
    { screen: 'town', route: { page: 'town', code: known } },
    { screen: 'wards', route: { page: 'wards' } },
    { screen: 'ward', route: { page: 'ward', code: ward } },
    { screen: 'prefecture', route: { page: 'group', kind: 'prefecture', id: prefectureId } },
    { screen: 'exhibitions', route: { page: 'exhibitions' } },
    { screen: 'cases', route: { page: 'cases' } },
    { screen: 'cases-eat', route: { page: 'cases', purpose: 'eat' } },
    { screen: 'cases-ward', route: { page: 'cases', ward } },
    { screen: 'share-places', route: { page: 'share', part: 'places' } },
    { screen: 'share-offers', route: { page: 'share', part: 'offer' } },
    { screen: 'news', route: { page: 'news' } },
    { screen: 'events', route: { page: 'events', span: 'list' } },
    { screen: 'events-week', route: { page: 'events', span: 'week', day: busyDay } },
    { screen: 'events-month', route: { page: 'events', span: 'month', day: busyDay } },
    { screen: 'about', route: { page: 'about' } },
    { screen: 'take-part', route: { page: 'take-part' } },
    { screen: 'search', route: { page: 'search' } },
    { screen: 'search-found', route: { page: 'search', text: 'みなと' } },
  ];
  if (names.towns.has(QUIET_TOWN))
    stops.push({ screen: 'town-quiet', route: { page: 'town', code: QUIET_TOWN } });
  if (association) {
    stops.push({ screen: 'association', route: { page: 'group', kind: 'association', id: association.id } });
  }
  const [told] = readExchangeCases(library, 'ja', { by: 'all' });
  if (told) {
    stops.push({ screen: 'case', route: { page: 'case', id: told.id } });
    const [other] = readExchangeCase(library, 'ja', here, told.id)?.sameIssue ?? [];
    if (other) stops.push({ screen: 'cases-beside', route: { page: 'case', id: told.id, beside: other.id } });
  }
  const [notice] = readNotices(library, 'ja', here.venueId);
  if (notice) stops.push({ screen: 'notice', route: { page: 'notice', id: notice.id } });
  if (event) stops.push({ screen: 'event', route: { page: 'event', id: event.id } });
  const printed = readIssues(library, 'ja').find(({ pages }) => pages.length > 0);
  if (printed) stops.push({ screen: 'issue-page', route: { page: 'issue', id: printed.id, at: 1 } });
  if (article) stops.push({ screen: 'article', route: { page: 'article', id: article.id } });
  for (const { id } of exhibitions)
    stops.push({ screen: `exhibition-${id}`, route: { page: 'exhibition', id } });
  return [...stops, ...longestOf(library), ...touched(known, busyDay)];
}

/** What lies over a screen, and how it looks to who wants it otherwise. */
function touched(town: string, busyDay: Day): readonly TourStop[] {
  const home: Route = { page: 'home' };
  const known: Route = { page: 'town', code: town };
  return [
    { screen: 'rest', route: home, touch: 'rest' },
    { screen: 'home-larger', route: home, touch: 'larger' },
    { screen: 'home-reach', route: home, touch: 'reach' },
    { screen: 'home-reach-larger', route: home, touch: 'reach-larger' },
    { screen: 'map-reach', route: { page: 'map' }, touch: 'reach' },
    { screen: 'town-larger', route: known, touch: 'larger' },
    { screen: 'town-readings', route: known, touch: 'readings' },
    { screen: 'languages', route: known, touch: 'languages' },
    { screen: 'when', route: { page: 'events', span: 'month', day: busyDay }, touch: 'when' },
  ];
}

/** Where words most likely do not fit: the longest name of a town, group, event and article, as English writes it. */
function longestOf(library: Library): readonly TourStop[] {
  const names = library.names('en');
  const town = longest([...names.towns.values()], ({ name }) => name);
  const group = longest(readAssociations(library, 'en'), ({ name }) => name);
  const event = longest(readEvents(library, 'en', { by: 'all' }), ({ title }) => title);
  const article = longest(readArticles(library, 'en', { by: 'all' }), ({ title }) => title);
  return [
    ...(town ? [{ screen: 'town-longest', route: { page: 'town', code: town.code } } as const] : []),
    ...(group
      ? [{ screen: 'group-longest', route: { page: 'group', kind: 'association', id: group.id } } as const]
      : []),
    ...(event ? [{ screen: 'event-longest', route: { page: 'event', id: event.id } } as const] : []),
    ...(article ? [{ screen: 'article-longest', route: { page: 'article', id: article.id } } as const] : []),
  ];
}

/** The first of those with most letters. */
function longest<T>(things: readonly T[], text: (thing: T) => string): T | undefined {
  const most = Math.max(...things.map((thing) => text(thing).length));
  return things.find((thing) => text(thing).length === most);
}

/** Where the hall has no ward: the ward with most partner towns, lowest code first. */
function firstWard(library: Library): string {
  const wards = [...library.names('ja').towns.values()].filter((town) => town.kind === 'special-ward');
  const counted = wards.map(({ code }) => ({ code, count: linkedTowns(library, code).length }));
  counted.sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  return counted[0]?.code ?? '131016';
}
