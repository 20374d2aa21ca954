/** Packs that were made by the first release of FORMAT 1 are read whole by this one. They are never made anew. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blobPath } from '../../../content/pack/library.ts';
import { PackRefused } from '../../../content/pack/refusal.ts';
import { FORMAT, TABLES } from '../../../content/pack/schema.ts';
import { readAbout, readPacks } from '../../../content/store/about.ts';
import { readArticle, readArticles, readIssues } from '../../../content/store/articles.ts';
import { readBlobs } from '../../../content/store/blobs.ts';
import { readCalendar } from '../../../content/store/calendar.ts';
import { caseFacets } from '../../../content/store/case-facets.ts';
import { readCases } from '../../../content/store/cases.ts';
import { readEvents } from '../../../content/store/events.ts';
import { readExchangeCase } from '../../../content/store/exchange-cases.ts';
import { readExhibition, readExhibitions } from '../../../content/store/exhibitions.ts';
import { readFacilities } from '../../../content/store/facilities.ts';
import { readAssociations, readGroup } from '../../../content/store/groups.ts';
import { readHome, readMap } from '../../../content/store/home.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { readLinks } from '../../../content/store/links.ts';
import { readMediaType } from '../../../content/store/media.ts';
import { readMatchedOffers, readOffers } from '../../../content/store/offers.ts';
import { openPack } from '../../../content/store/open.ts';
import { readMarked } from '../../../content/store/ruby.ts';
import { search } from '../../../content/store/search.ts';
import { suggest } from '../../../content/store/suggest.ts';
import { readTown, readWard, readWards } from '../../../content/store/towns.ts';
import { readVenues } from '../../../content/store/venues.ts';
import { changeBytes, entryOf, rehash } from '../../helpers/damage.ts';
import { frozen } from '../../helpers/frozen.ts';
import { openGood } from '../../helpers/library.ts';

/** What opening the pack `show` of this FORMAT says. */
function refusalOf(format: number): string {
  const folder = frozen(1);
  changeBytes(folder, 'show', (bytes) => {
    // https://sqlite.org/fileformat2.html#the_database_header: 60 is the user version.
    bytes.writeUInt32BE(format, 60);
    return bytes;
  });
  rehash(folder, 'show');
  try {
    openPack(folder, entryOf(folder, 'show')).close();
    return 'opened';
  } catch (error) {
    if (!(error instanceof PackRefused)) throw error;
    return error.fault.code;
  }
}

const DATA = frozen(1);
const library = openGood(DATA);
const HERE = { today: '2020-11-10', venueId: 'arakawa' } as const;
const ALL = { by: 'all' } as const;

describe('the frozen packs of FORMAT 1', () => {
  it('open without a fault', () => {
    expect(library.faults).toEqual([]);
    expect(library.packs.map(({ packId }) => packId)).toEqual(['base', 'news-1', 'show']);
  });

  it('have a row in every table, and all can be read', () => {
    const tables = TABLES.filter(({ sql }) => sql.startsWith('CREATE TABLE')).map(({ name }) => name);
    const empty = tables.filter((name) => library.all(`SELECT * FROM ${name}`).length === 0);
    expect(empty).toEqual([]);
  });

  it('have every file that they name, byte for byte', () => {
    const blobs = library.packs.flatMap(readBlobs);
    expect(blobs.length).toBeGreaterThan(5);
    for (const { sha256 } of blobs) {
      const bytes = readFileSync(join(DATA, blobPath(sha256)));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(readMediaType(library, sha256)).toMatch(/^(image|video)\//);
    }
  });

  it.each<[string, () => unknown]>([
    ['readAbout', () => readAbout(library, 'ja')],
    ['readPacks', () => readPacks(library, 'ja')],
    ['readIssues', () => readIssues(library, 'ja')],
    ['readArticles', () => readArticles(library, 'ja', ALL)],
    ['readArticle', () => readArticle(library, 'en', 'news-1-one')],
    ['readCalendar', () => readCalendar(library, 'ja', 'month', HERE.today).events],
    ['caseFacets', () => caseFacets(library)],
    ['readCases', () => readCases(library, 'ja', HERE, null)],
    ['readExchangeCase', () => readExchangeCase(library, 'ja', HERE, 'market')],
    ['readEvents', () => readEvents(library, 'ja', ALL)],
    ['readExhibitions', () => readExhibitions(library, 'ja', HERE)],
    ['readExhibition', () => readExhibition(library, 'ja', HERE, 'show')?.chapters[0]?.blocks],
    ['readFacilities', () => readFacilities(library, 'ja', null)],
    ['readAssociations', () => readAssociations(library, 'ja')],
    ['readGroup', () => readGroup(library, 'ja', 'area', 'kushiro')],
    ['readHome', () => readHome(library, 'ja', HERE)],
    ['readMap', () => readMap(library, 'ja', HERE)],
    ['readLinks', () => readLinks(library, 'ja', ALL)],
    ['readOffers', () => readOffers(library, 'ja', HERE, null)],
    ['readMatchedOffers', () => readMatchedOffers(library, 'ja', HERE, null)],
    ['readMarked', () => Object.keys(readMarked(library, ['霧のまち。']))],
    ['suggest', () => suggest(library, 'ja', 'くし')],
    ['readTown', () => readTown(library, 'ja', HERE, '012068')],
    ['readWard', () => readWard(library, 'ja', HERE, '131181')],
    ['readWards', () => readWards(library, 'ja')],
    ['readVenues', () => readVenues(library, 'ja')],
  ])('are read by %s', (_name, read) => {
    const value = read();
    expect(value).toBeTruthy();
    if (Array.isArray(value)) expect(value.length).toBeGreaterThan(0);
  });

  it('are searched by kanji, kana and romaji', () => {
    for (const text of ['釧路', 'くしろ', 'kushiro', '鮭']) {
      expect([text, search(library, 'ja', text, 10).total]).not.toEqual([text, 0]);
    }
  });

  it('keep their words as they were', () => {
    expect(readTown(library, 'en', HERE, '012068')).toMatchObject({ headline: 'A town in the mist.' });
  });
});

describe('another FORMAT', () => {
  it('pack-too-old: FORMAT 0', () => expect(refusalOf(0)).toBe('pack-too-old'));
  it('pack-too-new: a FORMAT of a later program', () => expect(refusalOf(FORMAT + 1)).toBe('pack-too-new'));
  it('pack-wrong-schema: FORMAT 2, which only a notice has', () =>
    expect(refusalOf(2)).toBe('pack-wrong-schema'));
  it('does not keep the other packs from being read', () => {
    const folder = frozen(1);
    changeBytes(folder, 'show', (bytes) => void bytes.writeUInt32BE(FORMAT + 1, 60));
    rehash(folder, 'show');
    const opened = openLibrary(folder);
    if (!opened.ok) throw new Error('the base was not read');
    expect(opened.library.faults.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
      'pack-too-new show',
    ]);
    opened.library.close();
  });
});
