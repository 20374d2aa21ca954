/** まち and 連絡先: a town in one sentence, and whom to ask there. */
import * as c from '../columns.ts';
import type { SheetKind } from '../kind.ts';
import * as labels from '../labels.ts';
import { asOf, picture, townColumns, url, withdraw } from './shared.ts';

export const TOWNS: SheetKind = {
  target: 'towns',
  title: 'まち',
  aliases: ['自治体', 'まちの紹介', '市町村'],
  lead: 'まちを一言で紹介してください。1行に1つのまちです。',
  identity: ['town'],
  grows: ['notes'],
  columns: [
    ...townColumns,
    ...c.wordsColumns('headline', '見出し', {
      aliases: ['キャッチコピー', 'ひとこと', '一言'],
      required: true,
      note: '来館者が最初に読む一文です。40字までがおすすめです。',
      example: '釧路湿原のほとり。秋には港に秋あじが上がります。',
      width: 40,
      ask: ['ja-easy', 'en'],
    }),
    c.choiceColumn('theme', '絵', labels.THEME_LABELS, {
      aliases: ['テーマ', '風景'],
      note: '写真がないとき、この風景の絵を描きます。',
      example: '海',
      width: 12,
    }),
    ...[1, 2, 3].map((number) =>
      c.noteColumn('notes', `しょうかい${number}`, {
        aliases: number === 1 ? ['紹介', '紹介文', 'しょうかい'] : [`紹介${number}`],
        note: 'まちのことを、一つずつ短く書いてください。',
        example: number === 1 ? '港の朝市は、一年中開いています。' : '',
        width: 36,
      }),
    ),
    ...picture,
    withdraw,
  ],
};

export const CONTACTS: SheetKind = {
  target: 'town-contacts',
  title: '連絡先',
  aliases: ['窓口', '問い合わせ先'],
  lead: '問い合わせを受ける窓口を書いてください。個人の名前は書かないでください。',
  identity: ['town', 'subject', 'office'],
  columns: [
    ...townColumns,
    c.choiceColumn('subject', '用件', labels.CONTACT_SUBJECT_LABELS, {
      aliases: ['種類', '分類', '内容'],
      required: true,
      note: '何を聞ける窓口ですか。',
      example: '観光',
      width: 14,
    }),
    ...c.wordsColumns('office', '窓口', {
      aliases: ['課', '課名', '部署', '部署名', '担当課', '担当部署', '名前'],
      required: true,
      note: '課や係の名前です。',
      example: '観光振興課',
      width: 22,
      ask: ['en'],
    }),
    c.phoneColumn({ note: '市外局番から書いてください。', example: '0154-00-0000', width: 15 }),
    c.emailColumn({ note: '課のアドレスを書いてください。', example: 'kanko@example.lg.jp', width: 24 }),
    url,
    ...c.wordsColumns('note', '備考', {
      aliases: ['受付時間', '時間', 'メモ'],
      note: '受付時間や内線などです。',
      example: '平日 8時50分から17時20分まで',
      width: 26,
    }),
    asOf,
    withdraw,
  ],
  complaints: (row) =>
    row['phone'] || row['email'] || row['url']
      ? []
      : [{ key: 'phone', want: '電話、メール、URLのどれか一つは書いてください' }],
};
