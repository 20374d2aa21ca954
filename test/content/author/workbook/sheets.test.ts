/** The columns of the workbook: no heading means two things, every example reads as what it shows. */
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { headingKey } from '../../../../content/author/import/headings.ts';
import { makePlaceFinder } from '../../../../content/author/japanese/places.ts';
import type { Column, ReadContext } from '../../../../content/author/workbook/column.ts';
import { keyOf } from '../../../../content/author/workbook/columns.ts';
import { choicesOf, EVENT_KIND_LABELS, TAG_LABELS } from '../../../../content/author/workbook/labels.ts';
import { EVENT_KINDS, TAGS } from '../../../../content/pack/types.ts';
import { GAZETTEER } from '../../../helpers/places.ts';
import { SHEETS, sheetKind } from '../../../helpers/workbook.ts';

const context: ReadContext = {
  places: makePlaceFinder(loadGazetteer(GAZETTEER)),
  fields: new Map([[keyOf('産業'), 'industry']]),
  groups: new Map([['北海道町村会', 'association hokkaido-cho']]),
  prefecture: undefined,
  writtenOn: '2026-08-01',
};

function column(sheet: string, key: string): Column {
  const found = sheetKind(sheet).columns.find((one) => one.key === key);
  if (!found) throw new Error(`no column ${key}`);
  return found;
}

/** What a cell sets, or what is wanted instead. */
function read(sheet: string, key: string, cell: string | number): unknown {
  const reading = column(sheet, key).read(cell, context);
  return reading.kind === 'values' ? reading.values : reading.want;
}

describe('the sheets', () => {
  it('are one for each kind of information, each filling another file', () => {
    expect(SHEETS.map(({ title, target }) => `${title} ${target}`)).toEqual([
      'まち towns',
      '連絡先 town-contacts',
      '特産 specialities',
      '祭り festivals',
      '移住・二地域居住 living',
      '連携・交流の事例 cases',
      '催し events',
      '区の施設 facilities',
      'できること・してほしいこと offers',
    ]);
  });

  it.each(SHEETS.map((kind) => [kind.title, kind] as const))(
    '%s: no two columns share a title or key',
    (_title, kind) => {
      const titles = kind.columns.map((one) => headingKey(one.title));
      expect(titles.filter((title, i) => titles.indexOf(title) !== i)).toEqual([]);
      const keys = kind.columns.map((one) => one.key);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it.each(SHEETS.map((kind) => [kind.title, kind] as const))(
    '%s: every example and choice can be read',
    (_title, kind) => {
      const slips = kind.columns.flatMap((one) =>
        [...(one.example === '' ? [] : [one.example]), ...(one.choices ?? [])].filter(
          (text) =>
            one.read(text, {
              ...context,
              fields: new Map((one.choices ?? []).map((name) => [keyOf(name), 'x'])),
            }).kind === 'wrong',
        ),
      );
      expect(slips).toEqual([]);
    },
  );

  it.each(SHEETS.map((kind) => [kind.title, kind] as const))(
    '%s: what must be filled in says so and has an example',
    (_title, kind) => {
      const required = kind.columns.filter((one) => one.required);
      expect(required.length).toBeGreaterThan(0);
      expect(required.filter((one) => one.note === '' || one.example === '').map((one) => one.title)).toEqual(
        [],
      );
    },
  );

  it('have a word for every value of the closed lists, each word once', () => {
    expect([Object.keys(TAG_LABELS), Object.keys(EVENT_KIND_LABELS)].map((list) => list.toSorted())).toEqual([
      [...TAGS].sort(),
      [...EVENT_KINDS].sort(),
    ]);
    for (const labels of [TAG_LABELS, EVENT_KIND_LABELS]) {
      const words = Object.values(labels).flat().map(keyOf);
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
      expect(choicesOf(labels as typeof TAG_LABELS)).toHaveLength(Object.keys(labels).length);
    }
  });
});

describe('reading a cell', () => {
  it.each([
    ['連絡先', 'phone', '０１５４（３１）４５４９', { phone: '0154-31-4549' }],
    ['連絡先', 'phone', 154_314_549, { phone: '0154314549' }],
    ['連絡先', 'phone', '+81-154-31-4549', { phone: '0154-31-4549' }],
    ['連絡先', 'phone', 'TEL:0120-000-000', { phone: '0120-000-000' }],
    ['連絡先', 'email', 'ｋａｎｋｏ＠example.lg.jp', { email: 'kanko@example.lg.jp' }],
    ['連絡先', 'url', 'https://www.example.lg.jp/秋', { url: 'https://www.example.lg.jp/秋' }],
    ['特産', 'kana', 'アキアジ', { kana: 'あきあじ' }],
    ['特産', 'kind', '農産物', { kind: 'food' }],
    ['特産', 'months', '９〜１１月', { months: [9, 10, 11] }],
    ['祭り', 'period.ja', '8月第1土曜日', { 'period.ja': '8月第1土曜日', months: [8] }],
    ['祭り', 'start', '9月5日〜6日', { start: '2026-09-05', end: '2026-09-06' }],
    ['移住・二地域居住', 'deadline', '令和8年12月25日', { deadline: '2026-12-25' }],
    ['連携・交流の事例', 'start', '令和元年度', { start: '2019', end: null }],
    ['連携・交流の事例', 'wards-1', '荒川・足立', { wards: ['131181 荒川区', '131211 足立区'] }],
    ['連携・交流の事例', 'wards-1', '２３区', { wards: 'all' }],
    ['連携・交流の事例', 'partners', '釧路市、鶴居村', { partners: ['012068 釧路市', '016675 鶴居村'] }],
    [
      '連携・交流の事例',
      'partners',
      '北海道町村会、青森県',
      { partners: ['association hokkaido-cho', '02 青森県'] },
    ],
    ['連携・交流の事例', 'tags-1', '学校・教育、給食', { tags: ['school', 'food'] }],
    ['連携・交流の事例', 'who-1', '区民', { who: ['residents'] }],
    ['連携・交流の事例', 'fields-1', '産業', { fields: ['industry'] }],
    ['催し', 'start', '令和2年度', { start: null, end: null, fiscalYear: 2020 }],
    ['催し', 'startTime', '10時〜16時', { startTime: '10:00', endTime: '16:00' }],
    ['催し', 'online', '○', { online: true }],
    ['区の施設', 'capacity', '約１，２００人', { capacity: 1200 }],
    ['区の施設', 'asOf', '令和8年8月現在', { asOf: '2026-08-01' }],
    ['できること・してほしいこと', 'side', '求む', { side: 'request' }],
  ])('%s %s takes %j', (sheet, key, cell, values) => {
    expect(read(sheet, key, cell)).toEqual(values);
  });

  it.each([
    ['連絡先', 'phone', '31-4549', /0154-31-0000/],
    ['連絡先', 'phone', '0154-31-4549（内線123）', /内線は備考/],
    ['連絡先', 'email', '観光課', /kanko@example/],
    ['連絡先', 'url', 'www.example.jp', /https:\/\//],
    ['特産', 'kana', '秋鮭', /ひらがな/],
    ['特産', 'kind', 'うまいもの', /次のどれかを選んで.*食べもの、お菓子/],
    ['特産', 'months', 'いつか', /9月〜11月/],
    ['特産', 'name.ja', 'あ'.repeat(1001), /1000字まで.*1001字/],
    ['祭り', 'start', '2026年9月', /日まで書いてください/],
    ['移住・二地域居住', 'deadline', '2026年9月1日〜3日', /1つの日/],
    ['連携・交流の事例', 'wards-1', '府中市', /東京23区の区ではありません/],
    ['連携・交流の事例', 'partners', '釧路市、どこか市', /どこか市.*「、」で区切って/],
    ['区の施設', 'capacity', 'たくさん', /数字だけ/],
    ['区の施設', 'withdraw', 'たぶん', /けす/],
  ])('%s %s refuses %j and says what is wanted', (sheet, key, cell, want) => {
    expect(read(sheet, key, cell)).toMatch(want);
  });
});
