/** Columns that several sheets have. */
import { compact, oneLine } from '../../japanese/text.ts';
import { shownText } from '../../table/sheet.ts';
import { type Column, column, values, wrong } from '../column.ts';
import * as c from '../columns.ts';
import * as places from '../place-columns.ts';

/** Word in the column けす that takes the thing out of the source. */
export const WITHDRAW = 'けす';

export const withdraw = column(
  'withdraw',
  'けす',
  {
    aliases: ['取り下げ', '削除', '掲載をやめる'],
    note: `この行の情報をキオスクから消すときだけ「${WITHDRAW}」を選んでください。ふだんは空けておきます。`,
    width: 8,
    paths: [],
  },
  (cell) =>
    [WITHDRAW, '消す', '削除', '取り下げ', 'はい', '○'].includes(compact(shownText(cell)))
      ? values({ withdraw: true })
      : wrong(`消すときは「${WITHDRAW}」、消さないときは空けておいてください`),
  [WITHDRAW],
);

export const asOf = c.dayColumn('asOf', 'いつの情報', {
  aliases: ['時点', '現在', '記入日', '更新日', '確認日', '情報の日付'],
  required: true,
  note: 'この内容を確かめた日です。空けておくと、シート「書きかた」の記入日になります。',
  example: '2026年8月1日',
  width: 14,
  month: true,
});

const town = places.townColumn({
  required: true,
  note: '都道府県名から書くと確実です（例: 東京都府中市）。シート「書きかた」に書いたときは空けておけます。',
  example: '北海道釧路市',
});

/** The municipality a row is about, and which of those with the same name. */
export const townColumns: readonly Column[] = [town, places.prefectureColumn];

export const url = c.urlColumn({
  note: '来館者がスマートフォンで開くページです。',
  example: 'https://www.example.lg.jp/',
  width: 26,
});

/** Whom to ask about one row: an office, never a person. */
export const desk: readonly Column[] = [
  ...c.wordsColumns('office', '問い合わせ先', {
    aliases: ['担当課', '担当部署', '担当', '連絡先', '窓口', '問合せ先', 'お問い合わせ先'],
    note: '課や係の名前です。個人の名前は書かないでください。',
    example: '企画課 交流係',
    width: 20,
  }),
  c.phoneColumn({
    note: '市外局番から、ハイフンを入れて書いてください。',
    example: '0154-00-0000',
    width: 15,
  }),
  url,
];

export const picture: readonly Column[] = [
  column(
    'picture.file',
    '写真',
    {
      aliases: ['写真（ファイル名）', '写真ファイル', '写真ファイル名', '画像'],
      note: '写真のファイル名です（例: akiaji.jpg）。写真は表に貼らず、別のフォルダに入れて渡してください。',
      width: 16,
      paths: ['picture'],
    },
    (cell) => values({ 'picture.file': oneLine(shownText(cell)) }),
  ),
  ...c.wordsColumns('picture.alt', '写真の説明', {
    aliases: ['写真説明', 'キャプション'],
    note: '目の見えない方に読み上げる説明です。写っているものをそのまま書いてください。',
    width: 22,
  }),
  column(
    'picture.credit',
    '撮影・提供',
    {
      aliases: ['撮影者', '提供', '写真提供', 'クレジット'],
      note: '写真の下に出す名前です（例: 提供 釧路市）。',
      width: 16,
    },
    (cell) => values({ 'picture.credit': oneLine(shownText(cell)) }),
  ),
  column(
    'picture.licence',
    '写真の使用',
    {
      aliases: ['使用許諾', '許諾', '利用条件', 'ライセンス'],
      note: 'このキオスクで使ってよいことを確かめた方法です（例: 提供者の許可を得た）。',
      width: 18,
    },
    (cell) => values({ 'picture.licence': oneLine(shownText(cell)) }),
  ),
];

export const summary = (title: string, note: string, example: string): readonly Column[] =>
  c.wordsColumns('summary', title, {
    aliases: ['説明', '内容', '概要', '紹介', '紹介文', '説明文'],
    required: true,
    note,
    example,
    width: 40,
    ask: ['ja-easy', 'en'],
  });
