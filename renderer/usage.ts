/**
 * Tells the kiosk what is used, so that the hall can count: pages, things, languages, searches. No order,
 * no time, nothing typed, nobody. Whether it was counted is no concern of the page.
 */
import type { CountKind, Route } from '../main/ipc/contract.ts';
import { door } from './door.ts';
import { here, type Place, trail } from './navigation.ts';
import { session } from './session.ts';
import { settings } from './settings.ts';

export function count(kind: CountKind, item = ''): void {
  void door.call('usage:count', { kind, item });
}

/** What a page is about, as the counts name it; null where it is about nothing single. */
export function itemOf(route: Route): string | null {
  switch (route.page) {
    case 'town':
    case 'ward':
      return `${route.page}:${route.code}`;
    case 'exhibition':
    case 'article':
    case 'case':
    case 'event':
      return `${route.page}:${route.id}`;
    case 'group':
      return `${route.kind}:${route.id}`;
    default:
      return null;
  }
}

/** Counts visits, and in them each place once when it is opened, not on the way back. Called once. */
export function countUsage(): void {
  const seen = new WeakSet<Place['kept']>();
  let visiting = false;
  let { lang } = settings.get();
  session.listen(({ kind }) => {
    visiting = kind === 'begun';
    if (!visiting) return;
    count('session');
    count('language', settings.get().lang);
  });
  trail.watch(() => {
    const { route, kept, layer } = here();
    if (layer !== undefined || !visiting || seen.has(kept)) return;
    seen.add(kept);
    count('screen', route.page);
    const item = itemOf(route);
    if (item !== null) count('item', item);
  });
  settings.watch(() => {
    const now = settings.get().lang;
    if (visiting && now !== lang) count('language', now);
    lang = now;
  });
}
