/** The packs that the scale curves are measured on are packs a kiosk opens. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeBase } from '../../../build/bench/scale/base.ts';
import { readMap } from '../../../content/store/home.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { search } from '../../../content/store/search.ts';
import { tempFolder } from '../../helpers/folder.ts';

describe('writeBase', () => {
  it('makes a data folder with as many towns and records as asked for, more than there are in Japan too', () => {
    const { dataDir, titles } = writeBase(join(tempFolder(), 'data'), { towns: 2_000, records: 20 }, 3);
    const opened = openLibrary(dataDir);
    if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
    const { library } = opened;
    expect(library.faults).toEqual([]);
    expect(readMap(library, 'ja', { venueId: 'x', today: '2026-04-01' }).points).toHaveLength(2_000);
    expect(titles).toHaveLength(20);
    expect(search(library, 'ja', titles[0]?.slice(0, 3) ?? '', 20, null).hits.length).toBeGreaterThan(0);
    library.close();
  });
});
