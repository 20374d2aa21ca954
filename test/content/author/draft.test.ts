import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startDraft } from '../../../content/author/draft.ts';
import { DatabaseSync } from '../../../content/sqlite.ts';
import { tempFolder } from '../../helpers/folder.ts';

const newPath = (): string => join(tempFolder(), 'draft.sqlite');

/** A finished draft with some regions in it. */
function draftOf(...regions: readonly string[]): string {
  const path = newPath();
  const draft = startDraft(path);
  regions.forEach((region_id, position) => draft.insert('region', { region_id, position }));
  draft.finish();
  return path;
}

describe('startDraft', () => {
  it('writes the rows and leaves one file, without a journal', () => {
    const path = draftOf('kanto', 'tohoku');
    const database = new DatabaseSync(path, { readOnly: true });
    expect(database.prepare('SELECT region_id AS id FROM region ORDER BY position').all()).toEqual([
      { id: 'kanto' },
      { id: 'tohoku' },
    ]);
    database.close();
    expect(readdirSync(dirname(path))).toEqual(['draft.sqlite']);
  });

  it('gives the same bytes for the same rows, and others for others', () => {
    const bytes = readFileSync(draftOf('kanto'));
    expect(readFileSync(draftOf('kanto')).equals(bytes)).toBe(true);
    expect(readFileSync(draftOf('tohoku')).equals(bytes)).toBe(false);
  });

  it('leaves no trace of what VACUUM removed', () => {
    expect(readFileSync(draftOf('kanto')).includes('tohoku')).toBe(false);
  });

  it('refuses a row that refers to nothing', () => {
    const draft = startDraft(newPath());
    draft.insert('link', { link_id: 'l', type: 'exchange', all_wards: 0, online: 0, position: 0 });
    draft.insert('link_ward', { link_id: 'nowhere', ward_id: '131016' });
    expect(() => draft.finish()).toThrow('dangling references');
    draft.abandon();
  });

  it('takes references that point forward', () => {
    const draft = startDraft(newPath());
    draft.insert('link_ward', { link_id: 'l', ward_id: '131016' });
    draft.insert('link', { link_id: 'l', type: 'exchange', all_wards: 0, online: 0, position: 0 });
    expect(() => draft.finish()).not.toThrow();
  });

  it.each([
    ['a column of another type', { region_id: 'kanto', position: 'first' }],
    ['a missing column', { region_id: 'kanto' }],
    ['an unknown column', { region_id: 'kanto', position: 0, extra: 1 }],
  ])('refuses %s', (_what, row) => {
    const draft = startDraft(newPath());
    expect(() => draft.insert('region', row)).toThrow();
    draft.abandon();
  });

  it('refuses the same key twice', () => {
    expect(() => draftOf('kanto', 'kanto')).toThrow(/UNIQUE/);
  });
});
