/** What one file of the base pack is and becomes through an import. */
import type { z } from 'zod';
import { inJapanese } from '../complaints.ts';
import { eventsFile, townsFile } from '../shapes.ts';
import { TOWN_FILES } from '../town-source.ts';
import type { Value } from '../workbook/column.ts';
import type { RowValue, SheetKind, TargetFile } from '../workbook/kind.ts';
import { identityOf, isRecord, mergeRow, nameOf, newId, sameValue } from './merge.ts';
import type { ReadRow } from './rows.ts';
import { editList, parseList } from './yaml-list.ts';

const SHAPES: Readonly<Record<TargetFile, z.ZodType<unknown>>> = {
  ...TOWN_FILES,
  towns: townsFile,
  events: eventsFile,
};

/** First lines of a file that an import begins. */
export const FILE_HEADERS: Readonly<Record<TargetFile, string>> = {
  towns: '# What we know of single towns.\n',
  events: '# Events with a date or a named place.\n',
  'town-contacts': '# Desks of towns and wards: offices and public numbers, no names of people.\n',
  specialities: '# What towns are known for. Handed in by the towns.\n',
  festivals: '# Festivals of the towns. Handed in by the towns.\n',
  living: '# Moving and two-base living. Handed in by the towns.\n',
  cases: '# What wards and towns did together.\n',
  facilities: '# Places of the wards that towns may use.\n',
  offers: '# What towns and wards can do for others, and what they look for.\n',
};

export type FieldChange = {
  /** Heading of the column, or the path where no column has it. */
  readonly title: string;
  readonly path: string;
  readonly from: Value | null;
  readonly to: Value | null;
};

export type RowChange = {
  readonly action: 'added' | 'changed' | 'same' | 'removed';
  readonly sheet: string;
  readonly row: number;
  readonly name: string;
  /** What changes; empty for what is added, removed or the same. */
  readonly fields: readonly FieldChange[];
};

/** Why a row does not fit: the key of the column (or a path) and what is wanted. */
export type Complaint = { readonly key: string; readonly want: string };

export type Accepted = { readonly ok: true; readonly change: RowChange; readonly value: RowValue };
export type Refused =
  | { readonly ok: false; readonly complaints: readonly Complaint[] }
  /** Row (from 0) and sheet of the row that is about the same thing. */
  | { readonly ok: false; readonly twin: { readonly sheet: string; readonly row: number } }
  | { readonly ok: false; readonly unknown: true };

/** A file of the base pack while rows are put into it. Nothing is written. */
export class Target {
  readonly file: TargetFile;
  readonly #text: string;
  readonly #rows: readonly RowValue[];
  readonly #added: RowValue[] = [];
  readonly #changed = new Map<number, RowValue>();
  readonly #removed = new Set<number>();
  readonly #seen = new Map<string, { readonly sheet: string; readonly row: number }>();
  readonly #ids: Set<string>;
  /** Identity -> index, by kind: made on first use. */
  readonly #indexes = new Map<SheetKind, ReadonlyMap<string, number>>();

  /**
   * @param text what stands in the file; null where there is none
   * @throws {Error} when it is no YAML list
   */
  constructor(file: TargetFile, text: string | null) {
    this.file = file;
    this.#text = text ?? FILE_HEADERS[file];
    this.#rows = parseList(this.#text);
    this.#ids = new Set(this.#rows.flatMap((row) => (typeof row['id'] === 'string' ? [row['id']] : [])));
  }

  /** The id a row has or would get; towns go by their code. */
  idOf({ kind, values }: ReadRow): string {
    const wanted = mergeRow(kind, null, values);
    const at = this.#indexOf(kind, wanted);
    if (kind.target === 'towns') return `town-${String(wanted['town']).slice(0, 6)}`;
    return String(this.#rows[at]?.['id'] ?? newId(kind, wanted, this.#ids));
  }

  /** What the source has for the row; null for a new thing. */
  before(row: ReadRow): RowValue | null {
    return this.#rows[this.#indexOf(row.kind, mergeRow(row.kind, null, row.values))] ?? null;
  }

  take(row: ReadRow): Accepted | Refused {
    const { kind, values } = row;
    const wanted = mergeRow(kind, null, values);
    const identity = identityOf(kind, wanted);
    const twin = this.#seen.get(identity);
    if (twin) return { ok: false, twin };
    const at = this.#indexOf(kind, wanted);
    const before = this.#rows[at];
    if (row.withdraw) return this.#withdraw(row, at, identity);
    const merged = mergeRow(kind, before ?? null, values);
    const own = kind.complaints?.(merged) ?? [];
    const complaints = own.length > 0 ? own : this.#shapeComplaints(kind, merged);
    if (complaints.length > 0) return { ok: false, complaints };
    this.#seen.set(identity, row);
    if (!before) return this.#add(row, merged);
    const fields = fieldsOf(kind, before, merged);
    if (fields.length > 0) this.#changed.set(at, merged);
    const action = fields.length > 0 ? 'changed' : 'same';
    return { ok: true, change: changeOf(action, row, merged, fields), value: merged };
  }

  /** The file as it will be; null where nothing changes. */
  text(): string | null {
    if (this.#added.length + this.#changed.size + this.#removed.size === 0) return null;
    return editList(this.#text, { added: this.#added, changed: this.#changed, removed: this.#removed });
  }

  #add(row: ReadRow, merged: RowValue): Accepted {
    const value = row.kind.target === 'towns' ? merged : withId(newId(row.kind, merged, this.#ids), merged);
    if (typeof value['id'] === 'string') this.#ids.add(value['id']);
    this.#added.push(value);
    return { ok: true, change: changeOf('added', row, value, []), value };
  }

  #withdraw(row: ReadRow, at: number, identity: string): Accepted | Refused {
    const before = this.#rows[at];
    if (!before) return { ok: false, unknown: true };
    this.#seen.set(identity, row);
    this.#removed.add(at);
    return { ok: true, change: changeOf('removed', row, before, []), value: before };
  }

  /** Index of the thing a row is about, or -1. */
  #indexOf(kind: SheetKind, wanted: RowValue): number {
    const index = this.#indexes.get(kind) ?? this.#makeIndex(kind);
    // An event that had no date yet is the same when it gets one.
    const { start: _start, ...undated } = wanted;
    return index.get(identityOf(kind, wanted)) ?? index.get(identityOf(kind, undated)) ?? -1;
  }

  #makeIndex(kind: SheetKind): ReadonlyMap<string, number> {
    const index = new Map<string, number>();
    // Where something stands twice the first one is meant.
    this.#rows
      .map((row) => identityOf(kind, row))
      .forEach((identity, i) => {
        if (!index.has(identity)) index.set(identity, i);
      });
    this.#indexes.set(kind, index);
    return index;
  }

  #shapeComplaints(kind: SheetKind, merged: RowValue): readonly Complaint[] {
    const value = kind.target === 'towns' ? merged : withId('x', merged);
    const parsed = SHAPES[this.file].safeParse([value]);
    if (parsed.success) return [];
    return parsed.error.issues.map((issue) => {
      const path = issue.path.slice(1).map(String).join('.');
      const missing = issue.code === 'invalid_type' && path.endsWith('.ja');
      return { key: path, want: missing ? '日本語も書いてください' : `${path} ${inJapanese(issue)}`.trim() };
    });
  }
}

function withId(id: string, row: RowValue): RowValue {
  return 'id' in row ? row : { id, ...row };
}

function changeOf(
  action: RowChange['action'],
  { sheet, row }: ReadRow,
  value: RowValue,
  fields: readonly FieldChange[],
): RowChange {
  return { action, sheet, row, name: nameOf(value), fields };
}

/** Fields that differ, by the headings of their columns. */
function fieldsOf(kind: SheetKind, before: RowValue, after: RowValue): readonly FieldChange[] {
  const paths = [...new Set([...pathsOf(before), ...pathsOf(after)])];
  return paths.flatMap((path): FieldChange[] => {
    const [from, to] = [valueAt(before, path), valueAt(after, path)];
    return sameValue(from, to)
      ? []
      : [{ title: titleOf(kind, path), path, from: from ?? null, to: to ?? null }];
  });
}

/** Paths of everything that is no object itself: `summary.ja`, `months`. */
function pathsOf(row: RowValue, head = ''): readonly string[] {
  return Object.entries(row).flatMap(([key, value]) =>
    isRecord(value) ? pathsOf(value, `${head}${key}.`) : [`${head}${key}`],
  );
}

function valueAt(row: RowValue, path: string): Value | undefined {
  return path
    .split('.')
    .reduce<Value | undefined>((value, key) => (isRecord(value) ? value[key] : undefined), row);
}

function titleOf(kind: SheetKind, path: string): string {
  const exact = kind.columns.find((column) => column.key === path);
  const setting = kind.columns.find((column) => column.paths.includes(path));
  const title = (exact ?? setting)?.title ?? (path === 'notes' ? 'しょうかい' : path);
  return exact ? title : title.replace(/\d$/, '');
}
