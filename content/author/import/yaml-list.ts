/**
 * Changes a YAML file that is a list of things, and leaves the rest of it byte for byte: comments, blank
 * lines, the order, the way others write. Only a thing that changes is written anew, with its comments.
 */
import {
  Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Value } from '../workbook/column.ts';
import type { RowValue } from '../workbook/kind.ts';
import { isRecord, sameValue } from './merge.ts';

export type ListEdit = {
  readonly added: readonly RowValue[];
  /** Index -> the whole new thing. */
  readonly changed: ReadonlyMap<number, RowValue>;
  readonly removed: ReadonlySet<number>;
};

/** What the file holds as plain data; an empty file is an empty list. @throws {Error} when it is no list */
export function parseList(text: string): readonly RowValue[] {
  const document = parseDocument(text);
  const [fault] = document.errors;
  if (fault) throw fault;
  const value: unknown = document.toJS({ maxAliasCount: 50 });
  if (value === null) return [];
  if (!Array.isArray(value)) throw new Error('not a list');
  return value as readonly RowValue[];
}

/**
 * @param text the file as it is; '' for a new one
 * @returns    the file as it will be; line ends as they were
 * @throws {Error} when what was written would not read back as what was meant: nothing is lost silently
 */
export function editList(text: string, edit: ListEdit): string {
  const crlf = text.includes('\r\n');
  const plain = crlf ? text.replaceAll('\r\n', '\n') : text;
  const wanted = [
    ...parseList(plain).flatMap((row, i) => (edit.removed.has(i) ? [] : [edit.changed.get(i) ?? row])),
    ...edit.added,
  ];
  // What cannot be changed in place is written anew as a whole: comments stay, lines may be set differently.
  const inPlace = editText(plain, edit);
  const edited = says(inPlace, wanted) ? inPlace : rewrite(plain, edit);
  if (edited !== inPlace && !says(edited, wanted)) throw new Error('edited list differs from what was meant');
  return crlf ? edited.replaceAll('\n', '\r\n') : edited;
}

function says(text: string, wanted: readonly RowValue[]): boolean {
  try {
    return sameValue(parseList(text), wanted);
  } catch {
    return false;
  }
}

function editText(text: string, edit: ListEdit): string {
  const document = parseDocument(text, { keepSourceTokens: true });
  const { contents } = document;
  if (!isSeq(contents) || contents.items.length === 0) return fillEmpty(text, contents, edit.added);
  if (contents.flow || /[&*]\w/.test(text)) return rewrite(text, edit);
  const spans = spansOf(contents, text);
  let edited = text;
  // From the end, so that earlier places stay true.
  for (const [i, span] of [...spans.entries()].reverse()) {
    const changed = edit.changed.get(i);
    if (edit.removed.has(i)) edited = cut(edited, span);
    else if (changed)
      edited = splice(edited, span, changeItem(text.slice(span.start, span.end), span.indent, changed));
  }
  const [first] = spans;
  return append(edited, edit.added, first?.indent ?? 0);
}

/** A list that is not there yet, or `[]`. */
function fillEmpty(text: string, contents: Node | null, added: readonly RowValue[]): string {
  if (added.length === 0) return text;
  const range = isSeq(contents) ? contents.range : null;
  const without = range ? splice(text, { start: range[0], end: range[1] }, '') : text;
  const head = without.trimEnd();
  return append(head === '' ? '' : `${head}\n`, added, 0);
}

type Span = { readonly start: number; readonly end: number };
type ItemSpan = Span & { readonly indent: number };

/** From the dash of every item to the end of its last value. */
function spansOf(list: YAMLSeq, text: string): readonly ItemSpan[] {
  const tokens = list.srcToken?.type === 'block-seq' ? list.srcToken.items : [];
  return list.items.map((item, i) => {
    const dash = tokens[i]?.start.find((token) => token.type === 'seq-item-ind');
    const start = dash?.offset ?? 0;
    const end = (item as Node).range?.[1] ?? start;
    return {
      start,
      end: start + text.slice(start, end).trimEnd().length,
      indent: start - (text.lastIndexOf('\n', start - 1) + 1),
    };
  });
}

function splice(text: string, { start, end }: Span, inside: string): string {
  return text.slice(0, start) + inside + text.slice(end);
}

/** Takes out an item with its line; comments before it go with the item that follows. */
function cut(text: string, { start, end }: Span): string {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  return text.slice(0, lineStart) + (lineEnd < 0 ? '' : text.slice(lineEnd + 1));
}

/** Writes one item anew; what did not change in it keeps its comments and its own way of writing. */
function changeItem(source: string, indent: number, row: RowValue): string {
  const outdented = source.replaceAll(`\n${' '.repeat(indent)}`, '\n');
  const document: Document = parseDocument(outdented);
  const item = isSeq(document.contents) ? document.contents.items[0] : undefined;
  if (!isMap(item) || document.errors.length > 0) return formatItems([row], indent).trimEnd().trimStart();
  changeMap(item, row, document);
  const text = document.toString({ lineWidth: 0, flowCollectionPadding: !/\[\S/.test(source) }).trimEnd();
  return text.replaceAll('\n', `\n${' '.repeat(indent)}`);
}

/** Changes what differs and nothing else, so that comments and quotes stay where they are. */
function changeMap(map: YAMLMap, wanted: RowValue, document: Document): void {
  const before = map.toJSON() as RowValue;
  for (const key of Object.keys(before)) if (!Object.hasOwn(wanted, key)) map.delete(key);
  for (const [key, value] of Object.entries(wanted)) {
    if (sameValue(before[key], value)) continue;
    const node = map.get(key, true);
    if (isScalar(node) && typeof value !== 'object') quoteEdges(node, value);
    else if (isMap(node) && isRecord(value)) changeMap(node, value, document);
    else map.set(key, styled(document.createNode(value)));
  }
}

/** Words with spaces at an end or with several lines need quotes to keep them, in braces above all. */
function quoteEdges(node: Scalar, value: unknown): void {
  node.value = value;
  if (typeof value === 'string' && /^\s|\s$|\n/.test(value)) node.type = 'QUOTE_DOUBLE';
}

function append(text: string, added: readonly RowValue[], indent: number): string {
  if (added.length === 0) return text;
  const head = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return head + formatItems(added, indent);
}

/** New items as our sources write them: texts in braces where they fit, no folded lines. */
function formatItems(rows: readonly RowValue[], indent: number): string {
  const document = new Document(rows);
  if (document.contents) styled(document.contents as Node);
  const text = document.toString({ lineWidth: 0 });
  return indent === 0 ? text : text.replace(/^(?=.)/gm, ' '.repeat(indent));
}

/** Longest line of texts in braces. */
const BRACES = 100;

function styled<T extends Node>(node: T): T {
  visit(node, {
    Map: (_key, map) => {
      const texts = map.toJSON() as Readonly<Record<string, Value>>;
      const short = JSON.stringify(texts).length <= BRACES && !JSON.stringify(texts).includes('\\n');
      if ('ja' in texts && short) map.flow = true;
    },
    Scalar: (_key, scalar) => quoteEdges(scalar, scalar.value),
    Seq: (_key, list) => {
      if (list.items.every((item) => isScalar(item) && typeof item.value === 'number')) list.flow = true;
    },
  });
  return node;
}

/** Lists in brackets or with anchors are rare: they are written anew as a whole, comments kept. */
function rewrite(text: string, { added, changed, removed }: ListEdit): string {
  const document: Document = parseDocument(text);
  if (!isSeq(document.contents)) return text;
  const list = document.contents;
  list.flow = false;
  for (const [i, row] of changed) list.set(i, styled(document.createNode(row)));
  for (const i of [...removed].sort((a, b) => b - a)) list.delete(i);
  for (const row of added) list.add(styled(document.createNode(row)));
  return document.toString({ lineWidth: 0 });
}
