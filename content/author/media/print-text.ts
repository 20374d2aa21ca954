/** Text taken out of a PDF, put right: many PDFs name the radical ⻑ where the character 長 is printed. */

/**
 * CJK Radicals Supplement, each beside the character it looks like (Unicode 14, EquivalentUnifiedIdeograph;
 * those of the basic plane). The Kangxi Radicals (U+2F00 on) are put right by NFKC.
 */
const RADICALS = [
  '⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒',
  '⺳㓁⺴冗⺶羊⺹耂⺺肀⺻聿⺼肉⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦',
  '⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟',
].join('');

const CHARACTERS = new Map(
  Array.from({ length: RADICALS.length / 2 }, (_none, i): [string, string] => [
    RADICALS.charAt(i * 2),
    RADICALS.charAt(i * 2 + 1),
  ]),
);

/** Written without spaces between words. */
const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303fー]`;
/** PDFs set Japanese letter by letter; what parts them is no space, and a line ends where the column does. */
const FALSE_SPACE = new RegExp(String.raw`(?<=${UNSPACED})[ \n]+(?=${UNSPACED})`, 'gu');

/** Letters of no meaning: controls, private use, byte order marks, halves of letters. */
const RUBBISH = /[\p{Cc}\p{Co}\p{Cs}\ufeff\ufffd]/gu;

/**
 * @param text as the PDF gives it, lines parted by line feeds
 * @returns    NFKC on one line; radicals as characters; no spaces inside Japanese
 */
export function printedText(text: string): string {
  const characters = [...text].map((letter) => CHARACTERS.get(letter) ?? letter).join('');
  return characters
    .normalize('NFKC')
    .replace(/[\t\r\n]/g, '\n')
    .replace(/[^\n]/gu, (letter) => letter.replace(RUBBISH, ''))
    .replace(FALSE_SPACE, '')
    .replace(/\s+/g, ' ')
    .trim();
}
