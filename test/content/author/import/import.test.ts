/** From the cells of a town to the files of a source: what is taken, what is refused and how it is said. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check } from '../../../../content/author/build.ts';
import { makeLeftover } from '../../../../content/author/import/leftover.ts';
import { IMPORT_PROBLEMS } from '../../../../content/author/import/problem.ts';
import { describePlan } from '../../../../content/author/import/words.ts';
import { parseCsv } from '../../../../content/author/table/csv.ts';
import { actions, importer, said } from '../../../helpers/importing.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { SALMON, tableOf } from '../../../helpers/workbook.ts';

describe('a sheet as the workbook has it', () => {
  it('becomes a thing of the source with an id, in Japanese and in the languages given', () => {
    const { write, read } = importer();
    const row = {
      ...SALMON,
      よみ: 'アキアジ',
      '説明（英語）': 'Salmon.',
      '名前（中国語）': '秋鲑',
      旬: '９月〜１１月',
      URL: 'https://www.example.lg.jp/',
    };
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
    const { root, write } = importer();
    write({
      特産: [SALMON],
      連絡先: [
        { 自治体: '釧路市', 用件: '観光', 窓口: '観光課', 電話: '0154-00-0000', いつの情報: '2026/8/1' },
      ],
      まち: [{ 自治体: '釧路市', 見出し: '霧のまち。', しょうかい1: '朝市がある。' }],
      催し: [{ 名前: '市', 種類: '物産展', 状態: '日にち未定', 内容: '市です。' }],
      'できること・してほしいこと': [
        {
          自治体: '荒川区',
          どちら: '求む',
          題名: '食材',
          説明: '探しています。',
          テーマ1: '給食',
          いつの情報: '2026/8/1',
        },
      ],
    });
    expect(check(root, GAZETTEER).problems).toEqual([]);
  });

  it('is the same when it is imported again, and writes nothing then', () => {
    const { plan, write } = importer();
    write({
      特産: [SALMON],
      まち: [{ 自治体: '釧路市', 見出し: '霧のまち。', しょうかい1: '朝市がある。' }],
    });
    const again = plan({
      特産: [SALMON],
      まち: [{ 自治体: '釧路市', 見出し: '霧のまち。', しょうかい1: '朝市がある。' }],
    });
    expect(actions(again)).toEqual(['same 秋あじ（釧路市）', 'same 釧路市']);
    expect(again.files).toEqual([]);
  });

  it('changes only what the row says, and says which fields', () => {
    const { write, read } = importer();
    write({ 特産: [{ ...SALMON, 旬: '9月', 買えるところ: '港' }] });
    const changed = write({ 特産: [{ ...SALMON, 種類: 'お菓子', 旬: '', 買えるところ: 'なし' }] });
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
    const { write, read } = importer();
    write({ 特産: [{ ...SALMON, '説明（英語）': 'Old.', '説明（やさしい日本語）': 'むかし' }] });
    const plan = write({ 特産: [{ ...SALMON, 説明: '新しい説明です。', '説明（英語）': 'New.' }] });
    expect(read('specialities')[0]?.['summary']).toEqual({ ja: '新しい説明です。', en: 'New.' });
    expect(describePlan(plan).join('\n')).toContain('説明（やさしい日本語）: 「むかし」 を消します');
  });

  it('takes a thing out where けす stands, and needs only to know which', () => {
    const { write, read } = importer();
    write({ 特産: [SALMON, { ...SALMON, 名前: 'さんま' }] });
    const plan = write({
      特産: [{ 自治体: '釧路市', 名前: '秋あじ', 種類: '', 説明: '', いつの情報: '', けす: 'けす' }],
    });
    expect(actions(plan)).toEqual(['removed 秋あじ（釧路市）']);
    expect(read('specialities').map((row) => row['name'])).toEqual([{ ja: 'さんま' }]);
  });

  it('knows an event again when it gets its day, and one of another year as another', () => {
    const { write, read } = importer();
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
    const { plan } = importer();
    const rows = [
      ['令和8年度 特産品調査票', null, null, null, null, null],
      [null, '（提出先: 企画課）', null, null, null, null],
      ['No.', '品名（必須）', '市区町村名', '分類', '説明文', '担当者名', '時点'],
      [1, '秋あじ', '釧路市', '水産物', '鮭です。', '佐藤', new Date('2026-08-01T00:00:00Z')],
      [2, null, null, null, null, null, null],
    ];
    const made = plan({ Sheet1: rows });
    expect(said(made)).toEqual([]);
    expect(actions(made)).toEqual(['added 秋あじ（釧路市）']);
    expect(made.notices).toEqual([
      'シート「Sheet1」の F3「担当者名」 の列は読みませんでした。個人の名前は載せません。',
    ]);
  });

  it('may have headings over two rows and several tables beneath one another', () => {
    const { plan } = importer();
    const rows = [
      ['自治体', '用件', '窓口', null, 'いつの情報'],
      [null, null, null, '電話', null],
      ['釧路市', '観光', '観光課', '0154-00-0000', '2026/8/1'],
      [],
      ['自治体', '種類', '名前', '説明', 'いつの情報'],
      ['釧路市', '食べもの', '秋あじ', '鮭です。', '2026/8/1'],
    ];
    const made = plan({ まとめ: rows });
    expect(made.sheets.map(({ kind, changes }) => `${kind.title} ${changes.length}`)).toEqual([
      '連絡先 1',
      '特産 1',
    ]);
    expect(said(made)).toEqual([]);
  });

  it('takes town and day from the first sheet where a row leaves them open', () => {
    const { write, read } = importer();
    const { 自治体: _town, いつの情報: _day, ...rest } = SALMON;
    write({
      書きかた: [
        ['自治体', '釧路市'],
        ['記入日', '令和8年8月1日'],
      ],
      特産: [rest],
    });
    expect(read('specialities')[0]).toMatchObject({ town: '012068 釧路市', asOf: '2026-08-01' });
  });

  it('says when the day of the first sheet cannot be read', () => {
    expect(said(importer().plan({ 書きかた: [['記入日', 'きょう']], 特産: [SALMON] }))).toEqual([
      '書きかた B1「記入日」: 「きょう」→ 「2026年8月1日」の形で書いてください',
    ]);
  });

  it('takes the prefecture from a column of its own', () => {
    const { plan } = importer();
    expect(actions(plan({ 特産: [{ ...SALMON, 都道府県: '広島県', 自治体: '府中市' }] }))).toEqual([
      'added 秋あじ（府中市）',
    ]);
  });

  it('does not take a remark below the table for a row, and says so', () => {
    const made = importer().plan({ 特産: [...tableOf([SALMON]), ['※来年度も調査します']] });
    expect([said(made), made.notices]).toEqual([
      [],
      ['シート「特産」の注記 A3「※来年度も調査します」 は読みませんでした。'],
    ]);
  });

  it('leaves sheets that are no tables alone and says so', () => {
    const { plan } = importer();
    const made = plan({ メモ: [['あとで電話する']], 空: [[null]], 特産: [SALMON] });
    expect(made.notices).toEqual(['シート「メモ」は読みませんでした。見出しの行が見つかりません。']);
  });
});

describe('a row that cannot be taken', () => {
  it.each([
    ['cell-missing', [{ ...SALMON, 名前: '' }], '特産 C2「名前」: 書いてください（例: 秋あじ（秋鮭））'],
    [
      'cell-wrong',
      [{ ...SALMON, 種類: 'うまい' }],
      '特産 B2「種類」: 「うまい」→ 次のどれかを選んでください: 食べもの、お菓子、飲みもの、工芸・手仕事、その他',
    ],
    [
      'cell-wrong',
      [{ ...SALMON, 自治体: '府中市' }],
      '特産 A2「自治体」: 「府中市」は2つあります（東京都府中市、広島県府中市）。このどれかの形で書いてください',
    ],
    [
      'row-twice',
      [SALMON, { ...SALMON, 説明: 'べつの説明。' }],
      '特産 3行目: 2行目と同じものです。どちらかの行を消してください',
    ],
    [
      'row-unknown',
      [{ ...SALMON, けす: 'けす' }],
      '特産 F2「けす」: 「けす」とありますが、この名前のものはありません',
    ],
  ])('%s', (id, rows, words) => {
    const made = importer().plan({ 特産: rows });
    expect([made.problems.map((one) => one.id), said(made)]).toEqual([[id], [words]]);
  });

  it('row-outside: something stands where there is no heading', () => {
    const made = importer().plan({
      特産: [...tableOf([SALMON]), [null, null, null, null, null, null, 'ここを見て']],
    });
    expect(said(made)).toEqual([
      '特産 G3: 「ここを見て」→ 見出しのない列にだけ書かれています。見出しのある列に書いてください',
    ]);
  });

  it('row-example: somebody wrote over the example and left its mark', () => {
    const [headings = [], row = []] = tableOf([SALMON]);
    const made = importer().plan({
      特産: [
        ['', ...headings],
        ['例', ...row],
      ],
    });
    expect(said(made)).toEqual([
      '特産 2行目: 「例」の行は読みこみません。載せるときは、左はしの「例」を消してください',
    ]);
  });

  it('heading-missing: every row of the sheet is listed', () => {
    const { 名前: _name, ...rest } = SALMON;
    const made = importer().plan({ 特産: [rest, rest] });
    expect(said(made)).toEqual([
      '特産 1行目「名前」: 見出し「名前」の列がありません。列を作って書いてください',
    ]);
    expect(
      parseCsv((makeLeftover(made) ?? '').slice(1)).rows.filter(([sheet]) => sheet === '特産'),
    ).toHaveLength(2);
  });

  it('does not keep the good rows out', () => {
    const { write, read } = importer();
    const made = write({ 特産: [{ ...SALMON, 種類: 'うまい' }, SALMON, { ...SALMON, 名前: '' }] });
    expect(made.problems).toHaveLength(2);
    expect(read('specialities')).toHaveLength(1);
  });

  it('stands in the list for Excel as it was, with the reason last', () => {
    const made = importer().plan({ 特産: [{ ...SALMON, 種類: 'うまい' }, SALMON] });
    const text = makeLeftover(made) ?? '';
    expect(text.startsWith('\ufeff')).toBe(true);
    const { rows } = parseCsv(text.slice(1));
    expect(rows.slice(0, 2)).toEqual([
      ['シート', '行', ...Object.keys(SALMON), '直すところ'],
      [
        '特産',
        '2',
        '北海道釧路市',
        'うまい',
        '秋あじ',
        '秋に港へ上がる鮭です。',
        '2026年8月1日',
        expect.stringContaining('B2「種類」: 「うまい」→'),
      ],
    ]);
    expect(makeLeftover(importer().plan({ 特産: [SALMON] }))).toBeNull();
  });

  it('can be put right in that list and imported from there', () => {
    const { plan } = importer();
    const { 自治体: _town, いつの情報: _day, ...rest } = SALMON;
    const guide = [
      ['自治体', '釧路市'],
      ['記入日', '2026/8/1'],
    ];
    const text =
      makeLeftover(
        plan({ 書きかた: guide, 特産: [{ ...rest, 種類: 'うまい', 自治体: '', いつの情報: '' }] }),
      ) ?? '';
    const fixed = parseCsv(text.slice(1).replace(',うまい,', ',食べもの,')).rows;
    expect(actions(plan({ 直すところ: fixed }))).toEqual(['added 秋あじ（釧路市）']);
  });

  it('every kind of problem has a test here', () => {
    const tests = ['import', 'photos']
      .map((name) => readFileSync(new URL(`./${name}.test.ts`, import.meta.url), 'utf8'))
      .join('');
    expect(IMPORT_PROBLEMS.filter((id) => !tests.includes(`'${id}`) && !tests.includes(`${id}:`))).toEqual(
      [],
    );
  });
});
