/**
 * `npm run home-font`: cuts the characters of the home screen out of BIZ UDPGothic into one small file per
 * weight, so that the first screen reads two files instead of two dozen. Run it by hand when the words of
 * home, the halls or the exhibitions change much; characters that are not in it come from the slices of
 * the whole typeface as before.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { parse } from 'yaml';
import { loadGazetteer } from '../content/author/gazetteer/gazetteer.ts';
import { ROOT } from './setup/places.ts';

const TARGET = join(ROOT, 'renderer', 'style', 'home-font');
const SOURCE = join(ROOT, 'content', 'source');
const FILES = join(ROOT, 'node_modules', '@fontsource', 'biz-udpgothic', 'files');
/** Latin letters stand in a file of their own already. */
const FIRST_POINT = 0x2010;

const HEAD = `/*
 * The characters of home in one file per weight, so that the first screen reads two files instead of two
 * dozen. Cut from BIZ UDPGothic (SIL OFL 1.1, see OFL.txt) by \`npm run home-font\`. A family of its own:
 * the start asks for it by name (early.ts), and whatever is not in it comes from the slices of fonts.ts.
 */
`;

const TONGUES_HEAD = `/*
 * The languages' own names and 「タッチしてください」 in Chinese and Korean, which home shows before their faces
 * are loaded. Cut from Noto Sans SC and KR (SIL OFL 1.1, see OFL.txt) by \`npm run home-font\`.
 */
`;
const FONTSOURCE = join(ROOT, 'node_modules', '@fontsource');
const TONGUES = [
  { lang: 'zh-Hans', name: '简体中文', family: 'Tongue SC', file: 'tongue-sc' },
  { lang: 'ko', name: '한국어', family: 'Tongue KR', file: 'tongue-kr' },
] as const;
const SLICE = {
  'zh-Hans': (weight: number) => `noto-sans-sc-chinese-simplified-${weight}-normal.woff2`,
  ko: (weight: number) => `noto-sans-kr-korean-${weight}-normal.woff2`,
} as const;

const letters = characters();
const points = [...letters].map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
let css = HEAD;
for (const weight of [400, 700]) {
  const whole = readFileSync(join(FILES, `biz-udpgothic-japanese-${weight}-normal.woff2`));
  writeFileSync(
    join(TARGET, `home-${weight}.woff2`),
    await subsetFont(whole, letters.join(''), { targetFormat: 'woff2' }),
  );
  css += faceRule(weight, points);
}
writeFileSync(join(TARGET, 'home-font.css'), css);
await cutTongues();
process.stdout.write(`${letters.length} characters\n`);

/**
 * What stands in Chinese and Korean letters on every home, whatever its language: the names of the languages
 * and the call to touch. A few kilobytes each; the whole faces come after home (`fonts-rare.ts`).
 */
async function cutTongues(): Promise<void> {
  let rules = TONGUES_HEAD;
  for (const { lang, name, family, file } of TONGUES) {
    const rest = readFileSync(join(ROOT, 'renderer', 'words', lang, 'rest.json'), 'utf8');
    const { touch } = JSON.parse(rest) as { readonly touch: string };
    const cut = [...new Set(name + touch)].filter((letter) => (letter.codePointAt(0) ?? 0) >= FIRST_POINT);
    const sorted = cut.map((letter) => letter.codePointAt(0) ?? 0).sort((a, b) => a - b);
    for (const weight of [400, 700]) {
      const face = `${file}-${weight}`;
      const whole = readFileSync(
        join(FONTSOURCE, file.replace('tongue', 'noto-sans'), 'files', SLICE[lang](weight)),
      );
      writeFileSync(
        join(TARGET, `${face}.woff2`),
        await subsetFont(whole, cut.join(''), { targetFormat: 'woff2' }),
      );
      rules += faceRule(weight, sorted, family, face);
    }
  }
  writeFileSync(join(TARGET, 'tongues.css'), rules);
}

/** What home may show: its words, the wards, the halls, the titles of the exhibitions, all kana. */
function characters(): readonly string[] {
  const words = ['home', 'common'].map((name) =>
    readFileSync(join(ROOT, 'renderer', 'words', 'ja', `${name}.json`), 'utf8'),
  );
  const { municipalities } = loadGazetteer(join(ROOT, 'content', 'author', 'gazetteer'));
  const wards = municipalities.filter((row) => row.kind === 'special-ward').map((row) => row.nameJa);
  const halls = readFileSync(join(SOURCE, 'base', 'venues.yaml'), 'utf8');
  const kana = [...range(0x3041, 0x3096), ...range(0x30a1, 0x30fa)];
  const text = [
    ...words,
    ...wards,
    halls,
    ...exhibitionTitles(),
    ...kana,
    'ー、。・「」（）〜年月日火水木金土',
  ].join('');
  return [...new Set(text)].filter((letter) => (letter.codePointAt(0) ?? 0) >= FIRST_POINT);
}

function exhibitionTitles(): readonly string[] {
  return readdirSync(SOURCE)
    .filter((name) => name.startsWith('exhibition-'))
    .flatMap((name) => {
      const { title, subtitle, summary } = parse(
        readFileSync(join(SOURCE, name, 'exhibition.yaml'), 'utf8'),
      ) as Readonly<Record<'title' | 'subtitle' | 'summary', { readonly ja: string }>>;
      return [title.ja, subtitle.ja, summary.ja];
    });
}

function range(first: number, last: number): readonly string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i));
}

function faceRule(
  weight: number,
  sorted: readonly number[],
  family = 'BIZ UDPGothic Home',
  file = `home-${weight}`,
): string {
  const listed = wrap(runsOf(sorted));
  return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-display: block;
  font-weight: ${weight};
  src: url("./${file}.woff2") format("woff2");
  unicode-range:
    ${listed};
}
`;
}

/** `U+3041-3096`, `U+30a1` of ascending code points. */
function runsOf(sorted: readonly number[]): readonly string[] {
  const runs: [number, number][] = [];
  for (const point of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === point - 1) last[1] = point;
    else runs.push([point, point]);
  }
  const hex = (point: number): string => point.toString(16);
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`));
}

/** Lines of at most about a hundred letters, as the formatter wants them. */
function wrap(parts: readonly string[]): string {
  const lines: string[] = [];
  for (const part of parts) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + part.length < 96) lines[lines.length - 1] = `${line}, ${part}`;
    else lines.push(part);
  }
  return lines.join(',\n    ');
}
