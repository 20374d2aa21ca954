/**
 * A row of a program as somebody wrote it, whatever file it came from, and what it means. All complaints
 * name file and line (or row of the sheet), what was found and what to do.
 */
import type { ProgramWords, Stay } from '../../pack/program.ts';
import type { Day } from '../../pack/types.ts';
import { error, type Report } from '../files.ts';
import { readDates } from '../japanese/dates.ts';
import { type CellValue, shownText } from '../table/sheet.ts';
import { dayText, spanText } from './chart.ts';
import { find, listed, type Meant, type NamedThing, type ProgramNames } from './names.ts';

export type RowText = {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly exhibition: string;
  readonly venue: string;
  /** First and last day in one, or apart. */
  readonly dates: { readonly range: CellValue } | { readonly first: CellValue; readonly last: CellValue };
  readonly opening: CellValue;
  readonly note: ProgramWords | null;
  readonly screenOnly: boolean;
};

/** A stay and where it was written. */
export type PlacedStay = Stay & { readonly file: string; readonly line: number };

/** @returns undefined after reporting at least one error */
export function readRow(row: RowText, names: ProgramNames, report: Report): PlacedStay | undefined {
  const { file, line, note, screenOnly } = row;
  const complain = (id: string, message: string): undefined => {
    report(error(file, line, id, message));
    return undefined;
  };
  const exhibition = thing(find(names.exhibitions, row.exhibition), row.exhibition, '展示', (message) =>
    complain('program-exhibition', message),
  );
  const venue = thing(find(names.venues, row.venue), row.venue, '会場', (message) =>
    complain('program-venue', message),
  );
  const span = readSpan(row, (message) => complain('program-date', message));
  const opening = readOpening(row.opening, (message) => complain('program-date', message));
  if (span === undefined || opening === undefined) return undefined;
  if (span.first > span.last) {
    return complain(
      'program-inverted',
      `はじめの日（${dayText(span.first)}）が、おわりの日（${dayText(span.last)}）より後です。入れかえるか、年を確かめてください`,
    );
  }
  if (opening !== null && (opening < span.first || opening > span.last)) {
    return complain(
      'program-opening',
      `オープニング（${dayText(opening)}）が、期間（${spanText(span.first, span.last)}）の外です。日を直してください`,
    );
  }
  if (exhibition === undefined || venue === undefined) return undefined;
  return { file, line, exhibition, venue, ...span, opening, note, screenOnly };
}

function thing(
  meant: Meant,
  text: string,
  what: string,
  complain: (message: string) => undefined,
): NamedThing['id'] | undefined {
  if (text.trim() === '') return complain(`${what}が書いてありません。書いてください`);
  switch (meant.kind) {
    case 'found':
      return meant.thing.id;
    case 'several':
      return complain(
        `${what}「${text}」に当たるものがいくつもあります。idで書いてください: ${listed(meant.near)}`,
      );
    case 'none':
      return complain(
        `${what}「${text}」はありません。${meant.near.length > 0 ? `書ける${what}（例）: ${listed(meant.near)}` : `内容に${what}が入っていません`}`,
      );
  }
}

type Span = { readonly first: Day; readonly last: Day };

function readSpan({ dates }: RowText, complain: (message: string) => undefined): Span | undefined {
  if ('range' in dates) {
    const answer = readDates(dates.range);
    if (answer.kind === 'unknown') return complain('期間が決まっていません。決まってから書いてください');
    if (answer.kind === 'wrong') return complain(inverted(answer.why));
    const { start, end } = answer;
    return start.length === 10 && (end === null || end.length === 10)
      ? { first: start, last: end ?? start }
      : complain(`期間「${shownText(dates.range)}」は、日まで書いてください（例: 令和8年4月1日〜24日）`);
  }
  const first = readDay(dates.first, 'はじめの日', complain);
  const last = readDay(dates.last, 'おわりの日', complain);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function inverted(why: string): string {
  return `${why}。「令和8年4月1日〜24日」「2026年4月1日〜24日」の形で書いてください`;
}

function readDay(cell: CellValue, what: string, complain: (message: string) => undefined): Day | undefined {
  if (shownText(cell).trim() === '') return complain(`${what}が書いてありません。書いてください`);
  const answer = readDates(cell);
  const want = '「令和8年4月1日」「2026年4月1日」「2026/4/1」の形で書いてください';
  if (answer.kind === 'wrong') return complain(`${what}: ${answer.why}。${want}`);
  if (answer.kind === 'unknown' || answer.end !== null || answer.start.length !== 10)
    return complain(`${what}「${shownText(cell)}」は1つの日ではありません。${want}`);
  return answer.start;
}

function readOpening(cell: CellValue, complain: (message: string) => undefined): Day | null | undefined {
  return shownText(cell).trim() === '' ? null : readDay(cell, 'オープニング', complain);
}
