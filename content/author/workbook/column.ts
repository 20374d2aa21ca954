/** A column of the workbook: how it looks to those who fill it in, and how a cell of it is read. */
import type { Day } from '../../pack/types.ts';
import type { PlaceFinder } from '../japanese/places.ts';
import type { CellValue } from '../table/sheet.ts';

/** What a source file can hold. */
export type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };

/**
 * What a cell says. `values` goes to the source, by path (`summary.ja`); null takes away what stands there.
 * Lists that several columns give under one path are put together.
 */
export type Reading =
  | { readonly kind: 'values'; readonly values: Readonly<Record<string, Value | null>> }
  /** What is wanted instead, for staff: `「2026年8月4日」の形で書いてください`. */
  | { readonly kind: 'wrong'; readonly want: string };

/** What reading a cell may ask. */
export type ReadContext = {
  readonly places: PlaceFinder;
  /** 産業 -> industry; names made comparable. */
  readonly fields: ReadonlyMap<string, string>;
  /** Names of areas, associations and bodies of the base, made comparable -> how a source writes them. */
  readonly groups: ReadonlyMap<string, string>;
  /** What the row says in a column 都道府県, where it has one. */
  readonly prefecture: string | undefined;
  /** 記入日 of the first sheet: from when a date without a year is counted. */
  readonly writtenOn: Day | null;
};

export type Column = {
  /** Unique within the sheet. */
  readonly key: string;
  readonly title: string;
  /** Other headings that mean the same. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** What to write, for the note on the heading. */
  readonly note: string;
  readonly example: string;
  /** In letters. */
  readonly width: number;
  /** What is meant where somebody writes 「なし」; null: nothing, the field is taken away. */
  readonly none: string | null;
  /** Value -> the word that staff know it by. */
  readonly words: Readonly<Record<string, string>>;
  /** Words of the drop-down; null: anything may be written. */
  readonly choices: readonly string[] | null;
  /** Paths that a cell of it may set; 「なし」 takes them away. Empty: it takes nothing away. */
  readonly paths: readonly string[];
  /** False for headings that are read where somebody adds them, but do not crowd the workbook. */
  readonly inTemplate: boolean;
  readonly read: (cell: CellValue, context: ReadContext) => Reading;
};

export function values(given: Readonly<Record<string, Value | null>>): Reading {
  return { kind: 'values', values: given };
}

export function wrong(want: string): Reading {
  return { kind: 'wrong', want };
}

/** What one may leave out when a column is declared. */
export type ColumnHints = {
  readonly aliases?: readonly string[];
  readonly required?: boolean;
  readonly note?: string;
  readonly example?: string;
  readonly width?: number;
  readonly inTemplate?: boolean;
  readonly paths?: readonly string[];
  readonly none?: string;
  readonly words?: Readonly<Record<string, string>>;
};

export function column(
  key: string,
  title: string,
  hints: ColumnHints,
  read: Column['read'],
  choices: readonly string[] | null = null,
): Column {
  return {
    key,
    title,
    aliases: hints.aliases ?? [],
    required: hints.required ?? false,
    note: hints.note ?? '',
    example: hints.example ?? '',
    width: hints.width ?? 18,
    choices,
    none: hints.none ?? null,
    words: hints.words ?? {},
    paths: hints.paths ?? [key],
    inTemplate: hints.inTemplate ?? true,
    read,
  };
}
