/**
 * Where this kiosk gets its content by itself: `kiosk.json`, written at installation. Without it a kiosk
 * never calls anybody; content then comes by stick.
 *
 *     {"source": "https://content.example.jp/renkei/", "everyHours": 6}
 */
import { readFileSync } from 'node:fs';
import { codeOf } from '../../content/disk.ts';

export const SETTINGS_FILE = 'kiosk.json';
/** The root of trust that halls are installed with; `renkei keys new` makes it. */
export const ROOT_FILE = 'root.json';

export type SyncSettings = {
  /** http or https address of the repository. */
  readonly source: string;
  /** 0.25..168 */
  readonly everyHours: number;
  /** http or https address to which the kiosk tells how it is; left out: it tells nobody. */
  readonly telemetry?: string;
};

/** Often enough for a notice, seldom enough for a town hall's line. */
const EVERY_HOURS = 6;

/** @returns settings, or why the text cannot be used, in Japanese for staff */
export function parseSettings(text: string): SyncSettings | string {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return 'JSONとして読めません。';
  }
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return '{ } の形で書いてください。';
  const { source, everyHours = EVERY_HOURS, telemetry, ...rest } = raw as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return `「${unknown}」という項目はありません。`;
  if (typeof source !== 'string' || !isAddress(source))
    return 'source には http:// または https:// で始まるアドレスを書いてください。';
  if (typeof everyHours !== 'number' || !(everyHours >= 0.25 && everyHours <= 168))
    return 'everyHours には 0.25 から 168 までの数を書いてください。';
  if (telemetry === undefined) return { source, everyHours };
  if (typeof telemetry !== 'string' || !isAddress(telemetry))
    return 'telemetry には http:// または https:// で始まるアドレスを書いてください。';
  return { source, everyHours, telemetry };
}

/** An address without name and password: those would end up in the log. */
export function isAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && username === '' && password === '';
}

/**
 * Reads the first of some files that is there. A file that cannot be used is told and counts as none: a
 * slip in it must not keep a kiosk from showing what it has.
 */
export function readSettings(
  files: readonly string[],
  complain: (file: string, why: string) => void,
): SyncSettings | null {
  for (const file of files) {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') continue;
      complain(file, codeOf(error) || String(error));
      return null;
    }
    const settings = parseSettings(text);
    if (typeof settings !== 'string') return settings;
    complain(file, settings);
    return null;
  }
  return null;
}

/** A root file. Missing is as good as none: the pinned root counts then, or it is said that there is none. */
export function rootAt(file: string | null): Buffer | undefined {
  if (file === null) return undefined;
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
