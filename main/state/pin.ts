/**
 * The PIN record and the memory of failed tries. Only what scrypt made of the PIN is kept, with a salt of
 * this device's own. A try is written down before it is looked at, so that pulling the plug in the middle
 * of one wins nothing.
 */
import type { StateDatabase } from './database.ts';

export type PinRecord = {
  readonly salt: Uint8Array;
  readonly hash: Uint8Array;
  /** scrypt's N, r and p, kept so that they can grow later. */
  readonly cost: number;
  readonly block: number;
  readonly lanes: number;
};

export type Throttle = {
  /** Failures since the PIN was last right or set anew. */
  readonly failures: number;
  /** The wait that was imposed and not yet sat out, whole; 0 when there is none. */
  readonly waitMs: number;
};

export type PinStore = {
  readonly record: () => PinRecord | null;
  /** Sets another PIN and forgives all failures: whoever can do this holds the machine itself. */
  readonly set: (record: PinRecord) => void;
  /** The same with an unlock note, which is used up in the same instant. @throws when it was used before */
  readonly setByNote: (record: PinRecord, noteId: string) => void;
  readonly isUsed: (noteId: string) => boolean;
  readonly throttle: () => Throttle;
  readonly setThrottle: (throttle: Throttle) => void;
};

const SET_THROTTLE = 'UPDATE pin_throttle SET failures = $failures, wait_ms = $waitMs WHERE one = 1';

export function openPinStore(database: StateDatabase): PinStore {
  function put(record: PinRecord): void {
    database.run(
      `INSERT INTO pin (one, salt, hash, cost, block, lanes)
       VALUES (1, $salt, $hash, $cost, $block, $lanes)
       ON CONFLICT (one) DO UPDATE SET salt = excluded.salt, hash = excluded.hash,
         cost = excluded.cost, block = excluded.block, lanes = excluded.lanes`,
      { ...record },
    );
    database.run(SET_THROTTLE, { failures: 0, waitMs: 0 });
  }

  return {
    record: () => database.all<PinRecord>('SELECT salt, hash, cost, block, lanes FROM pin')[0] ?? null,
    set: (record) => database.durably(() => put(record)),
    setByNote: (record, noteId) =>
      database.durably(() => {
        database.run('INSERT INTO unlock_note (id) VALUES ($noteId)', { noteId });
        put(record);
      }),
    isUsed: (noteId) => database.all('SELECT id FROM unlock_note WHERE id = $noteId', { noteId }).length > 0,
    throttle: () =>
      database.all<Throttle>('SELECT failures, wait_ms AS waitMs FROM pin_throttle')[0] ?? {
        failures: 0,
        waitMs: 0,
      },
    setThrottle: ({ failures, waitMs }) =>
      database.durably(() => database.run(SET_THROTTLE, { failures, waitMs })),
  };
}
