/** From the cells of a town to the files of a source: what is taken, what is refused and how it is said. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { commitFiles } from '../../../../content/author/import/commit.ts';
import { type ImportPlan, planImport } from '../../../../content/author/import/import.ts';
import { makeLeftover } from '../../../../content/author/import/leftover.ts';
import { openPhotos } from '../../../../content/author/import/photos.ts';
import { formatImportProblem, IMPORT_PROBLEMS } from '../../../../content/author/import/problem.ts';
import { describePlan } from '../../../../content/author/import/words.ts';
import { parseList } from '../../../../content/author/import/yaml-list.ts';
import { readSource } from '../../../../content/author/source.ts';
import { parseCsv } from '../../../../content/author/table/csv.ts';
import { type CellValue, isBlank, type Sheet } from '../../../../content/author/table/sheet.ts';
import { tempFolder, writeFiles } from '../../../helpers/folder.ts';
import { jpeg, SMALLEST } from '../../../helpers/pictures.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { type Files, SMALL_BASE, writeSource } from '../../../helpers/source.ts';
import { type Filled, SALMON, tableOf } from '../../../helpers/workbook.ts';

const gazetteer = loadGazetteer(GAZETTEER);

type Input = Readonly<Record<string, readonly Filled[] | Sheet['rows']>>;

function sheetsOf(input: Input): readonly Sheet[] {
  return Object.entries(input).map(([name, rows]) => ({
    name,
    rows: Array.isArray(rows[0]) ? (rows as Sheet['rows']) : tableOf(rows as readonly Filled[]),
  }));
}

/** A source, and ways to import into it. */
function source(files: Files = SMALL_BASE) {
  const root = writeSource(files);
  const folder = join(root, 'base');
  const plan = (input: Input, photos: string | null = null): ImportPlan => {
    const { base } = readSource(root, () => undefined);
    if (!base) throw new Error('no base');
    return planImport({ sheets: sheetsOf(input), base, folder, gazetteer, photos: photos === null ? null : openPhotos(photos) });
  };
  const write = (input: Input, photos: string | null = null): ImportPlan => {
    const made = plan(input, photos);
    commitFiles(folder, made.files);
    return made;
  };
  const read = (file: string) => parseList(readFileSync(join(folder, `${file}.yaml`), 'utf8'));
  return { root, folder, plan, write, read };
}

/** Problems as staff read them. */
function said({ problems }: ImportPlan): readonly string[] {
  return problems.map(formatImportProblem);
}

function actions({ sheets }: ImportPlan): readonly string[] {
  return sheets.flatMap(({ changes }) => changes.map(({ action, name }) => `${action} ${name}`));
}

describe('a sheet as the workbook has it', () => {
  it('becomes a thing of the source with an id, in Japanese and in the languages given', () => {
    const { write, read } = source();
    const row = { ...SALMON, よみ: 'アキアジ', '説明（英語）': 'Salmon.', '名前（中国語）': '秋鲑', 旬: '９月〜１１月', URL: 'https://www.example.lg.jp/' };
    expect(actions(write({ 特産: [row] }))).toEqual(['added 秋あじ（釧路市）']);
    expect(read('specialities')).toEqual([
      {
        id: expect.stringMatching(/^012068-[0-9a-f]{8}$/),
        town: '012068 釧路市',
        kind: 'food',
        name: { ja: '秋あじ', 'zh-Hans': '秋鲑' },
        kana: 'あきあじ',
        summary: { ja: '秋に港へ上がる鮭です。', en: 'Salmon.' },
        months: [9, 10, 11],
        url: 'https://www.example.lg.jp/',
        asOf: '2026-08-01',
      },
    ]);
  });

  it('gives a source that check accepts', () => {
    const { root, write } = source();
    write({
      特産: [SALMON],
      連絡先: [{ 自治体: '釧路市', 用件: '観光', 窓口: '観光課', 電話: '0154-00-0000', いつの情報: '2026/8/1' }],
      まち: [{ 自治体: '釧路市', 見出し: '霧のまち。', しょうかい1: '朝市がある。' }],
      催し: [{ 名前: '市', 種類: '物産展', 状態: '日にち未定', 内容: '市です。' }],
      できること・してほしいこと: [
        { 自治体: '荒川区', どちら: '求む', 題名: '食材', 説明: '探しています。', テーマ1: '給食', いつの情報: '2026/8/1' },
      ],
    });
    expect(check(root, GAZETTEER).problems).toEqual([]);
  });

  it('is the same when it is imported again, and writes nothing then', () => {
    const { plan, write } = source();
    write({ 特産: [SALMON], まち: [{ 自治体: '釧路市', 見出し: '霧のまち。', しょうかい1: '朝市がある。' }] });
    const again = plan({ 特産: [SALMON], まち: [{ 自治体: '釧路市', 見出し: '霧のまち。', しょうかい1: '朝市がある。' }] });
    expect(actions(again)).toEqual(['same 秋あじ（釧路市）', 'same 釧路市']);
    expect(again.files).toEqual([]);
  });

  it('changes only what the row says, and says which fields', () => {
    const { write, read } = source();
    write({ 特産: [{ ...SALMON, 旬: '9月', 買えるところ: '港' }] });
    const changed = write({ 特産: [{ ...SALMON, 種類: 'お菓子', 旬: '' , 買えるところ: 'なし' }] });
    expect(describePlan(changed)).toEqual([
      '■ 特産: 追加 0件、変更 1件、同じ 0件',
      '  ～ 秋あじ（釧路市）',
      '      種類: 「食べもの」 → 「お菓子」',
      '      買えるところ: 「港」 を消します',
    ]);
    // An empty cell says nothing; 「なし」 takes away.
    expect(read('specialities')[0]).toMatchObject({ kind: 'sweet', months: [9] });
    expect(read('specialities')[0]).not.toHaveProperty('place');
  });

  it('drops a translation of words that are no longer there, unless a new one comes with them', () => {
    const { write, read } = source();
    write({ 特産: [{ ...SALMON, '説明（英語）': 'Old.', '説明（やさしい日本語）': 'むかし' }] });
    const plan = write({ 特産: [{ ...SALMON, 説明: '新しい説明です。', '説明（英語）': 'New.' }] });
    expect(read('specialities')[0]?.['summary']).toEqual({ ja: '新しい説明です。', en: 'New.' });
    expect(describePlan(plan).join('\n')).toContain('説明（やさしい日本語）: 「むかし」 を消します');
  });

  it('takes a thing out where けす stands, and needs only to know which', () => {
    const { write, read } = source();
    write({ 特産: [SALMON, { ...SALMON, 名前: 'さんま' }] });
    const plan = write({ 特産: [{ 自治体: '釧路市', 名前: '秋あじ', 種類: '', 説明: '', いつの情報: '', けす: 'けす' }] });
    expect(actions(plan)).toEqual(['removed 秋あじ（釧路市）']);
    expect(read('specialities').map((row) => row['name'])).toEqual([{ ja: 'さんま' }]);
  });

  it('knows an event again when it gets its day, and one of another year as another', () => {
    const { write, read } = source();
    const event = { 名前: '秋の市', 種類: '物産展', 状態: '日にち未定', 内容: '市です。' };
    write({ 催し: [event] });
    write({ 催し: [{ ...event, 状態: '開催予定', 日にち: '2026年11月13日〜15日' }] });
    write({ 催し: [{ ...event, 状態: '開催予定', 日にち: '2026年11月14日' }] });
    write({ 催し: [{ ...event, 状態: '開催予定', 日にち: '2027年11月13日' }] });
    expect(read('events').map(({ start, end }) => [start, end])).toEqual([
      ['2026-11-14', undefined],
      ['2027-11-13', undefined],
    ]);
  });
});

describe('a table as towns send it', () => {
  it('is found under titles, with columns in another order, other names and columns of its own', () => {
    const { plan } = source();
    const rows = [
      ['令和8年度 特産品調査票', null, null, null, null, null],
      [null, '（提出先: 企画課）', null, null, null, null],
      ['No.', '品名（必須）', '市区町村名', '分類', '説明文', '担当者名', '時点'],
      [1, '秋あじ', '釧路市', '水産物', '鮭です。', '佐藤', new Date('2026-08-01T00:00:00Z')],
      [2, null, null, null, null, null, null],
    ];
    const made = plan({ 'Sheet1': rows });
    expect(said(made)).toEqual([]);
    expect(actions(made)).toEqual(['added 秋あじ（釧路市）']);
    expect(made.notices).toEqual([
      'シート「Sheet1」の F3「担当者名」 の列は読みませんでした。個人の名前は載せません。',
    ]);
  });

  it('may have headings over two rows and several tables beneath one another', () => {
    const { plan } = source();
    const rows = [
      ['自治体', '用件', '窓口', null, 'いつの情報'],
      [null, null, null, '電話', null],
      ['釧路市', '観光', '観光課', '0154-00-0000', '2026/8/1'],
      [],
      ['自治体', '種類', '名前', '説明', 'いつの情報'],
      ['釧路市', '食べもの', '秋あじ', '鮭です。', '2026/8/1'],
    ];
    const made = plan({ まとめ: rows });
    expect(made.sheets.map(({ kind, changes }) => `${kind.title} ${changes.length}`)).toEqual(['連絡先 1', '特産 1']);
    expect(said(made)).toEqual([
    ]);
  });

  it('takes town and day from the first sheet where a row leaves them open', () => {
    const { write, read } = source();
    const { 自治体: _town, いつの情報: _day, ...rest } = SALMON;
    write({ 書きかた: [['自治体', '釧路市'], ['記入日', '令和8年8月1日']], 特産: [rest] });
    expect(read('specialities')[0]).toMatchObject({ town: '012068 釧路市', asOf: '2026-08-01' });
  });

  it('says when the day of the first sheet cannot be read', () => {
    expect(said(source().plan({ 書きかた: [['記入日', 'きょう']], 特産: [SALMON] }))).toEqual([
      '書きかた B1「記入日」: 「きょう」→ 「2026年8月1日」の形で書いてください',
    ]);
  });

  it('takes the prefecture from a column of its own', () => {
    const { plan } = source();
    expect(actions(plan({ 特産: [{ ...SALMON, 都道府県: '広島県', 自治体: '府中市' }] }))).toEqual(['added 秋あじ（府中市）']);
  });

  it('leaves sheets that are no tables alone and says so', () => {
    const { plan } = source();
    const made = plan({ メモ: [['あとで電話する']], 空: [[null]], 特産: [SALMON] });
    expect(made.notices).toEqual(['シート「メモ」は読みませんでした。見出しの行が見つかりません。']);
  });
});

describe('a row that cannot be taken', () => {
  it.each([
    ['cell-missing', [{ ...SALMON, 名前: '' }], '特産 C2「名前」: 書いてください（例: 秋あじ（秋鮭））'],
    ['cell-wrong', [{ ...SALMON, 種類: 'うまい' }], '特産 B2「種類」: 「うまい」→ 次のどれかを選んでください: 食べもの、お菓子、飲みもの、工芸・手仕事、その他'],
    ['cell-wrong', [{ ...SALMON, 自治体: '府中市' }], '特産 A2「自治体」: 「府中市」→ 「府中市」は2つあります（東京都府中市、広島県府中市）。このどれかの形で書いてください'],
    ['row-twice', [SALMON, { ...SALMON, 説明: 'べつの説明。' }], '特産 3行目: 2行目と同じものです。どちらかの行を消してください'],
    ['row-unknown', [{ ...SALMON, けす: 'けす' }], '特産 F2「けす」: 「けす」とありますが、この名前のものはありません'],
  ])('%s', (id, rows, words) => {
    const made = source().plan({ 特産: rows });
    expect([made.problems.map((one) => one.id), said(made)]).toEqual([[id], [words]]);
  });

  it('row-outside: something stands where there is no heading', () => {
    const made = source().plan({ 特産: [...tableOf([SALMON]), [null, null, null, null, null, null, 'ここを見て']] });
    expect(said(made)).toEqual([
      '特産 G3: 「ここを見て」→ 見出しのない列にだけ書かれています。見出しのある列に書いてください',
    ]);
  });

  it('row-example: somebody wrote over the example and left its mark', () => {
    const [headings = [], row = []] = tableOf([SALMON]);
    const made = source().plan({ 特産: [['', ...headings], ['例', ...row]] });
    expect(said(made)).toEqual(['特産 2行目: 「例」の行は読みこみません。載せるときは、左はしの「例」を消してください']);
  });

  it('heading-missing: every row of the sheet is listed', () => {
    const { 名前: _name, ...rest } = SALMON;
    const made = source().plan({ 特産: [rest, rest] });
    expect(said(made)).toEqual(['特産 1行目「名前」: 見出し「名前」の列がありません。列を作って書いてください']);
    expect(parseCsv((makeLeftover(made) ?? '').slice(1)).rows.filter(([sheet]) => sheet === '特産')).toHaveLength(2);
  });

  it('does not keep the good rows out', () => {
    const { write, read } = source();
    const made = write({ 特産: [{ ...SALMON, 種類: 'うまい' }, SALMON, { ...SALMON, 名前: '' }] });
    expect(made.problems).toHaveLength(2);
    expect(read('specialities')).toHaveLength(1);
  });

  it('stands in the list for Excel as it was, with the reason last', () => {
    const made = source().plan({ 特産: [{ ...SALMON, 種類: 'うまい' }, SALMON] });
    const text = makeLeftover(made) ?? '';
    expect(text.startsWith('\ufeff')).toBe(true);
    const { rows } = parseCsv(text.slice(1));
    expect(rows.slice(0, 2)).toEqual([
      ['シート', '行', ...Object.keys(SALMON), '直すところ'],
      ['特産', '2', '北海道釧路市', 'うまい', '秋あじ', '秋に港へ上がる鮭です。', '2026年8月1日', expect.stringContaining('B2「種類」: 「うまい」→')],
    ]);
    expect(makeLeftover(source().plan({ 特産: [SALMON] }))).toBeNull();
  });

  it('can be put right in that list and imported from there', () => {
    const { plan } = source();
    const { 自治体: _town, いつの情報: _day, ...rest } = SALMON;
    const guide = [['自治体', '釧路市'], ['記入日', '2026/8/1']];
    const text = makeLeftover(plan({ 書きかた: guide, 特産: [{ ...rest, 種類: 'うまい', 自治体: '', いつの情報: '' }] })) ?? '';
    const fixed = parseCsv(text.slice(1).replace(',うまい,', ',食べもの,')).rows;
    expect(actions(plan({ 直すところ: fixed }))).toEqual(['added 秋あじ（釧路市）']);
  });

  it('every kind of problem has a test here', () => {
    const tests = readFileSync(new URL(import.meta.url), 'utf8');
    expect(IMPORT_PROBLEMS.filter((id) => !tests.includes(`'${id}`) && !tests.includes(`${id}:`))).toEqual([]);
  });
});

describe('photos', () => {
  const photo = { ...SALMON, 写真: 'akiaji.jpg', 写真の説明: '港の鮭', '撮影・提供': '釧路市', 写真の使用: '許可を得た' };

  function photos(files: Readonly<Record<string, string | Uint8Array>>): string {
    const folder = tempFolder();
    writeFiles(folder, files);
    return folder;
  }

  it('get the name of their thing in the pack, whatever they were called', async () => {
    const { write, read, folder } = source();
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
    const { write } = source();
    const first = photos({ 'akiaji.jpg': await jpeg() });
    write({ 特産: [photo] }, first);
    expect(write({ 特産: [photo] }, first).files).toEqual([]);
    expect(write({ 特産: [photo] }).files).toEqual([]);
    const second = write({ 特産: [photo] }, photos({ 'akiaji.jpg': await jpeg(SMALLEST, 7) }));
    expect(actions(second)).toEqual(['changed 秋あじ（釧路市）']);
    expect(second.files.map((file) => file.path)).toEqual([expect.stringMatching(/^pictures\/012068-/)]);
  });

  it('photo-missing: the row is taken without it, and listed', async () => {
    const { write, read } = source();
    const made = write({ 特産: [photo] }, photos({ 'other.jpg': await jpeg() }));
    expect(said(made)).toEqual([
      '特産 F2「写真」: 「akiaji.jpg」→ 写真のフォルダにこの名前のファイルがありません。名前を確かめてください',
    ]);
    expect(made.problems.map((one) => one.fatal)).toEqual([false]);
    expect(read('specialities')[0]).not.toHaveProperty('picture');
    expect(said(source().plan({ 特産: [photo] }))[0]).toContain('--photos');
    expect(said(source().plan({ 特産: [{ ...photo, 写真: '' }] }))[0]).toContain('写真の説明だけがあります');
  });

  it('photo-unusable: too small, cut off, no picture at all', async () => {
    const cases = { 'small.jpg': await jpeg({ width: 300, height: 200 }), 'cut.jpg': (await jpeg()).subarray(0, 2000), 'text.jpg': 'x', 'none.jpg': '' };
    const folder = photos(cases);
    const made = source().plan({ 特産: Object.keys(cases).map((name) => ({ ...photo, 名前: name, 写真: name })) }, folder);
    expect(made.problems.map((one) => one.id)).toEqual(Object.keys(cases).map(() => 'photo-unusable'));
    expect(actions(made)).toHaveLength(4);
  });

  it('go with their thing when it is taken out, and when another kind of file takes their place', async () => {
    const { write, folder } = source();
    write({ 特産: [photo] }, photos({ 'akiaji.jpg': await jpeg() }));
    const gone = write({ 特産: [{ ...SALMON, けす: 'けす' }] });
    expect(gone.files.map(({ path, content }) => [path.replace(/-.*/, ''), content === null])).toEqual([
      ['specialities.yaml', false],
      ['pictures/012068', true],
    ]);
    expect(() => readFileSync(join(folder, gone.files[1]?.path ?? ''))).toThrow();
  });
});

describe('whatever stands in the cells', () => {
  const cell: fc.Arbitrary<CellValue> = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'binary', maxLength: 10 }),
    fc.double(),
    fc.boolean(),
    fc.date(),
    fc.constantFrom('釧路市', '食べもの', '2026/8/1', '例', 'なし', 'けす', '名前', '自治体'),
  );
  const headings = ['自治体', '種類', '名前', '説明', 'いつの情報', '旬', 'URL', '写真', 'けす'];

  it('never crashes, and every row that says something is taken, listed or an example', () => {
    const { plan } = source();
    const rows = fc.array(fc.array(cell, { minLength: headings.length, maxLength: headings.length }), { maxLength: 6 });
    fc.assert(
      fc.property(rows, (table) => {
        const made = plan({ 特産: [headings, ...table] });
        const accounted = new Set([
          ...made.sheets.flatMap(({ changes }) => changes.map(({ row }) => row)),
          ...made.problems.map(({ row }) => row),
        ]);
        const tables = made.sheets.map(({ table: found }) => found.headingRow);
        table.forEach((row, i) => {
          const silent = row.every(isBlank) || tables.includes(i + 1);
          expect(accounted.has(i + 1) || silent, JSON.stringify(row)).toBe(true);
        });
      }),
      { numRuns: 100 },
    );
  });

  it('gives files that read back, and a second import that changes nothing', () => {
    const rows = fc.array(
      fc.record({ 名前: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), 説明: fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }) }),
      { minLength: 1, maxLength: 4 },
    );
    fc.assert(
      fc.property(rows, (table) => {
        const { root, plan, write } = source();
        mkdirSync(join(root, 'x'), { recursive: true });
        writeFileSync(join(root, 'x', 'note.txt'), 'x');
        const input = { 特産: table.map((row) => ({ ...SALMON, ...row })) };
        write(input);
        expect(check(root, GAZETTEER).problems.filter((one) => one.severity === 'error')).toEqual([]);
        expect(plan(input).files).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});
