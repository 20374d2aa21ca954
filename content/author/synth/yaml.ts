/** Writes plain values as the YAML of a source file. Every text stands in double quotes, as JSON writes it. */

export type Plain =
  | string
  | number
  | boolean
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/** A list, one thing after the other, each beginning at the left edge. */
export function yamlList(header: string, rows: readonly Plain[]): string {
  return `# ${header}\n${rows.length === 0 ? '[]\n' : rows.map((row) => `- ${block(row, 2)}\n`).join('')}`;
}

/** A thing with keys. */
export function yamlThing(value: Plain): string {
  return `${block(value, 0)}\n`;
}

/** @param indent spaces before every line but the first */
function block(value: Plain, indent: number): string {
  if (Array.isArray(value)) return list(value, indent);
  if (typeof value !== 'object') return JSON.stringify(value);
  const edge = `\n${' '.repeat(indent)}`;
  return entriesOf(value)
    .map(([key, one]) => `${key}:${isFlat(one) ? ` ${flow(one)}` : `${edge}  ${block(one, indent + 2)}`}`)
    .join(edge);
}

function list(values: readonly Plain[], indent: number): string {
  return values.map((one) => `- ${block(one, indent + 2)}`).join(`\n${' '.repeat(indent)}`);
}

function entriesOf(value: Plain): readonly (readonly [string, Plain])[] {
  if (typeof value !== 'object' || Array.isArray(value)) return [];
  return Object.entries(value as Readonly<Record<string, Plain | undefined>>).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, one] as const],
  );
}

/** What fits behind its key: single values, and lists of them. */
function isFlat(value: Plain): boolean {
  return typeof value !== 'object' || (Array.isArray(value) && value.every((one) => typeof one !== 'object'));
}

function flow(value: Plain): string {
  return Array.isArray(value)
    ? `[${value.map((one) => JSON.stringify(one)).join(', ')}]`
    : JSON.stringify(value);
}
