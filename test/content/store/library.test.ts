/** The active set as a whole: a broken part is left out and named, and without a base there is nothing. */
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LIBRARY_FILE } from '../../../content/pack/library.ts';
import { formatPreviewLibrary } from '../../../content/pack/preview.ts';
import { readIssues } from '../../../content/store/articles.ts';
import { readExhibitions } from '../../../content/store/exhibitions.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { changeBytes, copyData, fileOf } from '../../helpers/damage.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildData, openGood, readManifest, writeManifest } from '../../helpers/library.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';

const GOOD = buildData(writeSource(SMALL));
const HERE = { venueId: 'hall', today: '2020-06-01' };

/** Codes and subjects of the faults for which a folder has no library. */
function refusalsOf(dataDir: string): readonly string[] {
  const opened = openLibrary(dataDir);
  if (opened.ok) opened.library.close();
  return opened.ok ? [] : opened.faults.map(({ code, subject }) => `${code} ${subject}`.trim());
}

describe('openLibrary', () => {
  it('gives base first, then packs by id, whatever the order of the active set', () => {
    const copy = copyData(GOOD);
    writeManifest(copy, { packs: [...readManifest(copy).packs].reverse() });
    expect(openGood(copy).packs.map((pack) => pack.packId)).toEqual(['base', 'news-1', 'show']);
  });

  it('knows the newest date of all packs', () => {
    expect(openGood(GOOD).newestDate).toBe('2020-03-01');
  });

  it('leaves a broken exhibition out, names it and shows the rest', () => {
    const copy = copyData(GOOD);
    changeBytes(copy, 'show', (bytes) => bytes.fill(0xff, 9000, 9100));
    const library = openGood(copy);
    expect(library.faults.map(({ code, subject }) => [code, subject])).toEqual([['pack-altered', 'show']]);
    expect(readExhibitions(library, 'ja', HERE)).toEqual([]);
    expect(readIssues(library, 'ja').map((issue) => issue.id)).toEqual(['news-1']);
  });

  it('opens again what was mended', () => {
    const copy = copyData(GOOD);
    rmSync(fileOf(copy, 'show'));
    expect(openGood(copy).faults).toHaveLength(1);
    rmSync(copy, { recursive: true });
    expect(refusalsOf(copy)).toEqual(['library-missing']);
  });

  it('never throws for what lies on the disk', () => {
    const file = join(tempFolder(), 'file');
    writeFileSync(file, '');
    expect(refusalsOf(file)).toEqual(['library-missing']);
    expect(refusalsOf(join(file, 'below'))).toEqual(['library-missing']);
    expect(refusalsOf('')).toEqual(['library-missing']);
  });
});

describe('no library', () => {
  it('library-missing: a data folder without library.json', () => {
    expect(refusalsOf(tempFolder())).toEqual(['library-missing']);
  });

  it('library-preview: the data folder of a preview, which only a preview opens', () => {
    const copy = copyData(GOOD);
    writeFileSync(join(copy, LIBRARY_FILE), formatPreviewLibrary(readManifest(GOOD)));
    expect(refusalsOf(copy)).toEqual(['library-preview']);
    const preview = openLibrary(copy, 'preview');
    expect(preview.ok).toBe(true);
    if (preview.ok) preview.library.close();
    expect(openLibrary(GOOD, 'preview')).toMatchObject({ faults: [{ code: 'library-unreadable' }] });
  });

  it('library-unreadable: a library.json cut off anywhere, empty, or full of something else', () => {
    const copy = copyData(GOOD);
    for (const length of [0, 1, 50, 200]) {
      writeFileSync(join(copy, LIBRARY_FILE), JSON.stringify(readManifest(GOOD)).slice(0, length));
      expect(refusalsOf(copy), `${length} characters`).toEqual(['library-unreadable']);
    }
    writeFileSync(join(copy, LIBRARY_FILE), Buffer.alloc(1000));
    expect(refusalsOf(copy)).toEqual(['library-unreadable']);
  });

  it('library-without-base: an empty active set, and one of exhibitions alone', () => {
    const copy = copyData(GOOD);
    const { packs } = readManifest(copy);
    writeManifest(copy, { packs: [] });
    expect(refusalsOf(copy)).toEqual(['library-without-base']);
    writeManifest(copy, { packs: packs.filter((pack) => pack.kind !== 'base') });
    expect(refusalsOf(copy)).toEqual(['library-without-base']);
  });

  it('library-without-base: is said beside the fault of the base, or of any other pack', () => {
    const copy = copyData(GOOD);
    truncateSync(fileOf(copy, 'base'), 5000);
    expect(refusalsOf(copy)).toEqual(['pack-damaged base', 'library-without-base']);
    truncateSync(fileOf(copy, 'show'), 5000);
    writeManifest(copy, { packs: readManifest(copy).packs.filter((pack) => pack.kind !== 'base') });
    expect(refusalsOf(copy)).toEqual(['pack-damaged show', 'library-without-base']);
  });

  it('says nothing of the machine it runs on', () => {
    const copy = copyData(GOOD);
    rmSync(fileOf(copy, 'base'));
    const opened = openLibrary(copy);
    expect(opened.ok).toBe(false);
    expect(JSON.stringify(opened)).not.toContain(copy);
  });
});
