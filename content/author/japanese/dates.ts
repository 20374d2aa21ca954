/**
 * Dates as Japanese offices write them: 令和2年11月13日, R2.11.13, 2020/11/13, 2020年11月, 20201113, the
 * number or the date of a spreadsheet, and ranges (2020年11月13日〜12月24日, 13〜15日). A date that cannot be
 * told for sure is refused with words for staff; nothing is guessed.
 */
import { type Day, isPartialDate, type PartialDate } from '../../pack/types.ts';
import type { CellValue } from '../table/sheet.ts';
import { ERA_NAMES, eraYear, inEra, isWithinEra } from './eras.ts';
import { compact } from './text.ts';

export type DateAnswer =
  | {
      readonly kind: 'dates';
      readonly start: PartialDate;
      /** Included; null where only one date is given. */
      readonly end: PartialDate | null;
      /** True where 年度 (April to March) was written; then `start` is a year. */
      readonly fiscal: boolean;
    }
  /** 未定, 調整中: somebody looked, and it is not known. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'wrong'; readonly why: string };

export type DateOptions = {
  /** A day without a year is the first such day from here on. Without this it is refused. */
  readonly from?: Day | undefined;
};

const UNKNOWN = /^(未定|調整中|検討中|後日.*|不明|未詳)$/;

/** Days that a spreadsheet counts from 1900: 1 January 1930 to 31 December 2099. */
const FIRST_SERIAL = 10_959;
const LAST_SERIAL = 73_050;

export function readDates(value: CellValue, options: DateOptions = {}): DateAnswer {
  if (value instanceof Date) return ofMoment(value);
  if (typeof value === 'number') return ofNumber(value);
  if (typeof value !== 'string') return wrong('日付として読めません');
  return ofText(value, options);
}

function wrong(why: string): DateAnswer {
  return { kind: 'wrong', why };
}

function single(date: PartialDate): DateAnswer {
  return { kind: 'dates', start: date, end: null, fiscal: false };
}

function ofMoment(value: Date): DateAnswer {
  const iso = Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  return isPartialDate(iso) && iso >= '1868' ? single(iso) : wrong('日付として読めません');
}

/** A year, eight digits, or the day number of a spreadsheet (a fraction is a time of day). */
function ofNumber(value: number): DateAnswer {
  const whole = Math.floor(value);
  if (whole === value && value >= 1868 && value <= 2200) return single(String(value));
  if (whole >= FIRST_SERIAL && whole <= LAST_SERIAL) return single(serialDay(whole));
  return ofText(String(value), {});
}

/** Day number of the 1900 date system; 60 is the 29 February 1900 that never was, long before our range. */
export function serialDay(serial: number): Day {
  return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
}

/** Letters beside a date that say nothing new: weekdays, 祝, about, times of day of a data base. */
const NOISE =
  /[((【[](?:[月火水木金土日祝休振・、,／/]|曜日?|祝日|予定)+[)）】\]]|[月火水木金土日]曜日?|頃|ころ|予定|開催|T?\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/g;

const ERA = `(?<era>${ERA_NAMES})\\.?(?<eraYear>元|\\d{1,2})`;
const YEAR = `(?:西暦)?(?<year>\\d{4})`;
const SEP = '[-/.]';
const MONTH_DAY = [
  `(?:年|${SEP})(?<month>\\d{1,2})(?:月|${SEP})(?<day>\\d{1,2})日?`,
  `(?:年|${SEP})(?<month>\\d{1,2})月?`,
  `年?(?<fiscal>度)?`,
];

/** Every way to write one date, longest first. Named groups may come once per pattern only. */
const DATES: readonly RegExp[] = [
  /^(?<year>(?:18|19|20|21)\d{2})(?<month>0\d|1[0-2])(?<day>[0-3]\d)(?!\d)/,
  ...MONTH_DAY.flatMap((rest) => [new RegExp(`^${ERA}${rest}`, 'i'), new RegExp(`^${YEAR}${rest}`)]),
  /^(?<month>\d{1,2})(?:月|\/)(?<day>\d{1,2})日?/,
  /^(?<month>\d{1,2})月/,
  /^(?<day>\d{1,2})日/,
];

/** What may stand between the two dates of a range. */
const BETWEEN = /^(?:から|より)?(?:〜|~|から|より|→|⇒|–|—|―|‐|−|ー|-)|^(?<and>[・、,と]|及び)/;

const TWO_DIGIT_YEAR = /^\d{2}[-/.]\d{1,2}[-/.]\d{1,2}/;

type Parts = {
  readonly era?: string;
  readonly eraYear?: string;
  readonly year?: string;
  readonly month?: string;
  readonly day?: string;
  readonly fiscal?: string;
};

type Taken = { readonly parts: Parts; readonly rest: string; readonly text: string };

function takeDate(text: string): Taken | undefined {
  for (const pattern of DATES) {
    const match = pattern.exec(text);
    if (match) return { parts: { ...match.groups }, rest: text.slice(match[0].length), text: match[0] };
  }
  return undefined;
}

function ofText(raw: string, options: DateOptions): DateAnswer {
  const text = compact(raw).replace(NOISE, '');
  if (UNKNOWN.test(text)) return { kind: 'unknown' };
  if (TWO_DIGIT_YEAR.test(text)) return wrong(`「${text}」は年が2けたです`);
  const first = takeDate(text);
  if (!first) return wrong('日付として読めません');
  const start = dateOf(first, options, null);
  if (typeof start !== 'string') return start;
  const fiscal = first.parts.fiscal !== undefined;
  if (/^(?:まで|から|より|〜|~)?$/.test(first.rest)) {
    return { kind: 'dates', start, end: null, fiscal };
  }
  return withEnd(first, start, fiscal, options);
}

function withEnd(first: Taken, start: PartialDate, fiscal: boolean, options: DateOptions): DateAnswer {
  const between = BETWEEN.exec(first.rest);
  // 「13〜15日」 leaves the 日 of the first day to the last.
  const last = between && takeDate(first.rest.slice(between[0].length).replace(/^(\d{1,2})$/, '$1日'));
  if (!last || !/^(?:まで|の?\d*日間)?$/.test(last.rest)) return wrong('日付として読めません');
  const end = dateOf(last, options, start);
  if (typeof end !== 'string') return end;
  const known = Math.min(start.length, end.length);
  if (end.slice(0, known) < start.slice(0, known)) {
    return wrong(`終わりの日（${end}）が始まりの日（${start}）より前です`);
  }
  if (between?.groups?.['and'] !== undefined && !isNext(start, end)) {
    return wrong('とびとびの日は1行に書けません。日ごとに行を分けるか、「〜」で期間を書いてください');
  }
  return { kind: 'dates', start, end: end === start ? null : end, fiscal };
}

/** Whether `end` is the day, month or year after `start`: 13日、14日 is a range, 13日、20日 is none. */
function isNext(start: PartialDate, end: PartialDate): boolean {
  if (start.length !== end.length) return false;
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const next =
    start.length === 10
      ? Date.UTC(year, month - 1, day + 1)
      : start.length === 7
        ? Date.UTC(year, month, 1)
        : Date.UTC(year + 1, 0, 1);
  return new Date(next).toISOString().slice(0, start.length) === end;
}

/** @param start the first date of a range, which lends its year and month to the last */
function dateOf(
  { parts, text }: Taken,
  options: DateOptions,
  start: PartialDate | null,
): PartialDate | DateAnswer {
  const year = yearOf(parts) ?? lentYear(parts, options, start);
  if (year === undefined)
    return wrong(`「${text}」に年がありません。「2026年8月4日」のように年も書いてください`);
  const month = parts.month ?? (parts.day === undefined ? undefined : start?.slice(5, 7));
  if (parts.day !== undefined && !month) return wrong(`「${text}」に月がありません`);
  const date = [String(year), month?.padStart(2, '0'), parts.day?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-');
  if (!isPartialDate(date)) return wrong(`「${text}」は暦にない日です`);
  if (parts.era !== undefined && !isWithinEra(parts.era, date)) {
    return wrong(`「${text}」は暦にありません。${inEra(year)}（${year}年）のことですか`);
  }
  return date;
}

function yearOf({ era, eraYear: count, year }: Parts): number | undefined {
  if (year !== undefined) return Number(year);
  if (era === undefined || count === undefined) return undefined;
  return eraYear(era, count === '元' ? 1 : Number(count));
}

/** The year of a date that has none: that of the start of its range, or of the next such day. */
function lentYear(parts: Parts, { from }: DateOptions, start: PartialDate | null): number | undefined {
  const known = start ?? from;
  if (known === undefined) return undefined;
  const year = Number(known.slice(0, 4));
  if (parts.month === undefined) return year;
  const monthDay = `${parts.month.padStart(2, '0')}-${(parts.day ?? '31').padStart(2, '0')}`;
  // 12月25日〜1月7日 goes over New Year.
  return monthDay.slice(0, known.length - 5) < known.slice(5) ? year + 1 : year;
}
