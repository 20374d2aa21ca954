/** 区の施設 and できること・してほしいこと: what wards and towns share. */
import * as c from '../columns.ts';
import type { SheetKind } from '../kind.ts';
import * as labels from '../labels.ts';
import * as places from '../place-columns.ts';
import { asOf, desk, picture, summary, townColumns, withdraw } from './shared.ts';

export function facilitiesSheet(wards: readonly string[]): SheetKind {
  return {
    target: 'facilities',
    title: '区の施設',
    aliases: ['施設', '使える施設', '会場'],
    lead: '全国のまちが使える、区の施設を書いてください（区の方だけ）。',
    identity: ['ward', 'name'],
    columns: [
      places.wardColumn({ required: true, note: '施設のある区です。', example: '荒川区' }, wards),
      c.choiceColumn('kind', '種類', labels.FACILITY_KIND_LABELS, {
        aliases: ['分類', '区分'],
        required: true,
        note: 'どれか一つを選んでください。',
        example: '広場・屋外',
        width: 18,
      }),
      ...c.wordsColumns('name', '名前', {
        aliases: ['施設名', '名称', '施設'],
        required: true,
        note: '施設の名前です。',
        example: '日暮里駅前イベント広場',
        width: 24,
        ask: ['en'],
      }),
      ...summary('使いみち', 'まちが何に使えるか。', '物産展や観光のPRに使えます。電源があります。'),
      ...c.wordsColumns('place', '所在地', {
        aliases: ['住所', '場所'],
        example: '荒川区西日暮里2丁目',
        width: 24,
      }),
      c.countColumn('capacity', '定員', {
        aliases: ['収容人数', '人数'],
        note: '人数を数字で書いてください。',
        example: '100',
        width: 10,
      }),
      c.countColumn('areaM2', '広さ（㎡）', {
        aliases: ['面積', '広さ', '面積（㎡）'],
        note: '平方メートルで書いてください。',
        example: '300',
        width: 10,
      }),
      ...c.wordsColumns('rule', '利用のきまり', {
        aliases: ['きまり', '利用条件', '条件', 'ルール'],
        note: 'だれが、いつまでに、どう申し込むか。',
        none: '特別なきまりはありません。',
        example: '友好都市の物産展は、3か月前から申し込めます。',
        width: 34,
      }),
      ...c.wordsColumns('fee', '料金', {
        aliases: ['使用料', '利用料', '費用'],
        note: '無料のときは「無料」と書いてください。',
        example: '1日 5,000円',
        width: 16,
        none: '無料',
      }),
      ...desk,
      ...picture,
      asOf,
      withdraw,
    ],
  };
}

export const OFFERS: SheetKind = {
  target: 'offers',
  title: 'できること・してほしいこと',
  aliases: ['できること', 'してほしいこと', '提供と要望', 'マッチング'],
  lead: 'ほかのまちや区に、できること・してほしいことを書いてください。同じテーマの相手を見つけます。',
  identity: ['town', 'side', 'title'],
  columns: [
    ...townColumns,
    c.choiceColumn('side', 'どちら', labels.OFFER_SIDE_LABELS, {
      aliases: ['区分', '種類', '分類'],
      required: true,
      note: 'どちらかを選んでください。',
      example: 'できること',
      width: 16,
    }),
    ...c.wordsColumns('title', '題名', {
      aliases: ['件名', 'タイトル', '名前', '見出し'],
      required: true,
      note: '短い題名です。',
      example: '給食に使う鮭を届けます',
      width: 28,
      ask: ['en'],
    }),
    ...summary(
      '説明',
      'だれに、何を、どのくらい。',
      '区立学校の給食に、下ごしらえした鮭を届けます。漁の話をしに行くこともできます。',
    ),
    ...c.listColumns('tags', 'テーマ', 3, labels.TAG_LABELS, {
      required: true,
      aliases: ['課題', '課題・テーマ'],
      note: '同じテーマの相手を見つけるために使います。',
      example: '食・給食',
      width: 18,
    }),
    c.dayColumn('deadline', '締切', {
      aliases: ['締め切り', '期限', '募集期限'],
      note: '締切があるときだけ書いてください。その日を過ぎると出なくなります。',
      width: 16,
    }),
    ...desk,
    asOf,
    withdraw,
  ],
};
