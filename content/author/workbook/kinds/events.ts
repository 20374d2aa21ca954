/** 催し: what has a day. */
import * as c from '../columns.ts';
import type { SheetKind } from '../kind.ts';
import * as labels from '../labels.ts';
import * as places from '../place-columns.ts';
import { picture, summary, url, withdraw } from './shared.ts';

export function eventsSheet(wards: readonly string[]): SheetKind {
  return {
    target: 'events',
    title: '催し',
    aliases: ['イベント', '催し物', '行事予定', 'イベント情報'],
    lead: '日にちのある催しを、1行に1つずつ書いてください。',
    identity: ['title', 'start'],
    columns: [
      ...c.wordsColumns('title', '名前', {
        aliases: [
          '催し名',
          '催しの名前',
          'イベント名',
          'イベントの名前',
          '行事名',
          '題名',
          'タイトル',
          '名称',
        ],
        required: true,
        note: '催しの名前です。',
        example: '北海道・釧路 秋の味覚市',
        width: 26,
        ask: ['en'],
      }),
      c.choiceColumn('kind', '種類', labels.EVENT_KIND_LABELS, {
        aliases: ['分類', '区分'],
        required: true,
        note: 'どれか一つを選んでください。',
        example: '物産展・マルシェ',
        width: 18,
      }),
      c.choiceColumn('status', '状態', labels.EVENT_STATUS_LABELS, {
        aliases: ['開催状況', '状況'],
        required: true,
        note: '終わった催しも「開催ずみ」で残せます。',
        example: '開催予定',
        width: 12,
      }),
      c.datesColumn('日にち', {
        aliases: ['開催日', '日程', '期間', '日時', '年月日', '日付'],
        note: '「2026年11月13日〜15日」のように、年から書いてください。最終日も開催日です。',
        example: '2026年11月13日〜15日',
        width: 24,
        fiscal: true,
      }),
      c.timesColumn('時間', {
        aliases: ['開催時間', '時刻'],
        note: '「10:00〜16:00」のように書いてください。',
        example: '10:00〜16:00',
        width: 14,
      }),
      ...c.wordsColumns('place', '場所', { aliases: ['会場', '開催場所'], example: '日暮里駅前', width: 22 }),
      ...places.wardsColumns(2, { note: '関わる区です。', example: '荒川区' }, wards),
      places.partnersColumn({
        note: '関わるまちです。いくつもあるときは「、」で区切ってください。',
        example: '北海道釧路市',
      }),
      ...summary(
        '内容',
        '何があるか。2文までがおすすめです。',
        '釧路の8つのまちが、秋の海の幸を持ってきます。',
      ),
      c.dayColumn('deadline', '申込締切', {
        aliases: ['締切', '締め切り', '申込期限', '募集締切'],
        note: '申し込みがいるときだけ書いてください。その日まで受け付けます。',
        width: 16,
      }),
      c.yesColumn('online', 'オンライン', {
        aliases: ['オンライン開催'],
        note: '画面ごしに参加できるときは「はい」を選んでください。',
        width: 12,
      }),
      url,
      ...picture,
      withdraw,
    ],
    complaints: (row) =>
      row['start'] || row['fiscalYear'] || row['status'] === 'planned' || row['status'] === 'standing'
        ? []
        : [{ key: 'start', want: '日にちを書くか、状態で「日にち未定」を選んでください' }],
  };
}
