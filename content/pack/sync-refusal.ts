/**
 * Why new content was not taken. A closed list: programs decide by `code`, staff read the sentence in
 * `sync-words.ts`, and every code has a test that causes it (test/content/sync/). Whatever the code,
 * the kiosk goes on showing what it had.
 */

export const SYNC_REFUSAL_CODES = [
  // Where the content should come from
  /** No signed list where one should be: not one of our folders or addresses. */
  'not-a-repository',
  /** No answer at all from the first request on. */
  'source-unreachable',
  /** It answered, then was gone: stick pulled, line cut, server stopped. */
  'source-vanished',
  /** The signed list names files that the source does not have (half a copy). */
  'source-incomplete',
  /** A page for people instead of our files: usually the login page of a public network. */
  'captive-portal',
  /** Sent on to another host. */
  'redirected',
  /** The body is packed (gzip and the like), which we never ask for. */
  'encoded',
  /** Fewer bytes a second than the least allowed, for too long. */
  'too-slow',
  /** More bytes than were announced or allowed. */
  'endless-data',
  /** A link, a device or a name that leads out of the source, or a pack path outside the rules. */
  'bad-path',
  // Who signed it, and when
  /** This data folder knows no root of trust yet. */
  'root-missing',
  /** The root file given is not a root, or does not sign itself. */
  'root-unusable',
  /** Not signed by enough of the keys that our root names. */
  'unknown-signer',
  /** The signed list cannot be read as one (cut off, flipped bits, tricks with JSON). */
  'metadata-damaged',
  /** Older than what was seen before, or something that was there has been taken out. */
  'rollback',
  /** The signature has run out: the source has not been renewed. */
  'frozen',
  /** Parts of two releases together. */
  'mix-and-match',
  /** The date of this machine cannot be right, so nothing can be judged by it. */
  'clock-not-believed',
  // What came
  /** The bytes are not those that were signed. */
  'target-altered',
  /** Shorter or longer than signed. */
  'wrong-length',
  /** The same version as before, with other content. */
  'same-version-differs',
  /** Needs a newer program. */
  'pack-too-new',
  /** Made by a program so old that this one no longer reads it. */
  'pack-too-old',
  /** Correctly signed, but not a pack that may be shown. */
  'pack-refused',
  /** Larger than anything we allow. */
  'too-big',
  /** The new set has no base pack; without it nothing can be named. */
  'no-base',
  // This machine
  /** Would leave less free room than the floor. */
  'no-room',
  /** The disk of this machine refused to write or read. */
  'disk-failed',
  /** Another sync is at work in the same data folder. */
  'busy',
  /** Staff stopped it. */
  'cancelled',
  /** The kiosk's sync process ended before its time (killed, out of memory). */
  'process-died',
  /** The new set was in place and could not be opened; the old one was put back. */
  'not-opened',
  /** Nothing to go back to. */
  'no-previous',
  /** The content here was never signed (made by `renkei build`), so there is nothing to compare with. */
  'not-signed',
] as const;

export type SyncRefusalCode = (typeof SYNC_REFUSAL_CODES)[number];

export type SyncRefusal = {
  readonly code: SyncRefusalCode;
  /** Pack id, role or file name, for staff; empty when the whole source is meant. */
  readonly subject: string;
  /** Technical detail for the log, in plain text. */
  readonly detail: string;
};

/** Thrown inside `content/sync` only; its outer functions return the refusal as a value. */
export class SyncRefused extends Error {
  override readonly name = 'SyncRefused';
  readonly refusal: SyncRefusal;

  constructor(code: SyncRefusalCode, subject: string, detail: string, options?: ErrorOptions) {
    super(`${code} (${subject}): ${detail}`, options);
    this.refusal = { code, subject, detail };
  }
}
