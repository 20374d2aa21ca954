/**
 * Reads the YAML of a source file: its plain value, and the line of any part of it. A long list is read row by
 * row, so that a row which was read before is not read again; lines are looked for when somebody asks.
 */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { Path } from './files.ts';
import { type Memo, NO_MEMO } from './memo.ts';
import { yamlFault } from './yaml-faults.ts';

/** What was read, or why it cannot be. */
export type Read =
  | { readonly faults: readonly { readonly line: number; readonly why: string }[] }
  | ReadDocument;

type ReadDocument = Lines & { readonly value: unknown };

type Lines = {
  /** Line of the value at `path`; of its nearest parent where it has no place. */
  readonly lineOf: (path: Path) => number;
  /** Line of a key of the thing at `path`. */
  readonly lineOfKey: (path: Path, key: string) => number;
};

/** @param linesBefore lines of the file before `text` */
export function readDocument(text: string, linesBefore: number, memo: Memo): Read {
  const kept = NOT_JSON.test(text) ? NO_MEMO : memo;
  return readRows(text, linesBefore, kept) ?? readWhole(text, linesBefore, kept);
}

/** Numbers that a memo would give back as null. */
const NOT_JSON = /\.(?:inf|nan)/i;

/** Lists shorter than this are read at once. */
const LONG_TEXT = 2000;
/** A row begins at the left edge, and nothing else of it does: blank lines and comments belong to the row before. */
const ROW = /^- /gm;
/** What reaches beyond a row: anchors, aliases, tags, directives, documents, and whatever else stands at the edge. */
const NO_ROWS = /[&*!%|>]|^(?:-{3}|\.{3}|[^\s#-]|-\S|-$)|\r|\t/m;

/** @returns undefined where the text is no long list of plain rows, or a row has a fault */
function readRows(text: string, linesBefore: number, memo: Memo): ReadDocument | undefined {
  if (text.length < LONG_TEXT || NO_ROWS.test(withoutQuoted(text))) return undefined;
  const starts = [...text.matchAll(ROW)].map(({ index }) => index);
  const [first] = starts;
  if (first === undefined || /^[^#\n]/m.test(text.slice(0, first))) return undefined;
  const rows = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length));
  const value: unknown[] = [];
  for (const row of rows) {
    const read = memo.of('yaml', row, () => plainOf(row));
    if (!Array.isArray(read) || read.length !== 1) return undefined;
    value.push(read[0]);
  }
  return { value, ...linesOfRows(text, starts, rows, linesBefore) };
}

/** Double-quoted texts of one line may hold any sign. */
function withoutQuoted(text: string): string {
  return text.replace(/"(?:[^"\\\n]|\\[^\n])*"/g, '""');
}

/** The plain value, or null where the text has a fault: the reading of the whole will tell it. */
function plainOf(text: string): unknown {
  const read = parse(text, 0);
  return 'faults' in read ? null : read.value;
}

function linesOfRows(
  text: string,
  starts: readonly number[],
  rows: readonly string[],
  linesBefore: number,
): Lines {
  const parsed = new Map<number, ReadDocument>();
  let lines: readonly number[] | undefined;
  /** The row at `i`, parsed when first asked for. */
  const rowAt = (i: number): ReadDocument | undefined => {
    const known = parsed.get(i);
    const row = rows[i];
    if (known !== undefined || row === undefined) return known;
    lines ??= linesAt(text, starts);
    const read = parse(row, linesBefore + (lines[i] ?? 0));
    if ('faults' in read) return undefined;
    parsed.set(i, read);
    return read;
  };
  const inRow = (path: Path, ask: (row: ReadDocument, path: Path) => number): number => {
    const [i, ...rest] = path;
    const row = typeof i === 'number' ? rowAt(i) : undefined;
    return row === undefined ? linesBefore + 1 : ask(row, [0, ...rest]);
  };
  return {
    lineOf: (path) => inRow(path, (row, within) => row.lineOf(within)),
    lineOfKey: (path, key) => inRow(path, (row, within) => row.lineOfKey(within, key)),
  };
}

/** Number of line breaks before each of the ascending offsets. */
function linesAt(text: string, offsets: readonly number[]): readonly number[] {
  let at = text.indexOf('\n');
  let breaks = 0;
  return offsets.map((offset) => {
    for (; at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) breaks += 1;
    return breaks;
  });
}

/** Kept beside null, which stands for a fault. */
type Kept = { readonly value: unknown } | null;

function readWhole(text: string, linesBefore: number, memo: Memo): Read {
  let parsed: Read | undefined;
  const document = (): Read => {
    parsed ??= parse(text, linesBefore);
    return parsed;
  };
  const kept = memo.of('yaml-whole', text, (): Kept => {
    const read = document();
    return 'faults' in read ? null : { value: read.value ?? null };
  });
  if (kept === null) return document();
  const lines = (ask: (read: ReadDocument) => number): number => {
    const read = document();
    return 'faults' in read ? linesBefore + 1 : ask(read);
  };
  return {
    value: kept.value,
    lineOf: (path) => lines((read) => read.lineOf(path)),
    lineOfKey: (path, key) => lines((read) => read.lineOfKey(path, key)),
  };
}

function parse(text: string, linesBefore: number): Read {
  const counter = new LineCounter();
  const lineAt = (offset: number): number => counter.linePos(offset).line + linesBefore;
  try {
    const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
    if (document.errors.length > 0) {
      return { faults: document.errors.map((one) => ({ line: lineAt(one.pos[0]), why: yamlFault(one) })) };
    }
    // Aliases are capped against "billion laughs"; going over throws, as an alias without anchor does.
    const value: unknown = document.toJS({ maxAliasCount: 50 });
    const lineOf = (path: Path): number => {
      for (let length = path.length; length > 0; length--) {
        const node = document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return linesBefore + 1;
    };
    const lineOfKey = (path: Path, key: string): number => {
      const node = path.length > 0 ? document.getIn(path, true) : document.contents;
      const pair = isMap(node)
        ? node.items.find((one) => isScalar(one.key) && String(one.key.value) === key)
        : null;
      return isScalar(pair?.key) && pair.key.range ? lineAt(pair.key.range[0]) : lineOf(path);
    };
    return { value, lineOf, lineOfKey };
  } catch (cause) {
    return { faults: [{ line: linesBefore + 1, why: firstLine(cause) }] };
  }
}

function firstLine(cause: unknown): string {
  return (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
}
