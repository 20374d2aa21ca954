/** Photos that come with a table: which file is meant, whether it can be used, what becomes of it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tempFolder, writeFiles } from '../../../helpers/folder.ts';
import { actions, importer, said } from '../../../helpers/importing.ts';
import { jpeg, SMALLEST } from '../../../helpers/pictures.ts';
import { SALMON } from '../../../helpers/workbook.ts';

describe('photos', () => {
  const photo = {
    ...SALMON,
    写真: 'akiaji.jpg',
    写真の説明: '港の鮭',
    '撮影・提供': '釧路市',
    写真の使用: '許可を得た',
  };

  function photos(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = tempFolder();
    writeFiles(folder, files);
    return folder;
  }

  it('get the name of their thing in the pack, whatever they were called', async () => {
    const { write, read, folder } = importer();
    const bytes = await jpeg();
    // Capitals, a folder of its own, and が in two parts as a Mac writes it.
    const made = write({ 特産: [{ ...photo, 写真: 'が.jpg' }] }, photos({ '釧路/か\u3099.JPG': bytes }));
    expect(said(made)).toEqual([]);
    const [row] = read('specialities');
    expect(row?.['picture']).toEqual({
      file: `pictures/${String(row?.['id'])}.jpg`,
      alt: { ja: '港の鮭' },
      credit: '釧路市',
      licence: '許可を得た',
    });
    expect(readFileSync(join(folder, 'pictures', `${String(row?.['id'])}.jpg`)).equals(bytes)).toBe(true);
  });

  it('that are the same change nothing; another one under the old name does', async () => {
    const { write } = importer();
    const first = photos({ 'akiaji.jpg': await jpeg() });
    write({ 特産: [photo] }, first);
    expect(write({ 特産: [photo] }, first).files).toEqual([]);
    expect(write({ 特産: [photo] }).files).toEqual([]);
    const second = write({ 特産: [photo] }, photos({ 'akiaji.jpg': await jpeg(SMALLEST, 7) }));
    expect(actions(second)).toEqual(['changed 秋あじ（釧路市）']);
    expect(second.files.map((file) => file.path)).toEqual([expect.stringMatching(/^pictures\/012068-/)]);
  });

  it('photo-missing: the row is taken without it, and listed', async () => {
    const { write, read } = importer();
    const made = write({ 特産: [photo] }, photos({ 'other.jpg': await jpeg() }));
    expect(said(made)).toEqual([
      '特産 F2「写真」: 「akiaji.jpg」→ 写真のフォルダにこの名前のファイルがありません。名前を確かめてください',
    ]);
    expect(made.problems.map((one) => one.fatal)).toEqual([false]);
    expect(read('specialities')[0]).not.toHaveProperty('picture');
    expect(said(importer().plan({ 特産: [photo] }))[0]).toContain('--photos');
    expect(said(importer().plan({ 特産: [{ ...photo, 写真: '' }] }))[0]).toContain(
      '写真の説明だけがあります',
    );
  });

  it('photo-unusable: too small, cut off, no picture at all', async () => {
    const cases = {
      'small.jpg': await jpeg({ width: 300, height: 200 }),
      'cut.jpg': (await jpeg()).subarray(0, 2000),
      'text.jpg': 'x',
      'none.jpg': '',
    };
    const folder = photos(cases);
    const made = importer().plan(
      { 特産: Object.keys(cases).map((name) => ({ ...photo, 名前: name, 写真: name })) },
      folder,
    );
    expect(made.problems.map((one) => one.id)).toEqual(Object.keys(cases).map(() => 'photo-unusable'));
    expect(actions(made)).toHaveLength(4);
  });

  it('go with their thing when it is taken out, and when another kind of file takes their place', async () => {
    const { write, folder } = importer();
    write({ 特産: [photo] }, photos({ 'akiaji.jpg': await jpeg() }));
    const gone = write({ 特産: [{ ...SALMON, けす: 'けす' }] });
    expect(gone.files.map(({ path, content }) => [path.replace(/-.*/, ''), content === null])).toEqual([
      ['specialities.yaml', false],
      ['pictures/012068', true],
    ]);
    expect(() => readFileSync(join(folder, gone.files[1]?.path ?? ''))).toThrow();
  });
});
