/**
 * Why a pack is not shown. A closed list: the store decides by `code`, staff read the sentence that
 * `words/` holds for it, and every code has a test that causes it (test/content/store/{open,bounds,library}.test.ts).
 */

export const PACK_REFUSAL_CODES = [
  /** The active set names a file that is not there. */
  'pack-missing',
  /** The bytes are not those the active set names (SHA-256 or size differ: bit rot, altered, another pack). */
  'pack-altered',
  /** The file does not start like an SQLite database. */
  'pack-not-sqlite',
  /** SQLite, but not one of ours. */
  'pack-wrong-application',
  /** Made by a newer program than this one. */
  'pack-too-new',
  /** Made by a program so old that this one no longer reads it. */
  'pack-too-old',
  /** SQLite's own check found damage, or the file ends too early. */
  'pack-damaged',
  /** Tables, views or triggers that FORMAT does not know. */
  'pack-wrong-schema',
  /** Right in form, but too much of something or of an unknown kind: longest text, longest list, strange letters. */
  'pack-out-of-bounds',
] as const;

export type PackRefusalCode = (typeof PACK_REFUSAL_CODES)[number];

/** Why there is nothing to show at all. */
export const LIBRARY_REFUSAL_CODES = [
  /** No `library.json` in the data folder: nothing was ever installed. */
  'library-missing',
  /** `library.json` cannot be read as an active set. */
  'library-unreadable',
  /** The folder of a preview: unsigned, and for the person who writes only. */
  'library-preview',
  /** No usable base pack: without it nothing can be named. */
  'library-without-base',
] as const;

export type LibraryRefusalCode = (typeof LIBRARY_REFUSAL_CODES)[number];

/** Why the program (巡回計画) is not followed; the packs' own dates stand in. */
export const PROGRAM_REFUSAL_CODES = [
  /** The active set names a program that is not there. */
  'program-missing',
  /** The bytes are not those the active set names. */
  'program-altered',
  /** The right bytes, but not a program that this version can read. */
  'program-unusable',
] as const;

export type ProgramRefusalCode = (typeof PROGRAM_REFUSAL_CODES)[number];

/** What is wrong with the kiosk itself, not with its content. */
export const KIOSK_FAULT_CODES = [
  /** The date of this machine cannot be right: the last known day stands. */
  'clock-not-believed',
] as const;

export type KioskFaultCode = (typeof KIOSK_FAULT_CODES)[number];

/** Everything that staff may read on the screen. */
export const FAULT_CODES = [
  ...PACK_REFUSAL_CODES,
  ...LIBRARY_REFUSAL_CODES,
  ...PROGRAM_REFUSAL_CODES,
  ...KIOSK_FAULT_CODES,
] as const;

export type Fault = {
  readonly code: (typeof FAULT_CODES)[number];
  /** Pack id or file name, for staff; empty when the whole library is meant. */
  readonly subject: string;
  /** Technical detail for the log and the staff line, in plain text, no paths of the machine. */
  readonly detail: string;
};

/** Thrown inside `content/store` only; crosses no door. */
export class PackRefused extends Error {
  override readonly name = 'PackRefused';
  readonly fault: Fault;

  constructor(code: Fault['code'], subject: string, detail: string, options?: ErrorOptions) {
    super(`${code} (${subject}): ${detail}`, options);
    this.fault = { code, subject, detail };
  }
}
