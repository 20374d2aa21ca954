/**
 * Takes a filled-in table over into a source: finds the tables in it, reads their rows, and says what would
 * change. Nothing is written here; `files` is what `commitFiles` writes.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../../pack/fold.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { readDates } from '../japanese/dates.ts';
import { makePlaceFinder } from '../japanese/places.ts';
import { compact } from '../japanese/text.ts';
import type { BaseSource } from '../source.ts';
import { type CellValue, cellName, isBlank, type Sheet, shownText } from '../table/sheet.ts';
import type { ReadContext } from '../workbook/column.ts';
import { keyOf } from '../workbook/columns.ts';
import { GUIDE_SHEET, LISTS_SHEET, TOWN_LABEL, WRITTEN_LABEL } from '../workbook/guide.ts';
import type { SheetKind, TargetFile } from '../workbook/kind.ts';
import { makeSheets } from '../workbook/sheets.ts';
import { attachPhotos } from './attach.ts';
import type { CommitFile } from './commit.ts';
import { type FoundTable, findTables } from './headings.ts';
import type { PhotoFolder } from './photos.ts';
import type { ImportProblem } from './problem.ts';
import { type Defaults, type ReadRow, readRows } from './rows.ts';
import { type RowChange, Target } from './target.ts';

export type ImportPlan = {
  /** One per sheet that is a table, in the order of the file. */
  readonly sheets: readonly SheetPlan[];
  readonly problems: readonly ImportProblem[];
  /** What staff should know besides: sheets and columns that were not read. */
  readonly notices: readonly string[];
  /** What the first sheet says for rows that leave it open. */
  readonly defaults: Defaults;
  /** What is to be written, relative to the pack's folder; empty when nothing changes. */
  readonly files: readonly CommitFile[];
};

export type SheetPlan = {
  readonly name: string;
  readonly kind: SheetKind;
  readonly table: FoundTable;
  readonly sheet: Sheet;
  readonly changes: readonly RowChange[];
};

export type ImportInput = {
  readonly sheets: readonly Sheet[];
  readonly base: BaseSource;
  /** Absolute path of the base pack's folder. */
  readonly folder: string;
  readonly gazetteer: Gazetteer;
  /** Null: no folder of photos was named. */
  readonly photos: PhotoFolder | null;
};

/** Sheet kinds that fit a base: its fields and the 23 wards are in the drop-downs. */
export function sheetsOf(base: BaseSource, gazetteer: Gazetteer): readonly SheetKind[] {
  return makeSheets({
    wards: gazetteer.municipalities.filter((row) => row.kind === 'special-ward').map((row) => row.nameJa),
    fieldNames: base.project.value.fields.map((field) => field.name.ja),
  });
}

export function planImport(input: ImportInput): ImportPlan {
  const kinds = sheetsOf(input.base, input.gazetteer);
  const { defaults, problems: guideProblems } = readGuide(input.sheets);
  const context = contextOf(input, defaults);
  const problems: ImportProblem[] = [...guideProblems];
  const notices: string[] = [];
  const targets = new Map<TargetFile, Target>();
  const photos: CommitFile[] = [];
  const plans = input.sheets.flatMap((sheet): SheetPlan[] => {
    if (sheet.name === GUIDE_SHEET || sheet.name === LISTS_SHEET || isEmpty(sheet)) return [];
    const tables = findTables(sheet, kinds);
    if (tables.length === 0) {
      notices.push(`シート「${sheet.name}」は読みませんでした。見出しの行が見つかりません。`);
    }
    return tables.map((table) => planTable(sheet, table));
  });

  function planTable(sheet: Sheet, table: FoundTable): SheetPlan {
    const plan = { name: sheet.name, kind: table.kind, table, sheet };
    notices.push(...noticesOf(sheet, table));
    const missing = missingHeadings(sheet, table, defaults);
    problems.push(...missing);
    if (missing.length > 0) return { ...plan, changes: [] };
    const read = readRows(sheet, table, context, defaults);
    problems.push(...read.problems);
    for (const remark of read.remarks)
      notices.push(`シート「${sheet.name}」の注記 ${remark} は読みませんでした。`);
    const target = targetOf(targets, table.kind.target, input.folder);
    return { ...plan, changes: read.rows.flatMap((row) => take(target, row)) };
  }

  function take(target: Target, row: ReadRow): readonly RowChange[] {
    const photographed = attachPhotos(row, target, input);
    problems.push(...photographed.problems);
    const taken = takeRow(target, photographed.row);
    if (!('change' in taken)) {
      problems.push(...taken.problems);
      return [];
    }
    photos.push(...photographed.files);
    return [withPhotos(taken.change, photographed.files)];
  }

  return { sheets: plans, problems, notices, defaults, files: [...textFiles(targets), ...photos] };
}

/** A new photo under the old name changes a thing although its words stay. */
function withPhotos(change: RowChange, files: readonly CommitFile[]): RowChange {
  const photo = files.find(({ content }) => content !== null);
  if (!photo || change.action !== 'same') return change;
  return {
    ...change,
    action: 'changed',
    fields: [{ title: '写真', path: 'picture.file', from: null, to: photo.path }],
  };
}

function isEmpty(sheet: Sheet): boolean {
  return sheet.rows.every((row) => row.every(isBlank));
}

function textFiles(targets: ReadonlyMap<TargetFile, Target>): readonly CommitFile[] {
  return [...targets.values()].flatMap((target) => {
    const content = target.text();
    return content === null ? [] : [{ path: `${target.file}.yaml`, content }];
  });
}

function targetOf(targets: Map<TargetFile, Target>, file: TargetFile, folder: string): Target {
  const path = join(folder, `${file}.yaml`);
  const target = targets.get(file) ?? new Target(file, existsSync(path) ? readFileSync(path, 'utf8') : null);
  targets.set(file, target);
  return target;
}

function takeRow(
  target: Target,
  row: ReadRow,
): { readonly change: RowChange } | { readonly problems: readonly ImportProblem[] } {
  const answer = target.take(row);
  if (answer.ok) return { change: answer.change };
  const about = (want: string, key = '', id: ImportProblem['id'] = 'cell-wrong'): ImportProblem => {
    const column = row.kind.columns.find((one) => one.key === key || one.paths.includes(key));
    const cell = row.cells.get(column?.key ?? '') ?? null;
    return {
      id,
      sheet: row.sheet,
      row: row.row,
      cell,
      heading: column?.title ?? '',
      found: '',
      want,
      fatal: true,
    };
  };
  if ('twin' in answer) {
    const { sheet, row: at } = answer.twin;
    const where = sheet === row.sheet ? `${at + 1}行目` : `シート「${sheet}」の${at + 1}行目`;
    return { problems: [about(`${where}と同じものです。どちらかの行を消してください`, '', 'row-twice')] };
  }
  if ('unknown' in answer) {
    return {
      problems: [about('「けす」とありますが、この名前のものはありません', 'withdraw', 'row-unknown')],
    };
  }
  return { problems: answer.complaints.map(({ key, want }) => about(want, key)) };
}

function noticesOf(sheet: Sheet, { extra, headingRow }: FoundTable): readonly string[] {
  if (extra.length === 0) return [];
  const list = extra.map(({ at, title }) => `${cellName(headingRow, at)}「${title}」`).join('、');
  const people = extra.some(({ title }) => /担当者|氏名|(ご|お)名前|^名前$|申請者|代表者|作成者/.test(title))
    ? '個人の名前は載せません。'
    : '';
  return [`シート「${sheet.name}」の ${list} の列は読みませんでした。${people}`];
}

function missingHeadings(sheet: Sheet, table: FoundTable, defaults: Defaults): readonly ImportProblem[] {
  const given = (key: string): boolean =>
    (key === 'town' && defaults.town !== null) || (key === 'asOf' && defaults.writtenOn !== null);
  return table.missing
    .filter((column) => !given(column.key))
    .map((column) => ({
      id: 'heading-missing',
      sheet: sheet.name,
      row: table.headingRow,
      cell: null,
      heading: column.title,
      found: '',
      want: `見出し「${column.title}」の列がありません。列を作って書いてください`,
      fatal: true,
    }));
}

/** Reads 自治体 and 記入日 of the first sheet, which count for rows that leave them empty. */
function readGuide(sheets: readonly Sheet[]): {
  readonly defaults: Defaults;
  readonly problems: readonly ImportProblem[];
} {
  const sheet = sheets.find((one) => one.name === GUIDE_SHEET);
  const beside = (label: string): { readonly value: CellValue; readonly row: number } | undefined => {
    const row = sheet?.rows.findIndex((line) => compact(shownText(line[0])) === label) ?? -1;
    const value = sheet?.rows[row]?.[1] ?? null;
    return isBlank(value) ? undefined : { value, row };
  };
  const town = beside(TOWN_LABEL)?.value ?? null;
  const written = beside(WRITTEN_LABEL);
  if (!written) return { defaults: { town, writtenOn: null }, problems: [] };
  const answer = readDates(written.value);
  if (answer.kind === 'dates' && answer.start.length === 10 && answer.end === null) {
    return { defaults: { town, writtenOn: answer.start }, problems: [] };
  }
  const problem: ImportProblem = {
    id: 'cell-wrong',
    sheet: GUIDE_SHEET,
    row: written.row,
    cell: cellName(written.row, 1),
    heading: WRITTEN_LABEL,
    found: shownText(written.value),
    want: '「2026年8月1日」の形で書いてください',
    fatal: true,
  };
  return { defaults: { town, writtenOn: null }, problems: [problem] };
}

function contextOf({ base, gazetteer }: ImportInput, { writtenOn }: Defaults): ReadContext {
  const groups = new Map<string, string>();
  const lists = { area: base.areas, association: base.associations, organisation: base.organisations };
  for (const [kind, list] of Object.entries(lists)) {
    for (const row of list.value) groups.set(fold(compact(row.name.ja)), `${kind} ${row.id}`);
  }
  return {
    places: makePlaceFinder(gazetteer),
    fields: new Map(base.project.value.fields.map((field) => [keyOf(field.name.ja), field.id])),
    groups,
    prefecture: undefined,
    writtenOn,
  };
}
