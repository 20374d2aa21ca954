/**
 * Sorts events for a visitor who asks what they can still go to. The last day counts; a date that is
 * known only to the month or year is over when that month or year is. Pure.
 */
import { spanOf } from '../../../content/pack/days.ts';
import type { Day, EventKind } from '../../../content/pack/types.ts';
import type { EventView } from '../../../content/pack/views.ts';
import { isPast, lastDate } from '../../event-time.ts';

/** Chips that fit one row; each gathers kinds that mean the same to a visitor. */
export const EVENT_GROUPS = ['exhibition', 'festival', 'talk', 'join', 'other'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

const GROUP_OF: { readonly [K in EventKind]: EventGroup } = {
  exhibition: 'exhibition',
  standing: 'exhibition',
  festival: 'festival',
  'product-fair': 'festival',
  appeal: 'festival',
  promotion: 'festival',
  lecture: 'talk',
  symposium: 'talk',
  summit: 'talk',
  council: 'talk',
  workshop: 'join',
  contest: 'join',
  sport: 'join',
  campaign: 'other',
};

export function groupOf(event: Pick<EventView, 'kind'>): EventGroup {
  return GROUP_OF[event.kind];
}

/** The groups that have events, in order. */
export function groupsIn(events: readonly EventView[]): readonly EventGroup[] {
  return EVENT_GROUPS.filter((group) => events.some((event) => groupOf(event) === group));
}

export type EventLists = {
  /** Going on or beginning until Sunday, soonest end first. */
  readonly thisWeek: readonly EventView[];
  /** Later ones, soonest first. */
  readonly later: readonly EventView[];
  /** Without a date: standing first, then planned. */
  readonly undated: readonly EventView[];
  /** Over, newest first. */
  readonly past: readonly EventView[];
};

function byText(a: string | null, b: string | null): number {
  const [x, y] = [a ?? '', b ?? ''];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Every event stands in exactly one of the lists. */
export function listEvents(events: readonly EventView[], today: Day): EventLists {
  const past = events.filter((event) => isPast(event, today));
  const rest = events.filter((event) => !past.includes(event));
  const dated = rest.filter((event) => event.when.start !== null || event.when.end !== null);
  const sunday = spanOf('week', today).last;
  const soon = (event: EventView) => {
    const first = event.when.start ?? today;
    // A month or year only: it may begin this week, but nobody can say so.
    return first.length === 10 ? first <= sunday : first <= today;
  };
  const standing = rest.filter((event) => !dated.includes(event));
  return {
    thisWeek: dated.filter(soon).sort((a, b) => byText(lastDate(a), lastDate(b)) || byText(a.id, b.id)),
    later: dated
      .filter((event) => !soon(event))
      .sort((a, b) => byText(a.when.start, b.when.start) || byText(a.id, b.id)),
    undated: standing.sort((a, b) => rank(a) - rank(b) || byText(a.id, b.id)),
    past: [...past].sort((a, b) => byText(sortDate(b), sortDate(a)) || byText(a.id, b.id)),
  };
}

function rank(event: EventView): number {
  return event.status === 'standing' ? 0 : 1;
}

/** What a past event is sorted by; only a fiscal year known counts as its spring. */
function sortDate(event: EventView): string {
  return event.when.start ?? event.when.end ?? (event.fiscalYear === null ? '' : `${event.fiscalYear}-04`);
}

/** The year a past event is listed under; null where even that is not known. */
export function yearOf(event: EventView): number | null {
  const date = event.when.start ?? event.when.end;
  return date === null ? event.fiscalYear : Number(date.slice(0, 4));
}

/** Month 1..12 of its start; null where only the year is known. */
export function monthOf(event: EventView): number | null {
  const date = event.when.start ?? event.when.end ?? '';
  return date.length >= 7 ? Number(date.slice(5, 7)) : null;
}

/** Events of one year by month, in the order they come; those without a month last. */
export function byMonth(
  events: readonly EventView[],
): readonly { readonly month: number | null; readonly events: readonly EventView[] }[] {
  const months = [...new Set(events.map(monthOf))];
  return months
    .sort((a, b) => (b ?? 0) - (a ?? 0))
    .map((month) => ({ month, events: events.filter((event) => monthOf(event) === month) }));
}
