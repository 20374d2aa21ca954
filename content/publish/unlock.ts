/** `renkei keys unlock`: signs a note with which one hall may set a new PIN once (content/README.md, section 9). */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { canonicalize } from '@tufjs/canonical-json';
import { writeDurably } from '../disk.ts';
import { DAY_MS } from '../pack/days.ts';
import { SIGNED_AT } from '../pack/target.ts';
import { UNLOCK_FILE, UNLOCK_ROLE, UNLOCK_TYPE, type UnlockNote } from '../pack/unlock-note.ts';
import { tufTime } from './documents.ts';
import { type AskPassphrase, openKeyring, roleOf } from './keyring.ts';
import { openPublishedPacks } from './packs.ts';
import { PublishRefused } from './refusal.ts';
import { readState } from './repository.ts';

export type UnlockOptions = {
  readonly repo: string;
  readonly keys: string;
  /** Id of the hall: one of those that the published packs name. */
  readonly venueId: string;
  /** Folder of the stick. */
  readonly to: string;
  /** 1..MAX_UNLOCK_DAYS */
  readonly days: number;
  readonly nowMs: number;
  readonly ask: AskPassphrase;
};

/** Replaces a note that lies there. @throws {PublishRefused} */
export async function writeUnlockNote(
  options: UnlockOptions,
): Promise<UnlockNote & { readonly file: string }> {
  const { repo, keys, venueId, nowMs } = options;
  const state = readState(repo);
  if (state === undefined) throw new PublishRefused('repository-without-keys', '', repo);
  requireHall(repo, venueId);
  const role = roleOf(state.root, UNLOCK_ROLE);
  const signers = await openKeyring([keys], options.ask).signersOf(role, UNLOCK_ROLE);
  const id = randomBytes(16).toString('hex');
  const expires = tufTime(nowMs + options.days * DAY_MS);
  const signed = {
    _type: UNLOCK_TYPE,
    version: 1,
    id,
    venue: venueId,
    expires,
    [SIGNED_AT]: tufTime(nowMs),
  };
  const bytes = Buffer.from(canonicalize(signed));
  const signatures = signers.map((sign) => sign(bytes)).map(({ keyID, sig }) => ({ keyid: keyID, sig }));
  const file = join(options.to, UNLOCK_FILE);
  writeDurably(file, `${JSON.stringify({ signatures, signed }, null, 1)}\n`);
  return { id, venueId, expiresMs: Date.parse(expires), file };
}

/** A note for a hall that does not exist would be refused only where somebody stands with it, hours away. */
function requireHall(repo: string, venueId: string): void {
  const packs = openPublishedPacks(repo);
  try {
    const sql = 'SELECT venue_id AS id FROM venue WHERE is_hall = 1 ORDER BY position';
    const halls = packs.flatMap((pack) => pack.all<{ readonly id: string }>(sql).map(({ id }) => id));
    if (!halls.includes(venueId)) throw new PublishRefused('hall-unknown', venueId, halls.join(', '));
  } finally {
    for (const pack of packs) pack.close();
  }
}
