/** The years of the project: which entries stand large, which are folded under them. Pure. */
import type { TimelineKind } from '../../../content/pack/types.ts';
import type { TimelineEntryView } from '../../../content/pack/views.ts';

/** Office work: of interest to few, so it waits behind a button. */
const QUIET: ReadonlySet<TimelineKind> = new Set<TimelineKind>([
  'meeting',
  'talks',
  'report',
  'decision',
  'explanation',
  'visit',
  'committee',
  'deadline',
  'survey',
]);

export type YearOfEntries = {
  readonly year: number;
  readonly large: readonly TimelineEntryView[];
  readonly quiet: readonly TimelineEntryView[];
};

/** Every entry once, under the year in which it began; years and entries oldest first. */
export function byYear(timeline: readonly TimelineEntryView[]): readonly YearOfEntries[] {
  const years = new Map<number, { large: TimelineEntryView[]; quiet: TimelineEntryView[] }>();
  for (const entry of timeline) {
    const year = Number(entry.when.start.slice(0, 4));
    const lists = years.get(year) ?? { large: [], quiet: [] };
    (QUIET.has(entry.kind) ? lists.quiet : lists.large).push(entry);
    years.set(year, lists);
  }
  return [...years].sort(([a], [b]) => a - b).map(([year, lists]) => ({ year, ...lists }));
}
