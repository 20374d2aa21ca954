import { describe, expect, it } from 'vitest';
import { readMediaType } from '../../../content/store/media.ts';
import { readVenue, readVenues, venueName } from '../../../content/store/venues.ts';
import { libraryOf } from '../../helpers/library.ts';
import { SMALL_BASE } from '../../helpers/source.ts';

const library = libraryOf(SMALL_BASE);

describe('readVenues', () => {
  it('lists venues in the order of the source, with their ward and whether a kiosk may stand there', () => {
    expect(readVenues(library, 'ja')).toEqual([
      { id: 'hall', name: 'ホール', wardCode: null, isHall: true },
      { id: 'arakawa', name: '荒川区役所', wardCode: '131181', isHall: true },
    ]);
  });
});

describe('readVenue and venueName', () => {
  it('know a venue by its id, in the visitor’s language', () => {
    expect(readVenue(library, 'en', 'arakawa')?.name).toBe('Arakawa');
    expect(readVenue(library, 'ja', 'nowhere')).toBeNull();
  });

  it('give the id itself where nobody knows the name, so that nothing is blank', () => {
    expect(venueName(library, 'ja', 'nowhere')).toBe('nowhere');
  });
});

describe('readMediaType', () => {
  it('is null for a blob that no pack names: it is not served at all', () => {
    expect(readMediaType(library, 'a'.repeat(64))).toBeNull();
  });
});
