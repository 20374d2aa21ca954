/**
 * Names of people, which a public screen does not show. Only what is surely one is told: a frequent family
 * name with a title behind it (山田さん, 佐藤太郎氏) or behind a word such as 担当. Historical names and names of
 * places, firms and trades are left alone.
 */
import { type Report, warning } from '../files.ts';
import type { PackSource } from '../source.ts';
import { articlesOf, textsOf } from './texts.ts';

/** Frequent family names of two letters or more. */
const NAMES =
  '佐藤|鈴木|高橋|髙橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|齋藤|齊藤|清水|山崎|池田|橋本|阿部|石川|山下|中島|小川|石井|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口|工藤|今井|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|久保|木下|佐野|野村|松尾|菊地|菊池|杉本|市川|古川|大西|島田|水野|桜井|高野|渋谷|吉川|山内|西田|飯田|西川|小松|北村|安田|五十嵐|川口|平田|中田|関根|秋山|中西|岩田|服部|樋口|福島|川崎|望月|永井|田口|黒田|須藤|大久保|松岡|小池|浅野|熊谷|荒木|大川|石原|伊東|野田|松下|成田|本田|矢野|吉村|内藤|馬場|川上|堀内|浜田|永田|西山|岩本|広瀬|矢島';

/** What may stand between a family name and the title: a given name in kanji, but no trade or place. */
const GIVEN = '(?!さん|様|氏)(?:[ 　]?(?![園店屋市町村区県社会家族班組長員校院館駅町])[一-龠々]){0,3}';

/** Titles; what makes them part of another word (さんま, 様式, 氏名) does not count. */
const TITLE =
  '(?:さん(?![まごかぽ])|さま(?!ざ)|様(?![式々子相態])|氏(?![名子神族])|先生|くん(?![せ])|ちゃん(?!こ|ぽ))';

const PATTERNS = [
  new RegExp(`(?:${NAMES})(?:${GIVEN})?[ 　]?${TITLE}`),
  new RegExp(
    `(?:担当者?|講師|代表者?|責任者|文責|氏名|連絡係)[:： 　]+(?:${NAMES})(?![市町村区県線駅会社課大])`,
  ),
];

/** @returns the name as it stands in the text, or undefined */
export function personIn(text: string): string | undefined {
  for (const pattern of PATTERNS) {
    const found = pattern.exec(text);
    if (found) return found[0];
  }
  return undefined;
}

export function checkPeople(pack: PackSource, report: Report): void {
  for (const { file, path, texts } of textsOf(pack)) {
    const name = personIn(`${texts.ja ?? ''}\n${texts['ja-easy'] ?? ''}`);
    if (name !== undefined) report(warning(file.file, file.lineOf(path), 'personal-name', words(name)));
  }
  for (const { words: languages } of articlesOf(pack)) {
    for (const lang of ['ja', 'ja-easy'] as const) {
      const article = languages.get(lang);
      if (!article) continue;
      article.text.split('\n').forEach((line, i) => {
        const name = personIn(line);
        if (name !== undefined) report(warning(article.file, i + 1, 'personal-name', words(name)));
      });
    }
  }
}

function words(name: string): string {
  return `「${name}」は個人の名前ではありませんか。役割や団体の名前で書いてください`;
}
