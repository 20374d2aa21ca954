/** `renkei new --notice`: a notice to write over, with comments that say all there is to know in a hurry. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { DAY_MS, tokyoDay } from '../pack/days.ts';
import { minuteOf } from '../pack/notice.ts';
import { parsePackId } from '../pack/types.ts';
import { StarterError } from './starter.ts';

/**
 * @param folder absolute; must not be there yet; its name becomes the id of the pack
 * @param nowMs  the sample begins now and is over a day later
 * @throws {StarterError} for a name that is no id, and where something is already
 */
export function makeNoticeFolder(folder: string, nowMs: number): void {
  const id = parsePackId(basename(folder));
  if (id === undefined) {
    throw new StarterError(
      `「${basename(folder)}」は使えません。フォルダの名前は、小文字の英数字とハイフンで書いてください（例: oshirase-1）。`,
    );
  }
  if (existsSync(folder)) {
    throw new StarterError(`フォルダ「${folder}」は、もうあります。新しい名前を書いてください。`);
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'pack.yaml'), packSample(id, tokyoDay(nowMs)));
  writeFileSync(join(folder, 'notice.yaml'), noticeSample(minuteOf(nowMs), minuteOf(nowMs + DAY_MS)));
}

const packSample = (id: string, day: string) => `id: ${id}
kind: notice
version: 1                # 直して配りなおすときは、1つずつ増やします
date: ${day}
title: { ja: 大雨のお知らせ（見本）, en: Heavy rain (sample) }
summary: { ja: 大雨のあいだ、会場でお願いすること, en: What we ask of visitors during the heavy rain }
`;

const noticeSample = (
  from: string,
  until: string,
) => `# 見本です。ぜんぶ書きかえてから、renkei check で調べてください。
level: 災害               # 災害（赤い帯）か、お知らせ（青い帯）
from: ${from}    # 東京の時刻。書かなければ、届いたときから出ます
until: ${until}   # 必ず書きます。この時刻に、どの画面からもひとりでに消えます
# venues: [kusei-kaikan]  # 会場のid。書かなければ、すべての会場に出ます
headline:                 # 40字まで。body と同じ言語で書きます。日本語だけでも出せます
  ja: （見本）大雨の警報が出ています
  ja-easy: （みほん）たくさん 雨が ふります
  en: (Sample) A heavy rain warning is in force
body:                     # 600字まで
  ja: |
    雨が弱まるまで、建物の中でお待ちください。

    - 帰り道の川や地下道に近づかないでください
    - 電車の運転は、駅の案内を確かめてください
  ja-easy: |
    雨が 弱く なるまで、たてものの なかに いて ください。
  en: |
    Please stay inside until the rain eases.

    - Keep away from rivers and underpasses
    - Ask at the station before you travel
# どこへ行けばよいか、だれに聞けばよいか
contact: { ja: 1階の総合案内, ja-easy: 1階の 案内, en: The information desk on the first floor }
# phone: 03-1234-5678
# url: https://www.example.jp/
# 写真や地図は、このフォルダの pictures フォルダに入れます
# picture: { file: map.jpg, alt: { ja: 避難場所の地図, en: Map of the shelter }, credit: 区, licence: 区の提供 }
`;
