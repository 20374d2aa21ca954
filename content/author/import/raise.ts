/**
 * Raises version and date in `pack.yaml` when an import changes a pack: kiosks take a pack only when its
 * version is higher, and nobody should have to remember that. The rest of the file stays byte for byte.
 */
import { isScalar, parseDocument } from 'yaml';
import { type Day, isDay } from '../../pack/types.ts';

export type Raised = {
  readonly text: string;
  readonly version: { readonly from: number; readonly to: number };
  readonly date: { readonly from: Day; readonly to: Day };
};

/**
 * @param text  of `pack.yaml`
 * @param today Tokyo day; the date never goes back
 * @returns     undefined when the file does not say them plainly; then a person must
 */
export function raisePack(text: string, today: Day): Raised | undefined {
  const pack = parseDocument(text, { schema: 'core' });
  const [version, date] = [pack.get('version', true), pack.get('date', true)];
  if (pack.errors.length > 0 || !isScalar(version) || !isScalar(date)) return undefined;
  const from = version.value;
  const before = date.value;
  if (typeof from !== 'number' || !Number.isSafeInteger(from) || !isDay(before)) return undefined;
  const to = from + 1;
  const after = today > before ? today : before;
  const edits = [
    { range: version.range, now: String(to) },
    { range: date.range, now: quoted(date, after) },
  ];
  const written = splice(text, edits);
  return written === undefined
    ? undefined
    : { text: written, version: { from, to }, date: { from: before, to: after } };
}

/** As it was written before: with quotes or without. */
function quoted({ type }: { readonly type?: string }, day: Day): string {
  return type === 'PLAIN' ? day : JSON.stringify(day);
}

type Edit = { readonly range?: readonly [number, number, number] | null | undefined; readonly now: string };

/** Later places first, so that the earlier ones stay where they are. */
function splice(text: string, edits: readonly Edit[]): string | undefined {
  let result = text;
  for (const { range, now } of [...edits].sort((a, b) => (b.range?.[0] ?? 0) - (a.range?.[0] ?? 0))) {
    if (!range) return undefined;
    result = result.slice(0, range[0]) + now + result.slice(range[1]);
  }
  return result;
}
