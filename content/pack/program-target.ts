/**
 * The program among the signed targets, in a repository and in a kiosk's data folder
 * (content/README.md, section 7). It travels with the set: `library.json` names it by hash.
 */
import { MAX_PROGRAM_BYTES, PROGRAM_FORMAT } from './program.ts';
import { SyncRefused } from './sync-refusal.ts';
import { type Day, isDay } from './types.ts';

/** The one target of this kind, signed by `targets` itself. */
export const PROGRAM_TARGET = 'programs/program.json';

/** How staff's lists call it, beside the ids of packs. */
export const PROGRAM_SUBJECT = '巡回計画';

/** The program as `library.json` names it. */
export type ProgramEntry = {
  readonly version: number;
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
};

/** The program as the signed list describes it. */
export type ProgramTarget = ProgramEntry & {
  readonly format: number;
  readonly date: Day;
  /** Japanese title, for staff. */
  readonly title: string;
};

export type ProgramCustom = Omit<ProgramTarget, 'sha256' | 'sizeBytes'> & { readonly kind: 'program' };

/** The program inside a data folder, with `/`. */
export function programPath({ version, sha256 }: ProgramEntry): string {
  return `programs/${version}-${sha256}.json`;
}

/** The program inside a repository: TUF's consistent name. */
export function programInRepository(sha256: string): string {
  return `targets/programs/${sha256}.program.json`;
}

/** @returns undefined when it is no such entry */
export function parseProgramEntry(raw: unknown): ProgramEntry | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const { version, sha256, sizeBytes } = raw as Readonly<Record<string, unknown>>;
  const known = { version: natural(version), sizeBytes: natural(sizeBytes) };
  if (known.version === undefined || known.sizeBytes === undefined || known.sizeBytes > MAX_PROGRAM_BYTES)
    return undefined;
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  return { version: known.version, sha256, sizeBytes: known.sizeBytes };
}

export type RawProgramTarget = {
  readonly length: number;
  readonly hashes: Readonly<Record<string, string>>;
  readonly custom: Readonly<Record<string, unknown>>;
};

/**
 * Reads the facts of the program.
 *
 * @throws {SyncRefused} `metadata-damaged`, `too-big` or `pack-too-new`
 */
export function parseProgramTarget({ length, hashes, custom }: RawProgramTarget): ProgramTarget {
  const damaged = (what: string): never => {
    throw new SyncRefused('metadata-damaged', PROGRAM_SUBJECT, `custom facts of the program: ${what}`);
  };
  const { kind, format, date, title, version } = custom;
  if (kind !== 'program') damaged('kind');
  const known = natural(format) ?? damaged('format');
  // Clause 7.3: refuse by form before a byte is fetched.
  if (known > PROGRAM_FORMAT)
    throw new SyncRefused('pack-too-new', PROGRAM_SUBJECT, `FORMAT ${known} > ${PROGRAM_FORMAT}`);
  if (length > MAX_PROGRAM_BYTES) throw new SyncRefused('too-big', PROGRAM_SUBJECT, `${length} bytes`);
  const entry = parseProgramEntry({ version, sha256: hashes['sha256'], sizeBytes: length });
  return {
    ...(entry ?? damaged('version, sha256 or length')),
    format: known,
    date: isDay(date) ? date : damaged('date'),
    title: typeof title === 'string' ? title.slice(0, 200) : PROGRAM_SUBJECT,
  };
}

/** A whole number of 1 or more. */
function natural(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined;
}
