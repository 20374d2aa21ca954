/**
 * The receipt a kiosk leaves on the stick it was fed from: what it runs since when, and how it is. Nobody
 * signs it; whoever reads it (`content/receipts`) looks at its shape and believes it as much as a note.
 */
import type { Fault } from './refusal.ts';
import type { Day, PackKind } from './types.ts';

export const RECEIPT_KIND = 'renkei-receipt';
export const RECEIPT_VERSION = 1;
/** Folder for receipts, beside `metadata/` and `targets/`. */
export const RECEIPT_FOLDER = 'renkei-receipts';
/** Longer ones are not written, and not read. */
export const MAX_RECEIPT_BYTES = 1_000_000;

/** Any JSON object; what is in it is the writer's and the reader's own affair. */
export type JsonObject = { readonly [key: string]: JsonValue };
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export type ReceiptPack = {
  readonly packId: string;
  /** 1 or more */
  readonly version: number;
  readonly kind: PackKind;
  /** Content date and Japanese title as signed; null where no signature vouches for the pack. */
  readonly date: Day | null;
  readonly title: string | null;
};

export type Receipt = {
  readonly kind: typeof RECEIPT_KIND;
  readonly version: typeof RECEIPT_VERSION;
  /** Random, made at the kiosk's first start; the same for as long as its disk lives. */
  readonly kioskId: string;
  readonly venueId: string;
  /** Japanese, as the content calls the hall. */
  readonly venueName: string;
  /** Tokyo time, `2026-04-01T12:00:00+09:00`; where the clock is not believed, the newest signing time seen. */
  readonly at: string;
  readonly clockBelieved: boolean;
  readonly appVersion: string;
  /** SHA-256 of the active `library.json`; null: nothing is shown. */
  readonly setId: string | null;
  readonly packs: readonly ReceiptPack[];
  /** How the import from this stick ended: its state, or the code of the refusal. */
  readonly outcome: string;
  readonly health: ReceiptHealth;
  /** Counts of use, if the kiosk keeps them and they may go out. */
  readonly counts: JsonObject | null;
};

export type ReceiptHealth = {
  /** Free room on the disk of the data folder; null: not known. */
  readonly freeBytes: number | null;
  /** How long the program has been running. */
  readonly uptimeSeconds: number;
  readonly faults: readonly Fault[];
};

/** What the kiosk knows of itself; the rest of the receipt is read from the data folder. */
export type ReceiptFacts = Pick<Receipt, 'kioskId' | 'venueId' | 'venueName' | 'appVersion' | 'counts'> & {
  readonly health: Omit<ReceiptHealth, 'freeBytes'>;
};

/** One file a kiosk, replaced at each visit, so that a stick that goes round never fills up. */
export function receiptFile({ venueId, kioskId }: Pick<Receipt, 'venueId' | 'kioskId'>): string {
  return `${venueId}.${kioskId.slice(0, 12)}.json`;
}
