/** Times of day: 10:00〜16:00, 10時半から午後4時まで, or the fraction of a day that a spreadsheet keeps. */
import type { CellValue } from '../table/sheet.ts';
import { compact } from './text.ts';

export type TimeAnswer =
  | { readonly kind: 'times'; readonly start: string; readonly end: string | null }
  | { readonly kind: 'wrong'; readonly why: string };

const TIME =
  /^(?<half>午前|午後|AM|PM)?(?<hour>\d{1,2})(?::(?<minute>\d{2})(?::\d{2})?|時(?:(?<minutes>\d{1,2})分|(?<thirty>半))?)/i;

/** @returns `HH:MM`; the end is null where only a beginning is given */
export function readTimes(value: CellValue): TimeAnswer {
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    return { kind: 'times', start: value.toISOString().slice(11, 16), end: null };
  }
  if (typeof value === 'number' && value >= 0 && value < 1) return ofFraction(value);
  const text = compact(String(value ?? ''));
  const first = takeTime(text);
  if (!first) return { kind: 'wrong', why: '時刻として読めません' };
  if (/^(?:から|より|〜|開始|開演|開会)?$/.test(first.rest)) {
    return { kind: 'times', start: first.time, end: null };
  }
  const between = /^(?:から|より)?[〜~–—―‐−ー-]|^から/.exec(first.rest);
  const last = between && takeTime(first.rest.slice(between[0].length));
  if (!last || !/^(?:まで|頃)?$/.test(last.rest)) return { kind: 'wrong', why: '時刻として読めません' };
  if (last.time <= first.time) {
    return { kind: 'wrong', why: `終わりの時刻（${last.time}）が始まり（${first.time}）より前です` };
  }
  return { kind: 'times', start: first.time, end: last.time };
}

function ofFraction(value: number): TimeAnswer {
  const minutes = Math.round(value * 1440) % 1440;
  return { kind: 'times', start: clock(Math.floor(minutes / 60), minutes % 60), end: null };
}

function takeTime(text: string): { readonly time: string; readonly rest: string } | undefined {
  const match = TIME.exec(text);
  if (!match?.groups) return undefined;
  const { half, hour = '', minute, minutes, thirty } = match.groups;
  const afternoon = /午後|PM/i.test(half ?? '') && Number(hour) < 12 ? 12 : 0;
  const h = Number(hour) + afternoon;
  const m = thirty === undefined ? Number(minute ?? minutes ?? 0) : 30;
  if (h > 23 || m > 59) return undefined;
  return { time: clock(h, m), rest: text.slice(match[0].length) };
}

function clock(hour: number, minute: number): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
