/**
 * Words that are read in more than one common way, so that the dictionary can only guess: they get no reading
 * unless their neighbours tell or somebody writes it down. No reading is better than a wrong one.
 */
import type { Token } from './analyser.ts';

const NOUNS = new Set(
  (
    '方 間 後 中 上 下 何 他 家 金 角 表 生 実 種 床 主 元 度 内 目 所 末 頭 額 縁 際 節 原 谷 宮 重 値 丈 殿 傍 ' +
    '直 空 明日 今日 一日 一行 一目 一寸 一味 市場 最中 見物 生物 心中 色紙 分別 寒気 気色 細々 強力 何人 何時 何日 日向 ' +
    '牧場 草原 宝物 国立 大家 山中 川上 川下 礼拝 追従 夜中 上下 下野 外面 内々 今朝 昨夜 一期 ' +
    '半月 名代 大人数 年月 月日 末期 根本 足跡 身代 通り 故郷 私 博士 十分'
  ).split(' '),
);

/** Verbs and adjectives by their dictionary form. */
const INFLECTED = new Set(
  (
    '止める 辛い 空く 空ける 避ける 汚れる 潜る 被る 怒る 抱く 脅かす 弾く 退く 注ぐ 留まる 映える 著す ' +
    '歪む 捕る 臭う 結う 傾ぐ 易い 開ける 描く 埋める 堪える 競る 臭い'
  ).split(' '),
);

/** Behind a name these are read in many ways: 町 (ちょう, まち), 山 (やま, さん, ざん) … */
const ENDINGS_OF_NAMES = new Set([
  ...'町村島山川岳湖浜浦沢原谷崎橋寺城港湾館園森林宮池沼江津通坂台丘峠岬瀬洞',
]);

/** What stands beside a word; undefined at the ends of a sentence. */
export type Neighbours = { readonly before: Token | undefined; readonly after: Token | undefined };

/** @returns whether the dictionary's reading of `token` is not to be shown */
export function isUnsure(token: Token, { before, after }: Neighbours): boolean {
  const { surface, pos, detail, detail2, base } = token;
  if (told(token, before?.surface ?? '', after?.surface ?? '')) return false;
  // An ending that ends nothing: the 店 of 仕事・店 is no てん.
  if (detail === '接尾' && !/[\p{L}\p{N}]$/u.test(before?.surface ?? '')) return true;
  // As the end of a compound such a word has its one reading: 専門家, 自治体間.
  if (pos === '名詞' && detail !== '接尾' && NOUNS.has(surface)) return true;
  if ((pos === '動詞' || pos === '形容詞') && INFLECTED.has(base)) return true;
  if (pos === '動詞') return isUnsureVerb(token, before, after);
  // People's names are read as their bearers like.
  if (detail2 === '人名') return true;
  const name = before?.detail === '固有名詞' || (before?.pos === '' && /\p{L}/u.test(before.surface));
  return name && ENDINGS_OF_NAMES.has(surface);
}

/** Words whose neighbours tell how they are read. */
function told({ surface, reading }: Token, before: string, after: string): boolean {
  switch (surface) {
    case '方': // 伝え方
      return reading === 'かた' && /[いきしちにひみりぎじびえけせてねへめれげぜでべ]$/.test(before);
    case '中':
      return reading === 'なか' && before === 'の';
    case '上':
      return reading === 'うえ' && before === 'の';
    case '下':
      return reading === 'した' && before === 'の';
    case '間':
      return reading === 'あいだ' && before === 'の';
    case '目': // 1つ目
      return reading === 'め' && before.endsWith('つ');
    case '主':
      return reading === 'おも' && after === 'な';
    case '何':
      if (reading === 'なに') return ['を', 'が', 'か', 'も', 'に', 'から'].includes(after);
      return reading === 'なん' && ['です', 'でしょ', 'の', 'だ', 'と'].includes(after);
    default:
      return false;
  }
}

/** 行った (いった, おこなった) and 開く (ひらく, あく): the particle before or the ending tells. */
function isUnsureVerb(
  { surface, base, reading }: Token,
  before: Token | undefined,
  after: Token | undefined,
): boolean {
  const particle = before?.pos === '助詞' ? before.surface : '';
  if (surface === '行っ') {
    const go = ['に', 'へ', 'まで'].includes(particle);
    return reading === 'おこなっ' ? particle !== 'を' : !go;
  }
  return base === '開く' && particle !== 'を' && after?.base !== 'れる';
}
