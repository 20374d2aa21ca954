/** 連携・交流の事例: what wards and towns did together. */

import { type Column, column } from '../column.ts';
import * as c from '../columns.ts';
import type { SheetKind } from '../kind.ts';
import * as labels from '../labels.ts';
import * as places from '../place-columns.ts';
import { asOf, desk, picture, summary, withdraw } from './shared.ts';

export function casesSheet(wards: readonly string[], fieldNames: readonly string[]): SheetKind {
  return {
    target: 'cases',
    title: '連携・交流の事例',
    aliases: ['事例', '連携事例', '交流事例', '連携・交流事例'],
    lead: '区とまちがいっしょにしたことを、1行に1つずつ書いてください。',
    identity: ['title'],
    columns: [
      ...c.wordsColumns('title', '題名', {
        aliases: ['事例名', 'タイトル', '事業名', '名前', '件名'],
        required: true,
        note: '何をしたかが分かる短い題名です。',
        example: '商店街で釧路の秋を味わう',
        width: 28,
        ask: ['en'],
      }),
      c.datesColumn('いつ', {
        aliases: ['年', '年度', '実施年', '実施年度', '時期', '期間', '開始年'],
        required: true,
        note: '「2019年」「令和元年度」「2019年〜2023年」のように書いてください。',
        example: '2015年10月',
        width: 18,
      }),
      ...places.wardsColumns(
        3,
        {
          required: true,
          note: 'いっしょにした区です。4つ以上は「、」で区切ってください。',
          example: '荒川区',
        },
        wards,
      ),
      places.partnersColumn({
        required: true,
        note: '相手のまちです。いくつもあるときは「、」で区切ってください。',
        example: '北海道釧路市、北海道釧路町',
      }),
      ...summary(
        'したこと',
        '何を、どのようにしたか。',
        '商店街の秋の市に8つのまちが店を出し、海の幸と野菜を売りました。',
      ),
      ...c.wordsColumns('worked', 'うまくいったこと', {
        aliases: ['成果', '効果', 'よかったこと', '工夫', 'ポイント'],
        note: 'ほかの区やまちの参考になることを書いてください。',
        example: '町会が呼びこみを手伝い、はじめての人も足を止めました。',
        width: 40,
        ask: ['en'],
      }),
      ...fieldColumns(fieldNames),
      ...c.listColumns('who', 'だれが', 3, labels.CASE_ACTOR_LABELS, {
        aliases: ['主体', '参加者', '実施主体'],
        note: '中心になった人たちです。',
        example: '住民・団体',
        width: 14,
      }),
      ...c.listColumns('tags', 'テーマ', 3, labels.TAG_LABELS, {
        aliases: ['課題', '課題・テーマ'],
        note: '同じテーマの、ほかのまちの事例と並べて見せます。',
        example: '物産・販売',
        width: 18,
      }),
      ...c.listColumns('purposes', '目的', 2, labels.PURPOSE_LABELS, {
        aliases: ['なにをしたい'],
        note: '来館者が「なにをしたい？」から見つけるために使います。',
        example: '食べる',
        width: 16,
      }),
      c.yesColumn('online', 'オンライン', {
        aliases: ['オンライン開催'],
        note: '画面ごしに行ったときは「はい」を選んでください。',
        width: 12,
      }),
      ...desk,
      ...picture,
      asOf,
      withdraw,
    ],
  };
}

function fieldColumns(fieldNames: readonly string[]): readonly Column[] {
  // The names are known to the base only, so reading asks the context.
  return [1, 2].map((number) => ({
    ...column(
      `fields-${number}`,
      `分野${number}`,
      {
        aliases: number === 1 ? ['分野', '区分'] : [],
        note: 'プロジェクトの6つの分野から選んでください。',
        example: number === 1 ? (fieldNames[0] ?? '') : '',
        width: 16,
        paths: ['fields'],
      },
      c.readFields(fieldNames),
      fieldNames,
    ),
  }));
}
