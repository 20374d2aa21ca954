/** Which hall runs which pack of which date: the receipts of all halls in one table. */
import { compareTexts } from '../pack/order.ts';
import type { Receipt } from '../pack/receipt.ts';
import type { Day } from '../pack/types.ts';
import type { Found, Unusable } from './read.ts';

export type PackColumn = {
  readonly packId: string;
  /** Title of the newest version that any hall has; the id where none is signed. */
  readonly title: string;
  /** Newest version that any hall has. */
  readonly newest: number;
};

export type Cell = { readonly version: number; readonly date: Day | null; readonly isNewest: boolean };

export type KioskRow = Pick<
  Receipt,
  'venueId' | 'venueName' | 'kioskId' | 'at' | 'clockBelieved' | 'appVersion' | 'outcome'
> & {
  /** In the order of the columns; null: this kiosk does not have the pack. */
  readonly cells: readonly (Cell | null)[];
  readonly faults: Receipt['health']['faults'];
};

export type Coverage = {
  /** By pack id, the base pack first. */
  readonly packs: readonly PackColumn[];
  /** One a kiosk, by hall. */
  readonly kiosks: readonly KioskRow[];
  readonly unusable: readonly Unusable[];
};

/** The newest receipt of each kiosk counts; older ones of it are left out without a word. */
export function coverageOf({ receipts, unusable }: Found): Coverage {
  const newest = new Map<string, Receipt>();
  for (const { receipt } of receipts) {
    const known = newest.get(receipt.kioskId);
    // One form and one zone: the order of the texts is that of the times.
    if (known === undefined || known.at < receipt.at) newest.set(receipt.kioskId, receipt);
  }
  const kiosks = [...newest.values()].sort(
    (a, b) => compareTexts(a.venueId, b.venueId) || compareTexts(a.kioskId, b.kioskId),
  );
  const packs = columnsOf(kiosks);
  return { packs, kiosks: kiosks.map((one) => rowOf(one, packs)), unusable };
}

function columnsOf(receipts: readonly Receipt[]): readonly PackColumn[] {
  const columns = new Map<string, PackColumn & { readonly isBase: boolean }>();
  for (const { packId, version, title, kind } of receipts.flatMap((one) => one.packs)) {
    const known = columns.get(packId);
    if (known !== undefined && known.newest >= version) continue;
    columns.set(packId, { packId, title: title ?? packId, newest: version, isBase: kind === 'base' });
  }
  return [...columns.values()]
    .sort((a, b) => Number(b.isBase) - Number(a.isBase) || compareTexts(a.packId, b.packId))
    .map(({ packId, title, newest }) => ({ packId, title, newest }));
}

function rowOf(receipt: Receipt, columns: readonly PackColumn[]): KioskRow {
  const { venueId, venueName, kioskId, at, clockBelieved, appVersion, outcome } = receipt;
  const cells = columns.map(({ packId, newest }): Cell | null => {
    const pack = receipt.packs.find((one) => one.packId === packId);
    return pack === undefined
      ? null
      : { version: pack.version, date: pack.date, isNewest: pack.version === newest };
  });
  const { faults } = receipt.health;
  return { venueId, venueName, kioskId, at, clockBelieved, appVersion, outcome, cells, faults };
}
