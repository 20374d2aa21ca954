/**
 * What must hold between the rows of a program. Panels are in one place at a time and take days to move;
 * a hall shows one exhibition at a time and should not stand empty without anybody having meant it.
 */

import { addDays, daysBetween } from '../../pack/days.ts';
import { compareTexts } from '../../pack/order.ts';
import type { Day } from '../../pack/types.ts';
import { error, type Report, warning } from '../files.ts';
import { dayText, spanText } from './chart.ts';
import type { ProgramNames } from './names.ts';
import type { PlacedStay } from './row.ts';

/** Days between two halls where a program does not say otherwise. */
export const DEFAULT_MOVE_DAYS = 2;

export type CheckOptions = {
  readonly names: ProgramNames;
  /** Tokyo day: what is over is told. */
  readonly today: Day;
  /** Days that a move takes; fewer between two halls are told. */
  readonly moveDays: number;
};

export function checkStays(stays: readonly PlacedStay[], options: CheckOptions, report: Report): void {
  const words = wordsOf(options.names);
  const doubles = findDoubles(stays, words, report);
  const once = stays.filter((stay) => !doubles.has(stay));
  const byVenue = group(once, (stay) => stay.venue);
  const byExhibition = group(
    once.filter((stay) => !stay.screenOnly),
    (stay) => stay.exhibition,
  );
  for (const own of byVenue) checkHall(own, options, words, report);
  for (const own of byExhibition) checkPanels(own, options, words, report);
  checkPast(stays, options, report);
}

type Words = {
  readonly exhibition: (stay: PlacedStay) => string;
  readonly venue: (stay: PlacedStay) => string;
  readonly row: (stay: PlacedStay) => string;
};

function wordsOf({ venues, exhibitions }: ProgramNames): Words {
  const names = new Map([...exhibitions, ...venues].map(({ id, name }) => [id, name]));
  const named = (id: string): string => `「${names.get(id) ?? id}」`;
  return {
    exhibition: ({ exhibition }) => named(exhibition),
    venue: ({ venue }) => named(venue),
    row: ({ line, first, last }) => `${line}行目（${spanText(first, last)}）`,
  };
}

/** In the order of the file: what stands further down is what is complained about. */
function later(a: PlacedStay, b: PlacedStay): readonly [PlacedStay, PlacedStay] {
  return a.line <= b.line ? [a, b] : [b, a];
}

function findDoubles(stays: readonly PlacedStay[], words: Words, report: Report): ReadonlySet<PlacedStay> {
  const seen = new Map<string, PlacedStay>();
  const doubles = new Set<PlacedStay>();
  for (const stay of stays) {
    const key = [stay.exhibition, stay.venue, stay.first, stay.last].join(' ');
    const before = seen.get(key);
    if (before === undefined) seen.set(key, stay);
    else {
      doubles.add(stay);
      const message = `${words.row(before)}と同じ予定です。どちらかを消してください`;
      report(error(stay.file, stay.line, 'program-double', message));
    }
  }
  return doubles;
}

/** By first day; each group has at least one. */
function group(stays: readonly PlacedStay[], key: (stay: PlacedStay) => string): readonly PlacedStay[][] {
  const groups = new Map<string, PlacedStay[]>();
  for (const stay of stays) groups.set(key(stay), [...(groups.get(key(stay)) ?? []), stay]);
  return [...groups.values()].map((own) =>
    own.sort((a, b) => compareTexts(a.first, b.first) || a.line - b.line),
  );
}

/** Walks over a group by first day, each beside the one before that lasts longest. */
function pairs(own: readonly PlacedStay[], look: (before: PlacedStay, next: PlacedStay) => void): void {
  let before: PlacedStay | undefined;
  for (const next of own) {
    if (before !== undefined) look(before, next);
    if (before === undefined || next.last > before.last) before = next;
  }
}

function checkHall(
  own: readonly PlacedStay[],
  { moveDays }: CheckOptions,
  words: Words,
  report: Report,
): void {
  pairs(own, (before, next) => {
    if (next.first <= before.last) {
      const [first, second] = later(before, next);
      const message = `会場${words.venue(next)}で、${words.row(first)}の${words.exhibition(first)}と日が重なっています（${dayText(next.first)}から）。おわりの日も展示の日に数えます。どちらかの日を直してください`;
      report(error(second.file, second.line, 'program-same-hall', message));
      return;
    }
    const free = daysBetween(before.last, next.first) - 1;
    if (free <= Math.max(moveDays, 1)) return;
    const message = `会場${words.venue(next)}は、${dayText(addDays(before.last, 1))}から${dayText(addDays(next.first, -1))}までの${free}日間、展示がありません。そのあいだは、いつでも見られる展示が出ます`;
    report(warning(next.file, next.line, 'program-gap', message));
  });
}

function checkPanels(
  own: readonly PlacedStay[],
  { moveDays }: CheckOptions,
  words: Words,
  report: Report,
): void {
  pairs(own, (before, next) => {
    // In one hall twice at once is told with the hall.
    if (before.venue === next.venue) return;
    const [first, second] = later(before, next);
    if (next.first <= before.last) {
      const message = `${words.exhibition(next)}は、${words.row(first)}で会場${words.venue(first)}にもあります。同じ展示は、一度に一つの会場にしか置けません。日を直すか、画面だけで見せるなら「画面だけ」に「はい」と書いてください`;
      report(error(second.file, second.line, 'program-same-exhibition', message));
      return;
    }
    const days = daysBetween(before.last, next.first) - 1;
    if (days >= moveDays) return;
    const message = `${words.exhibition(next)}を会場${words.venue(before)}から会場${words.venue(next)}へ動かす日が${days}日しかありません（${moveDays}日は要ります）。日を確かめてください`;
    report(warning(second.file, second.line, 'program-move', message));
  });
}

function checkPast(stays: readonly PlacedStay[], { today }: CheckOptions, report: Report): void {
  const last = stays.reduce((day, stay) => (stay.last > day ? stay.last : day), '');
  const [first] = stays;
  if (first === undefined || last >= today) return;
  const message = `この計画はすべて終わっています（最後の日は${dayText(last)}）。キオスクには、いつでも見られる展示が出ます`;
  report(warning(first.file, 1, 'program-over', message));
}
