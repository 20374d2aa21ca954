/** Halls and other venues. */
import type { Lang } from '../pack/lang.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';

export type Venue = {
  readonly id: string;
  readonly name: string;
  /** Ward of the hall; its partner towns come first. Null where the hall belongs to all. */
  readonly wardCode: string | null;
  /** A kiosk may stand here. */
  readonly isHall: boolean;
};

/** @returns in the source's order */
export function readVenues(library: Library, lang: Lang): readonly Venue[] {
  const rows = library.all<{
    readonly id: string;
    readonly name: string;
    readonly ward: string | null;
    readonly hall: number;
  }>(
    `SELECT t.venue_id AS id, coalesce(want.name, ja.name) AS name, t.ward_id AS ward, t.is_hall AS hall
       FROM venue AS t ${wordsJoin('venue', 't.venue_id')}
      ORDER BY t.position`,
    { lang },
  );
  return rows.map((row) => ({ id: row.id, name: row.name, wardCode: row.ward, isHall: row.hall === 1 }));
}

export function readVenue(library: Library, lang: Lang, id: string): Venue | null {
  return readVenues(library, lang).find((venue) => venue.id === id) ?? null;
}

/** Name of a venue, or its id where the base pack does not know it. */
export function venueName(library: Library, lang: Lang, id: string): string {
  return readVenue(library, lang, id)?.name ?? id;
}
