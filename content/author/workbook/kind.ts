/** What a sheet of the workbook is: which file of the base pack it fills, and with which columns. */
import type { TownFile } from '../town-source.ts';
import type { Column, Value } from './column.ts';

/** The file of the base pack that a sheet fills, without `.yaml`. */
export type TargetFile = TownFile | 'towns' | 'events';

/** A row as it will stand in the source, without its id. */
export type RowValue = Readonly<Record<string, Value>>;

export type SheetKind = {
  readonly target: TargetFile;
  /** Name of the sheet in the workbook. */
  readonly title: string;
  readonly aliases: readonly string[];
  /** One sentence above the headings. */
  readonly lead: string;
  readonly columns: readonly Column[];
  /** Fields that together say which thing a row is about; the first is a place where the thing has one. */
  readonly identity: readonly string[];
  /** Lists to which an import adds, instead of writing them anew. */
  readonly grows?: readonly string[];
  /** What must hold between cells; the key of a column and what is wanted there. */
  readonly complaints?: (row: RowValue) => readonly { readonly key: string; readonly want: string }[];
};
