/** Single checks, each used for many files: references, dates, ids used twice, addresses, headlines. */
import { isSpecialWardCode } from '../pack/code.ts';
import { FLAGGED_URLS } from '../pack/public-address.ts';
import { error, type Path, type Report, type SourceFile, warning } from './files.ts';
import { type Reference, resolveReference, type World } from './world.ts';

export type Checker = { readonly world: World; readonly report: Report };

/** The part of a source file that a complaint needs. */
export type Located = Pick<SourceFile<unknown>, 'file' | 'lineOf'>;

/** Reports an error at the line of `at`. */
export function complain(file: Located, at: Path, id: string, message: string, { report }: Checker): void {
  report(error(file.file, file.lineOf(at), id, message));
}

const FLAGGED = '誤りの疑いがあるURLです。正しいURLを確かめるまで載せられません';

/** Where the first flagged address begins, or -1. */
function flaggedAt(text: string): number {
  return FLAGGED_URLS.map((flagged) => text.search(flagged)).find((at) => at >= 0) ?? -1;
}

/** Looks at every text of a file, whatever its shape. */
export function checkAddresses(file: SourceFile<unknown>, checker: Checker): void {
  visitTexts(file.value, [], (text, at) => {
    if (flaggedAt(text) >= 0) complain(file, at, 'flagged-url', FLAGGED, checker);
  });
}

function visitTexts(value: unknown, at: Path, visit: (text: string, at: Path) => void): void {
  if (typeof value === 'string') visit(value, at);
  else if (Array.isArray(value)) value.forEach((one, i) => visitTexts(one, [...at, i], visit));
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) visitTexts(one, [...at, key], visit);
  }
}

/** The same for a Markdown file, by its text. */
export function checkMarkdownAddresses(file: string, text: string, { report }: Checker): void {
  const at = flaggedAt(text);
  if (at >= 0) report(error(file, text.slice(0, at).split('\n').length, 'flagged-url', FLAGGED));
}

export function checkReferences<T>(
  file: SourceFile<T>,
  at: Path,
  list: readonly string[],
  checker: Checker,
): void {
  list.forEach((text, i) => checkReference(file, [...at, i], text, checker));
}

/** @returns what `text` names, or undefined after reporting */
export function checkReference(
  file: Located,
  at: Path,
  text: string,
  checker: Checker,
): Reference | undefined {
  const found = resolveReference(text, checker.world);
  if (typeof found !== 'string') return found;
  complain(file, at, 'unknown-reference', found, checker);
  return undefined;
}

export function checkTown(file: Located, at: Path, text: string, checker: Checker): void {
  const found = checkReference(file, at, text, checker);
  if (found && found.kind !== 'municipality') {
    complain(file, at, 'not-a-town', `「${text}」は市区町村ではありません`, checker);
  }
}

export function checkTowns(file: Located, at: Path, list: readonly string[], checker: Checker): void {
  list.forEach((text, i) => checkTown(file, [...at, i], text, checker));
}

export function checkWard(file: Located, at: Path, text: string, checker: Checker): void {
  const found = checkReference(file, at, text, checker);
  if (found && (found.kind !== 'municipality' || !isSpecialWardCode(found.id))) {
    complain(file, at, 'not-a-ward', `「${text}」は特別区ではありません`, checker);
  }
}

export function checkPrefecture(file: Located, at: Path, text: string, checker: Checker): void {
  const found = checkReference(file, at, text, checker);
  if (found && found.kind !== 'prefecture') {
    complain(file, at, 'not-a-prefecture', `「${text}」は都道府県ではありません`, checker);
  }
}

export function checkVenue(file: Located, at: Path, venue: string | undefined, checker: Checker): void {
  if (venue !== undefined && !checker.world.venues.has(venue)) {
    complain(file, at, 'unknown-venue', `会場「${venue}」が venues.yaml にありません`, checker);
  }
}

type Exchange = Dated & {
  readonly wards: 'all' | readonly string[];
  readonly partners: readonly string[];
};

/** What links, events and articles have in common: wards, partners, dates. */
export function checkExchange<T>(file: SourceFile<T>, at: Path, row: Exchange, checker: Checker): void {
  if (row.wards !== 'all') {
    row.wards.forEach((ward, i) => checkWard(file, [...at, 'wards', i], ward, checker));
  }
  checkReferences(file, [...at, 'partners'], row.partners, checker);
  checkDates(file, at, row, checker);
}

type Dated = { readonly start?: string | undefined; readonly end?: string | undefined };

/** Dates are compared as far as both are known: 2020-11-13 to 2020-11 is in order. */
export function checkDates(file: Located, at: Path, { start, end }: Dated, checker: Checker): void {
  if (end === undefined) return;
  const where = [...at, 'end'];
  if (start === undefined) {
    complain(file, where, 'start-missing', `終わりの日（${end}）だけで、始まりの日がありません`, checker);
    return;
  }
  const known = Math.min(start.length, end.length);
  if (end.slice(0, known) < start.slice(0, known)) {
    const message = `終わりの日（${end}）が始まりの日（${start}）より前です`;
    complain(file, where, 'dates-inverted', message, checker);
  }
}

/** Longest headline that still reads at a glance, in characters. */
const MAX_HEADLINE = 60;

export function checkHeadline(file: Located, at: Path, text: string | undefined, { report }: Checker): void {
  const length = [...(text ?? '')].length;
  if (length > MAX_HEADLINE) {
    const message = `見出しが長めです（${length}字。${MAX_HEADLINE}字まで）`;
    report(warning(file.file, file.lineOf(at), 'headline-long', message));
  }
}

/** Something with an id and the place where it is written. */
export type Named = { readonly id: string; readonly file: Located; readonly path: Path };

/** Reports every id that was there before. */
export function checkUnique(rows: readonly Named[], what: string, checker: Checker): void {
  const seen = new Set<string>();
  for (const { id, file, path } of rows) {
    if (seen.has(id)) complain(file, path, 'duplicate-id', `${what}「${id}」が重複しています`, checker);
    seen.add(id);
  }
}

type IdList = SourceFile<readonly { readonly id: string }[]>;

/** Each of the lists by itself. */
export function checkUniqueIds(lists: readonly IdList[], checker: Checker): void {
  for (const file of lists) {
    checkUnique(
      file.value.map((row, i) => ({ id: row.id, file, path: [i, 'id'] })),
      'id',
      checker,
    );
  }
}

/** The same place written twice, also where the spaces differ. */
export function checkUniquePlaces(
  file: Located,
  key: string,
  places: readonly string[],
  checker: Checker,
): void {
  const rows = places.map((text, i) => ({
    id: text
      .trim()
      .split(/[ \u3000]+/)
      .join(' '),
    file,
    path: [i, key],
  }));
  checkUnique(rows, '自治体', checker);
}
