/**
 * The program (巡回計画): which exhibition stands in which venue from which to which Tokyo day, last day
 * included. One signed file for all halls (content/README.md, section 7); each kiosk decides by itself
 * from its own venue and day. Pure: the same code decides on a kiosk, draws the chart and is tested
 * against a plain oracle.
 */
import { isLang, type Lang } from './lang.ts';
import { type Day, isDay } from './types.ts';

/** Number of the file's form; one that is newer than this is refused before it is fetched. */
export const PROGRAM_FORMAT = 1;
/** Largest program file. */
export const MAX_PROGRAM_BYTES = 2_000_000;
/** Most stays in one program: 24 halls changing every week for eight years. */
export const MAX_STAYS = 10_000;
const MAX_TEXT = 400;

/** Words by language; Japanese is always there. */
export type ProgramWords = Readonly<Partial<Record<Lang, string>>> & { readonly ja: string };

/** One exhibition in one venue. */
export type Stay = {
  /** Id of an exhibition, as its pack names it. */
  readonly exhibition: string;
  readonly venue: string;
  readonly first: Day;
  /** Included. */
  readonly last: Day;
  /** Day of the opening, from `first` to `last`. */
  readonly opening: Day | null;
  readonly note: ProgramWords | null;
  /** Nothing travels: shown on the kiosk only, so it may be in many halls at once. */
  readonly screenOnly: boolean;
};

export type Program = {
  readonly version: number;
  /** Day on which it was written: no clock that is right is earlier. */
  readonly date: Day;
  readonly title: ProgramWords;
  /** By first day, venue, exhibition, last day; at least one. */
  readonly stays: readonly Stay[];
};

/** The order of `Program.stays`. */
export function inProgramOrder(stays: readonly Stay[]): readonly Stay[] {
  const key = ({ first, venue, exhibition, last }: Stay): string =>
    [first, venue, exhibition, last].join(' ');
  return [...stays].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** The bytes that are signed: the same program always gives the same text. */
export function formatProgram({ version, date, title, stays }: Program): string {
  const rows = inProgramOrder(stays).map(({ exhibition, venue, first, last, opening, note, screenOnly }) => ({
    exhibition,
    venue,
    first,
    last,
    ...(opening === null ? {} : { opening }),
    ...(note === null ? {} : { note: inLangOrder(note) }),
    ...(screenOnly ? { screenOnly } : {}),
  }));
  const program = { format: PROGRAM_FORMAT, version, date, title: inLangOrder(title), stays: rows };
  return `${JSON.stringify(program, null, 1)}\n`;
}

function inLangOrder(words: ProgramWords): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** @returns the program, or undefined when the text is not one (cut off, foreign, too new, tricked) */
export function parseProgram(text: string): Program | undefined {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(raw) || raw['format'] !== PROGRAM_FORMAT) return undefined;
  const { version, date, stays } = raw;
  const title = parseWords(raw['title']);
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return undefined;
  if (!isDay(date) || title === undefined || !Array.isArray(stays)) return undefined;
  if (stays.length === 0 || stays.length > MAX_STAYS) return undefined;
  const read = stays.map(parseStay);
  const whole = read.filter((stay) => stay !== undefined);
  return whole.length === read.length ? { version, date, title, stays: inProgramOrder(whole) } : undefined;
}

function parseStay(raw: unknown): Stay | undefined {
  if (!isRecord(raw)) return undefined;
  const { exhibition, venue, first, last, opening = null, screenOnly = false } = raw;
  const note = raw['note'] === undefined ? null : parseWords(raw['note']);
  if (!isProgramId(exhibition) || !isProgramId(venue) || !isDay(first) || !isDay(last)) return undefined;
  if (first > last || note === undefined || typeof screenOnly !== 'boolean') return undefined;
  if (opening !== null && (!isDay(opening) || opening < first || opening > last)) return undefined;
  return { exhibition, venue, first, last, opening, note, screenOnly };
}

/** Ids of exhibitions and venues, as sources write them. */
export function isProgramId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,199}$/.test(value);
}

function parseWords(raw: unknown): ProgramWords | undefined {
  if (!isRecord(raw)) return undefined;
  const entries = Object.entries(raw);
  const good = entries.every(
    ([lang, text]) => isLang(lang) && typeof text === 'string' && text !== '' && text.length <= MAX_TEXT,
  );
  const { ja } = raw;
  return good && typeof ja === 'string' ? { ...(Object.fromEntries(entries) as object), ja } : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where and when something stands; the part of a stay by which is decided. */
export type Span = Pick<Stay, 'venue' | 'first' | 'last'>;

/** Whether it stands on this day; the last day counts. */
export function isOn({ first, last }: Pick<Stay, 'first' | 'last'>, day: Day): boolean {
  return first <= day && day <= last;
}

/**
 * What stands in a venue on a day. A checked program has one at most; should two overlap all the same,
 * the one that came first is on.
 *
 * @param stays by first day
 */
export function stayAt<T extends Span>(stays: readonly T[], venue: string, day: Day): T | null {
  return stays.find((stay) => stay.venue === venue && isOn(stay, day)) ?? null;
}

/** The next to begin in a venue after a day. @param stays by first day */
export function nextStay<T extends Span>(stays: readonly T[], venue: string, day: Day): T | null {
  return stays.find((stay) => stay.venue === venue && stay.first > day) ?? null;
}

/** First day of the whole program: from here on it alone says what stands where. */
export function firstDayOf({ stays }: Program): Day {
  return stays.reduce((day, { first }) => (first < day ? first : day), '9999-12-31');
}

/** Last day of the whole program, included. */
export function lastDayOf({ stays }: Program): Day {
  return stays.reduce((day, { last }) => (last > day ? last : day), '0000-01-01');
}
