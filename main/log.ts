/**
 * The kiosk's own log: one JSON line per entry, bounded in size for ever, nothing of visitors in it.
 * Each error gets an id that the screen shows to staff.
 */
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export type LogLevel = 'info' | 'warning' | 'error';

export type Log = {
  /** @returns the id of the entry, eight hexadecimal digits */
  readonly write: (level: LogLevel, what: string, detail?: unknown) => string;
};

const LOG_FILE = 'kiosk.log';
const MAX_FILE_BYTES = 1_000_000;
/** Files kept, the newest included. */
const FILES = 5;
/** Longest line, in UTF-16 units, the line end not counted. */
const MAX_LINE_LETTERS = 4_000;
/** Length of a text that had to be cut: two of them fit a line, though JSON may write a letter as six. */
const MAX_CUT_LETTERS = 300;
/** How many causes behind an error are told. */
const MAX_CAUSES = 3;

/**
 * @param folder made when missing; when it cannot be written the kiosk goes on without a log
 * @param nowMs  the clock
 */
export function openLog(folder: string, nowMs: () => number, echo: (line: string) => void): Log {
  const file = join(folder, LOG_FILE);
  let usable = attempt(() => mkdirSync(folder, { recursive: true }));
  let sizeBytes = usable ? sizeOf(file) : 0;

  return {
    write(level, what, detail) {
      const id = randomBytes(4).toString('hex');
      const line = `${lineOf({ at: new Date(nowMs()).toISOString(), id, level, what, detail })}\n`;
      if (level !== 'info') echo(line.trimEnd());
      // A full or read-only disk must not disturb visitors: stop writing, keep running.
      if (usable && sizeBytes > MAX_FILE_BYTES) {
        usable = attempt(() => rotate(file));
        sizeBytes = 0;
      }
      usable = usable && attempt(() => appendFileSync(file, line));
      sizeBytes += Buffer.byteLength(line);
      return id;
    },
  };
}

/** Where the log lies among the kiosk's own files. */
export function logFolder(userData: string): string {
  return join(userData, 'logs');
}

/** All that is kept, oldest first: at most `FILES` files of little more than `MAX_FILE_BYTES`. */
export function readLog(folder: string): string {
  const file = join(folder, LOG_FILE);
  const names = [...Array.from({ length: FILES - 1 }, (_, i) => `${file}.${FILES - 1 - i}`), file];
  return names.map(textOf).join('');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function rotate(file: string): void {
  rmSync(`${file}.${FILES - 1}`, { force: true });
  for (let i = FILES - 2; i >= 1; i--) attempt(() => renameSync(`${file}.${i}`, `${file}.${i + 1}`));
  renameSync(file, `${file}.1`);
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size;
  } catch {
    return 0;
  }
}

type Entry = {
  readonly at: string;
  readonly id: string;
  readonly level: LogLevel;
  readonly what: string;
  readonly detail: unknown;
};

/** One line of JSON, whatever the detail is; too long or strange ones are cut to a text. */
function lineOf(entry: Entry): string {
  const detail = plainDetail(entry.detail, MAX_CAUSES);
  try {
    const line = JSON.stringify({ ...entry, detail });
    if (line.length <= MAX_LINE_LETTERS) return line;
    return JSON.stringify({ ...entry, what: cut(entry.what), detail: cut(JSON.stringify(detail) ?? '') });
  } catch (error) {
    // A circle, a bigint or a hostile toJSON.
    return JSON.stringify({ ...entry, what: cut(entry.what), detail: `unwritable: ${cut(String(error))}` });
  }
}

function cut(text: string): string {
  return text.length <= MAX_CUT_LETTERS ? text : `${text.slice(0, MAX_CUT_LETTERS)}…`;
}

function plainDetail(detail: unknown, causes: number): unknown {
  if (!(detail instanceof Error)) return detail;
  const { name, message, stack, cause } = detail;
  if (cause === undefined || causes === 0) return { name, message, stack };
  return { name, message, stack, cause: plainDetail(cause, causes - 1) };
}

function attempt(action: () => unknown): boolean {
  try {
    action();
    return true;
  } catch {
    return false;
  }
}
