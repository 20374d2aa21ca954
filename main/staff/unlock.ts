/**
 * The way back for staff who are locked out: a note on a stick, signed by the project for this one hall
 * (content/README.md, section 9), lets whoever stands here set a new PIN once. Looked for only while the
 * place to enter the PIN is open.
 */
import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_UNLOCK_BYTES, UNLOCK_FILE } from '../../content/pack/unlock-note.ts';
import type { ReadUnlock } from '../../content/sync/unlock.ts';
import type { NewPin, UnlockKey } from '../ipc/contract.ts';
import type { State, StateOrNot } from '../state/state.ts';
import { isWeakPin, makeRecord } from './secret.ts';
import type { PluggedStick } from './sticks.ts';

export type KeyStick = {
  /** What the sticks that are plugged in hold. */
  readonly look: () => Promise<UnlockKey>;
  /** Sets the PIN with the note that is plugged in at this moment. */
  readonly setPin: (pin: string) => Promise<NewPin>;
};

export type KeyStickOptions = {
  readonly state: () => StateOrNot;
  readonly sticks: () => Promise<readonly Pick<PluggedStick, 'folder' | 'name'>[]>;
  /** Checks a note; `isUsed` is the kiosk's memory. */
  readonly check: (bytes: Uint8Array, isUsed: (id: string) => boolean) => Promise<ReadUnlock>;
};

type Found = { readonly read: ReadUnlock; readonly stick: string };

export function makeKeyStick({ state, sticks, check }: KeyStickOptions): KeyStick {
  let setting = false;
  let written = '';

  /** A note that can be used, else what is wrong with the first; null: no stick holds any. */
  async function find({ pin }: State): Promise<Found | null> {
    let refused: Found | null = null;
    for (const { folder, name } of await sticks()) {
      const bytes = await bytesOf(join(folder, UNLOCK_FILE));
      if (bytes === null) continue;
      const found = { read: await check(bytes, pin.isUsed), stick: name };
      if (found.read.ok) return found;
      refused ??= found;
    }
    return refused;
  }

  async function set(pin: string, kept: State): Promise<NewPin> {
    const found = await find(kept);
    if (found === null) return { state: 'no-key' };
    const { read, stick } = found;
    if (!read.ok) {
      // Once for the same: the record is for good, and a page that was taken over could ask without end.
      const what = `${read.code} ${stick}`;
      if (what !== written) kept.audit.write('pin-set', read.code, stick);
      written = what;
      return { state: 'refused', code: read.code };
    }
    if (isWeakPin(pin)) return { state: 'weak' };
    const record = await makeRecord(pin);
    // Written down before it is done; while scrypt worked nobody else can have come in between.
    kept.audit.write('pin-set', 'key', read.note.id);
    kept.pin.setByNote(record, read.note.id);
    return { state: 'set' };
  }

  return {
    look: async () => {
      const found = state();
      if (!found.ok) return { state: 'none' };
      const key = await find(found.state);
      if (key === null) return { state: 'none' };
      return key.read.ok ? { state: 'ready', stick: key.stick } : { state: 'refused', code: key.read.code };
    },
    setPin: async (pin) => {
      const found = state();
      if (!found.ok || setting) return { state: 'no-key' };
      setting = true;
      try {
        return await set(pin, found.state);
      } finally {
        setting = false;
      }
    },
  };
}

/** A plain file, no link and no pipe. @returns null when there is none; too long ones come cut, and fail */
async function bytesOf(path: string): Promise<Buffer | null> {
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
  const handle = await open(path, flags).catch(() => null);
  if (handle === null) return null;
  try {
    if (!(await handle.stat()).isFile()) return null;
    const buffer = Buffer.alloc(MAX_UNLOCK_BYTES + 1);
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    return null;
  } finally {
    await handle.close().catch(() => undefined);
  }
}
