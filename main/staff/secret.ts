/** The PIN as scrypt leaves it. Made and compared off the event loop; visitors notice nothing. */
import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import type { PinRecord } from '../state/pin.ts';

/** 32 MB and about a tenth of a second on a kiosk's processor. */
const COST = 2 ** 15;
const BLOCK = 8;
const LANES = 1;
const HASH_BYTES = 32;
const SALT_BYTES = 16;

/** Six to eight digits. */
export function isPinShape(pin: string): boolean {
  return /^[0-9]{6,8}$/.test(pin);
}

/** PINs that everybody tries first: one digit, a run up or down, a repeated part. */
export function isWeakPin(pin: string): boolean {
  const runs = ['01234567890', '09876543210'].map((run) => run + run.slice(1));
  return /^(.{1,4})\1+$/.test(pin) || runs.some((run) => run.includes(pin));
}

/** A PIN nobody chose: eight digits, none of them weak. */
export function randomPin(): string {
  for (;;) {
    const pin = String(randomInt(100_000_000)).padStart(8, '0');
    if (!isWeakPin(pin)) return pin;
  }
}

export async function makeRecord(pin: string): Promise<PinRecord> {
  const salt = randomBytes(SALT_BYTES);
  const kind = { cost: COST, block: BLOCK, lanes: LANES };
  return { salt, hash: await derive(pin, { ...kind, salt }), ...kind };
}

/** Takes the same time whatever is wrong with the PIN. */
export async function isRight(pin: string, record: PinRecord): Promise<boolean> {
  const hash = await derive(pin, record);
  return hash.length === record.hash.length && timingSafeEqual(hash, record.hash);
}

function derive(pin: string, { salt, cost, block, lanes }: Omit<PinRecord, 'hash'>): Promise<Buffer> {
  const options = { N: cost, r: block, p: lanes, maxmem: 256 * cost * block };
  return new Promise((resolve, reject) => {
    scrypt(pin, salt, HASH_BYTES, options, (error, hash) => (error === null ? resolve(hash) : reject(error)));
  });
}
