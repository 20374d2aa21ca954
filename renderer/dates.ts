/**
 * Dates for reading. Days come as ISO text and are Tokyo days already: they are read as UTC midnight and
 * written in UTC, so no time zone can move them. Names and order are ours: Intl's change from version to
 * version ("Fri, 13 Nov", "Sept").
 */
import type { Lang } from '../content/pack/lang.ts';
import type { Minute } from '../content/pack/notice.ts';
import type { Day, PartialDate } from '../content/pack/types.ts';
import type { When } from '../content/pack/views.ts';

/** What a date is made of; `month` and `day` are missing where only a year or month is known. */
type Parts = {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
};

function partsOf(date: PartialDate): Parts {
  const [year = 0, month, day] = date.split('-').map(Number);
  return { year, month, day };
}

const JAPANESE = [...'日月火水木金土'];

/**
 * Sunday first. Written out rather than asked of Intl: its first use costs some 50 ms, which at the start
 * of the kiosk is all of home's drawing time.
 */
const WEEKDAYS: { readonly [L in Lang]: readonly string[] } = {
  ja: JAPANESE,
  'ja-easy': JAPANESE,
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
  'zh-Hans': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  ko: [...'일월화수목금토'],
};

/** Between the first day and the last. */
const TO: { readonly [L in Lang]: string } = {
  ja: '〜',
  'ja-easy': '〜',
  en: ' – ',
  'zh-Hans': '～',
  ko: ' ~ ',
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function weekdayOf(lang: Lang, year: number, month: number, day: number): string {
  return WEEKDAYS[lang][new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
}

/** What may be left out because it was said just before. */
type Said = { readonly year?: boolean; readonly month?: boolean };

function write({ year, month, day }: Parts, lang: Lang, said: Said = {}): string {
  if (lang === 'en') return writeEnglish({ year, month, day }, said);
  const [y, m, d] = lang === 'ko' ? ['년 ', '월 ', '일 '] : ['年', '月', '日'];
  const before = said.year === true ? '' : `${year}${y}`;
  if (month === undefined) return before.trim();
  const withMonth = said.month === true ? before : `${before}${month}${m}`;
  if (day === undefined) return withMonth.trim();
  return `${withMonth}${day}${d}(${weekdayOf(lang, year, month, day)})`;
}

function writeEnglish({ year, month, day }: Parts, said: Said): string {
  const after = said.year === true ? '' : ` ${year}`;
  if (month === undefined) return after.trim();
  const monthName = said.month === true ? '' : ` ${MONTHS[month - 1] ?? ''}`;
  if (day === undefined) return `${monthName}${after}`.trim();
  return `${weekdayOf('en', year, month, day)} ${day}${monthName}${after}`;
}

/** `2020年11月13日(金)`, `Fri 13 Nov 2020`; `2020年11月` and `2020年` where no more is known. */
export function dateText(date: PartialDate, lang: Lang): string {
  return write(partsOf(date), lang);
}

/** Without the year, for the date of today: `11月22日(日)`, `Sun 22 Nov`. */
export function todayText(day: Day, lang: Lang): string {
  return write(partsOf(day), lang, { year: true });
}

/** A day as it is said on `today`: the year only where it is another one. */
export function dayText(day: Day, today: Day | null, lang: Lang): string {
  return today !== null && day.slice(0, 4) === today.slice(0, 4) ? todayText(day, lang) : dateText(day, lang);
}

/**
 * From the first to the last day, both included: `2020年11月13日(金)〜15日(日)`, `Fri 13 – Sun 15 Nov 2020`.
 * The year and month are written once where they are the same.
 */
export function rangeText(first: PartialDate, last: PartialDate, lang: Lang): string {
  if (first === last) return dateText(first, lang);
  const a = partsOf(first);
  const b = partsOf(last);
  // A bare year at the end has nothing else to say.
  const year = a.year === b.year && b.month !== undefined;
  const month = year && a.month !== undefined && a.month === b.month && a.day !== undefined;
  // English says the common part last, the others first.
  if (lang === 'en') {
    const common = b.day === undefined && a.day !== undefined ? {} : { year, month };
    return `${write(a, lang, common)} – ${write(b, lang)}`;
  }
  return `${write(a, lang)}${TO[lang]}${write(b, lang, { year, month })}`;
}

/** A Tokyo minute as it is said on `today`: `11月23日(月) 18:00`, `Mon 23 Nov 18:00`. */
export function untilText(minute: Minute, today: Day | null, lang: Lang): string {
  return `${dayText(minute.slice(0, 10), today, lang)} ${minute.slice(11)}`;
}

/** A `When` in words, or null where nothing is known. An end without a start reads `〜2020年3月`. */
export function whenText(when: When, lang: Lang): string | null {
  if (when.start !== null && when.end !== null) return rangeText(when.start, when.end, lang);
  if (when.start !== null) return dateText(when.start, lang);
  if (when.end !== null) return `${TO[lang].trimStart()}${dateText(when.end, lang)}`;
  return null;
}

/** `月`, `Mon`: the day of the week alone. */
export function weekdayText(day: Day, lang: Lang): string {
  const { year, month = 1, day: number = 1 } = partsOf(day);
  return weekdayOf(lang, year, month, number);
}
