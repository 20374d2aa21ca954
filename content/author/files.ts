/**
 * Reads one source file, applies its shape and keeps the line of every value, so that each later
 * complaint can say where.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { inJapanese } from './complaints.ts';
import { type Memo, NO_MEMO } from './memo.ts';
import type { Problem } from './problem.ts';
import { readDocument } from './yaml-document.ts';

export type Path = readonly (string | number)[];

/** A file that was read and has its shape. */
export type SourceFile<T> = {
  /** Path relative to the source folder, with `/`. */
  readonly file: string;
  readonly value: T;
  /** Line of the value at `path`, counted from 1; of its nearest parent where it has no place. */
  readonly lineOf: (path: Path) => number;
};

/** Collects problems while reading goes on. */
export type Report = (problem: Problem) => void;

/** Largest source file. */
export const MAX_FILE_BYTES = 4_000_000;

/** Text of a file as UTF-8 without BOM; reports and gives undefined when that fails. */
export function readText(root: string, file: string, report: Report): string | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(root, file));
  } catch {
    report(error(file, 1, 'file-missing', 'ファイルがありません。名前と場所を確かめてください'));
    return undefined;
  }
  if (bytes.length > MAX_FILE_BYTES) {
    report(error(file, 1, 'file-too-large', 'ファイルが大きすぎます（4MBまで）'));
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    report(error(file, 1, 'not-utf8', '文字コードがUTF-8ではありません。UTF-8で保存しなおしてください'));
    return undefined;
  }
  reportHidden(file, text, report);
  return text;
}

/** Controls and letters that turn the direction of writing round: a kiosk refuses a pack that has them. */
const HIDDEN = /[\u202a-\u202e\u2066-\u2069\ufffd]|(?![\t\r\n])\p{Cc}/u;

function reportHidden(file: string, text: string, report: Report): void {
  if (!HIDDEN.test(text)) return;
  for (const [i, line] of text.split('\n').entries()) {
    const [letter] = HIDDEN.exec(line) ?? [];
    if (letter === undefined) continue;
    const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    report(error(file, i + 1, 'text-hidden', `見えない文字（${code}）があります。消してください`));
  }
}

/**
 * Reads a YAML file of the given shape.
 *
 * @param memo spares parsing what was parsed before
 * @returns    undefined after reporting at least one error
 */
export function readYaml<T>(
  root: string,
  file: string,
  shape: z.ZodType<T>,
  report: Report,
  memo: Memo = NO_MEMO,
): SourceFile<T> | undefined {
  const text = readText(root, file, report);
  return text === undefined ? undefined : parseYaml(file, text, 0, shape, report, memo);
}

/** As `readYaml`, for text that starts `linesBefore` lines into its file. */
export function parseYaml<T>(
  file: string,
  text: string,
  linesBefore: number,
  shape: z.ZodType<T>,
  report: Report,
  memo: Memo = NO_MEMO,
): SourceFile<T> | undefined {
  const read = readDocument(text, linesBefore, memo);
  if ('faults' in read) {
    for (const { line, why } of read.faults)
      report(error(file, line, 'yaml', `YAMLとして読めません: ${why}`));
    return undefined;
  }
  const parsed = shape.safeParse(read.value);
  if (parsed.success) return { file, value: parsed.data, lineOf: read.lineOf };
  for (const issue of parsed.error.issues.flatMap(onePerKey)) {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    const line =
      issue.code === 'unrecognized_keys' ? read.lineOfKey(path, issue.keys[0] ?? '') : read.lineOf(path);
    const where = path.length > 0 ? `${path.join('.')}: ` : '';
    report(error(file, line, idOf(issue, path), `${where}${inJapanese(issue)}`));
  }
  return undefined;
}

/** Three things that are missing have a name of their own, because staff ask for them by it. */
function idOf(issue: z.core.$ZodIssue, path: Path): string {
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  const key = missing ? path.at(-1) : undefined;
  return (key !== undefined && MISSING[key]) || 'shape';
}

const MISSING: Readonly<Record<string | number, string>> = {
  ja: 'ja-missing',
  asOf: 'number-undated',
  until: 'notice-no-expiry',
};

/** zod names all unknown keys of a thing at once; each has a line of its own. */
function onePerKey(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  return issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
}

export function error(file: string, line: number, id: string, message: string): Problem {
  return { severity: 'error', id, file, line, message };
}

export function warning(file: string, line: number, id: string, message: string): Problem {
  return { severity: 'warning', id, file, line, message };
}
