/** 特産, 祭り and 移住・二地域居住: what a town has. */
import * as c from '../columns.ts';
import type { SheetKind } from '../kind.ts';
import * as labels from '../labels.ts';
import { asOf, desk, picture, summary, townColumns, url, withdraw } from './shared.ts';

export const SPECIALITIES: SheetKind = {
  target: 'specialities',
  title: '特産',
  aliases: ['特産品', '名産', '名産品', '物産', '食'],
  lead: 'まちの名物を、1行に1つずつ書いてください。',
  identity: ['town', 'name'],
  columns: [
    ...townColumns,
    c.choiceColumn('kind', '種類', labels.SPECIALITY_KIND_LABELS, {
      aliases: ['分類', '区分'],
      required: true,
      note: 'どれか一つを選んでください。',
      example: '食べもの',
      width: 14,
    }),
    ...c.wordsColumns('name', '名前', {
      aliases: ['品名', '特産品名', '商品名', '名称', '特産'],
      required: true,
      note: '品物の名前です。',
      example: '秋あじ（秋鮭）',
      width: 20,
      ask: ['en'],
    }),
    c.kanaColumn({ note: 'ひらがなの読みかたです。検索に使います。', example: 'あきあじ', width: 16 }),
    ...summary(
      '説明',
      'どんなものか、どこがおいしいか。2文までがおすすめです。',
      '9月から港に上がる鮭です。脂がのり、ちゃんちゃん焼きにします。',
    ),
    c.monthsColumn('months', '旬', {
      aliases: ['時期', '季節', '旬の時期'],
      note: '「9月〜11月」「通年」のように月で書いてください。',
      example: '9月〜11月',
      width: 14,
    }),
    ...c.wordsColumns('place', '買えるところ', {
      aliases: ['販売場所', '販売店', '食べられるところ', '場所'],
      note: '東京で買えるところがあれば、それも書いてください。',
      example: '道の駅、東京のアンテナショップ',
      width: 22,
    }),
    url,
    ...picture,
    asOf,
    withdraw,
  ],
};

export const FESTIVALS: SheetKind = {
  target: 'festivals',
  title: '祭り',
  aliases: ['まつり', 'お祭り', '祭', '行事'],
  lead: '毎年の祭りや行事を、1行に1つずつ書いてください。',
  identity: ['town', 'name'],
  columns: [
    ...townColumns,
    ...c.wordsColumns('name', '名前', {
      aliases: ['祭りの名前', '祭り名', '行事名', '名称', '祭り'],
      required: true,
      note: '祭りの名前です。',
      example: 'みなと秋まつり',
      width: 22,
      ask: ['en'],
    }),
    c.kanaColumn({ note: 'ひらがなの読みかたです。', example: 'みなとあきまつり', width: 18 }),
    ...c.periodColumns('period', '時期', {
      aliases: ['開催時期', 'いつ', '例年の時期', '季節'],
      required: true,
      note: '毎年いつごろか、言葉で書いてください。',
      example: '9月の第1土曜日と日曜日',
      width: 18,
      ask: ['en'],
    }),
    ...summary(
      '説明',
      '何が見られるか、どう楽しむか。2文までがおすすめです。',
      '海の幸の市と花火で秋を祝います。最後の夜の花火が見どころです。',
    ),
    ...c.wordsColumns('place', '場所', {
      aliases: ['会場', '開催場所'],
      example: '港の広場',
      width: 22,
    }),
    c.datesColumn('次の開催日', {
      aliases: ['開催日', '日程', '次回', '次回開催日'],
      note: '次の日程が決まっていれば、日まで書いてください。',
      example: '2026年9月5日〜6日',
      width: 22,
      days: true,
      next: true,
    }),
    url,
    ...picture,
    asOf,
    withdraw,
  ],
};

export const LIVING: SheetKind = {
  target: 'living',
  title: '移住・二地域居住',
  aliases: ['移住', '移住・定住', '二地域居住', '移住情報'],
  lead: '住んでみたい人、通ってみたい人に知らせたいことを、1行に1つずつ書いてください。',
  identity: ['town', 'title'],
  columns: [
    ...townColumns,
    c.choiceColumn('kind', '種類', labels.LIVING_KIND_LABELS, {
      aliases: ['分類', '区分'],
      required: true,
      note: 'どれか一つを選んでください。',
      example: 'おためし暮らし',
      width: 18,
    }),
    ...c.wordsColumns('title', '名前', {
      aliases: ['制度名', '事業名', '題名', 'タイトル', '名称', '見出し'],
      required: true,
      note: '制度や取り組みの名前です。',
      example: 'ちょっと暮らし',
      width: 24,
      ask: ['en'],
    }),
    ...summary(
      '説明',
      'だれが、何を、いくらで、どのくらい使えるか。',
      '家具つきの家に、1週間から3か月まで住んでみることができます。',
    ),
    c.dayColumn('deadline', '締切', {
      aliases: ['締め切り', '申込期限', '募集締切', '期限'],
      note: '締切があるときだけ書いてください。その日まで受け付けます。',
      example: '',
      width: 16,
    }),
    ...desk,
    ...picture,
    asOf,
    withdraw,
  ],
};
