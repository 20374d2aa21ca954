/**
 * The sheets of the workbook, in order. Both the template and the importer are made from this list, so
 * that what is asked and what is read cannot drift apart.
 */
import type { SheetKind } from './kind.ts';
import { casesSheet } from './kinds/cases.ts';
import { eventsSheet } from './kinds/events.ts';
import { facilitiesSheet, OFFERS } from './kinds/sharing.ts';
import { FESTIVALS, LIVING, SPECIALITIES } from './kinds/things.ts';
import { CONTACTS, TOWNS } from './kinds/towns.ts';

/** What depends on the base: the names of its fields. */
export type SheetOptions = { readonly wards: readonly string[]; readonly fieldNames: readonly string[] };

/** Every sheet that is filled in, in the order of the workbook. */
export function makeSheets({ wards, fieldNames }: SheetOptions): readonly SheetKind[] {
  return [
    TOWNS,
    CONTACTS,
    SPECIALITIES,
    FESTIVALS,
    LIVING,
    casesSheet(wards, fieldNames),
    eventsSheet(wards),
    facilitiesSheet(wards),
    OFFERS,
  ];
}
