/**
 * Made-up search entries of any number, the same for the same seed: names and sentences put together from real
 * towns and plain words. A pack of them stands for the content of years.
 */
import { join } from 'node:path';
import type { Entry } from '../../content/author/compile/search-entry.ts';
import { insertEntries } from '../../content/author/compile/search-index.ts';
import { startDraft } from '../../content/author/draft.ts';
import { type Gazetteer, loadGazetteer } from '../../content/author/gazetteer/gazetteer.ts';
import { NO_MEMO } from '../../content/author/memo.ts';
import { makeReader } from '../../content/author/ruby/reader.ts';
import { randomOf } from '../../content/author/synth/random.ts';
import { makeWorld } from '../../content/author/world.ts';
import type { PackId } from '../../content/pack/types.ts';
import { asPack, openFile, type ReadablePack } from '../../content/store/driver.ts';
import type { Library } from '../../content/store/library.ts';
import { ROOT } from '../setup/places.ts';

const THINGS =
  'りんご ぶどう 牛肉 うどん ワイン 日本酒 漆器 和紙 温泉 紅葉 花火 朝市 神楽 盆踊り 雪まつり 田植え 稲刈り 牡蠣 そば 味噌 醤油 茶 梅 柚子 鮭 昆布 木工 陶器 絹 染め物 民謡 太鼓 灯台 滝 渓谷 古墳 城跡 宿場町 鉄道 図書館 学校 商店街 道の駅 キャンプ場 スキー場 ラーメン コロッケ ジオパーク サイクリング ワーケーション'.split(
    ' ',
  );
const ACTS =
  '楽しみました 作りました 紹介しました 学びました 売りました 味わいました 歩きました 話し合いました 育てました 守りました 手伝いました 集めました 届けました 描きました 植えました 結びました'.split(
    ' ',
  );
const PEOPLE =
  '子どもたち 区の職員 農家の人 高校生 留学生 商工会 市民 町の人 研究者 ボランティア 親子 大学生 職人 漁師さん 音楽家 会社員'.split(
    ' ',
  );
const WHEN = '春 夏 秋 冬 去年 今年 毎年 週末 連休 はじめて ふたたび'.split(' ');

/** So many different sentences: reading Japanese is what takes time, and the same sentence is read once. */
const POOL = 3000;

/** @returns `count` entries of some 140 letters each */
export function* scaleEntries(count: number, seed: number, gazetteer: Gazetteer): Generator<Entry> {
  const random = randomOf(seed);
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const towns = gazetteer.municipalities;
  const sentences = Array.from({ length: POOL }, () => {
    const [town, thing, other] = [one(towns).nameJa, one(THINGS), one(THINGS)];
    return `${one(WHEN)}、${town}の${one(PEOPLE)}が${thing}と${other}を${one(ACTS)}。`;
  });
  for (let i = 0; i < count; i++) {
    const town = one(towns);
    const thing = one(THINGS);
    yield {
      kind: 'article',
      key: `scale-${i}`,
      code: town.code,
      weight: 1 + Math.floor(random() * 4),
      title: { ja: `${town.nameJa}の${thing}と${one(THINGS)}`, en: `${town.nameEn} story ${i}` },
      body: {
        ja: Array.from({ length: 4 }, () => one(sentences)).join(''),
        en: `People of ${one(towns).nameEn} and ${one(towns).nameEn} met in ${2000 + (i % 25)}.`,
      },
      readings: [],
      stems: [],
    };
  }
}

/** Writes a pack of nothing but `count` search entries. @returns the entries */
export function writeScalePack(path: string, count: number, seed: number): readonly Entry[] {
  const gazetteer = loadGazetteer(join(ROOT, 'content', 'author', 'gazetteer'));
  const entries = [...scaleEntries(count, seed, gazetteer)];
  const draft = startDraft(path);
  const reader = makeReader(makeWorld(gazetteer, null), [], []);
  insertEntries({ draft, reader, memo: NO_MEMO }, entries);
  draft.finish();
  return entries;
}

/** Writes the same words as plain rows of `article_text`, for whoever scans them: id is the key of the entry. */
export function writePlainPack(path: string, entries: readonly Entry[]): void {
  const draft = startDraft(path);
  for (const { key, title, body } of entries) {
    const words = { title: `${title.ja} ${title.en ?? ''}`, body: `${body.ja} ${body.en ?? ''}` };
    draft.insert('article_text', { article_id: key, lang: 'ja', summary: '', ...words });
  }
  draft.finish();
}

/** The pack as a library of its own: enough for searching, which asks for nothing else. */
export function openScalePack(path: string): Library {
  const pack: ReadablePack = asPack(openFile(path), 'scale' as PackId, 'newsletter');
  return {
    packs: [pack],
    faults: [],
    program: null,
    newestDate: '2020-01-01',
    all: (sql, params = {}) => pack.all(sql, params),
    names: () => {
      throw new Error('a pack of search entries knows no names');
    },
    close: pack.close,
  };
}
