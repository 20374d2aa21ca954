/**
 * Readings for the Japanese words of the screen: `npx tsx build/words/readings.ts` writes
 * `renderer/words/readings.json`, which is kept in the repository; `test/renderer/words/readings.test.ts` says when
 * it is old. Texts of packs carry readings of their own.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadGazetteer } from '../../content/author/gazetteer/gazetteer.ts';
import { lexiconWord } from '../../content/author/ruby/lexicon.ts';
import { makeReader, type Reader } from '../../content/author/ruby/reader.ts';
import { makeWorld } from '../../content/author/world.ts';
import { hasRubyMarks, markRuby, readRuby } from '../../content/pack/ruby.ts';
import { ROOT } from '../setup/places.ts';

export const READINGS_FILE = join(ROOT, 'renderer', 'words', 'readings.json');
const WORDS = join(ROOT, 'renderer', 'words');
const LANGS = ['ja', 'ja-easy'];

/** Words of the screen that can be read in two ways, as they are meant there. */
const MEANT: readonly (readonly [string, string])[] = [
  ['職員の方', 'しょくいんのかた'],
  ['今日', 'きょう'],
  ['開きました', 'ひらきました'],
  ['色を変える', 'いろをかえる'],
  ['下げる', 'さげる'],
  ['一字', 'いちじ'],
  ['小さい字', 'ちいさいじ'],
  ['この日', 'このひ'],
  ['上を見る', 'うえをみる'],
  ['下を見る', 'したをみる'],
  ['行ってみたい', 'いってみたい'],
  ['一年じゅう', 'いちねんじゅう'],
  ['これ行', 'これぎょう'],
];

/** Words put into a sentence when it is shown: numbers, and names that say themselves how they are read. */
const NUMBERS = ['count', 'total', 'shown', 'year', 'percent', 'km', 'number', 'index', 'version'];
const PLACE = /\{\{\w+\}\}/g;
/** Counters that are read otherwise behind some numbers: better none. */
const FICKLE = /^(?:人|日|日間|日目|分|分間|本|杯|匹)$/;

/** @returns text of the screen -> the same with readings marked; only those that have readings */
export function screenReadings(): Readonly<Record<string, string>> {
  const world = makeWorld(loadGazetteer(join(ROOT, 'content', 'author', 'gazetteer')), null);
  const meant = MEANT.flatMap(([word, reading]) => lexiconWord(word, reading, 'always') ?? []);
  const reader = makeReader(world, meant, []);
  const texts = [...new Set(LANGS.flatMap(screenTexts))].sort();
  return Object.fromEntries(
    texts.map((text) => [text, markText(text, reader)] as const).filter(([, marked]) => hasRubyMarks(marked)),
  );
}

function screenTexts(lang: string): readonly string[] {
  const folder = join(WORDS, lang);
  if (!existsSync(folder)) return [];
  // Staff read without readings.
  const names = readdirSync(folder).filter((name) => name !== 'staff.json');
  return names.flatMap((name) => stringsIn(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** Names are read aloud in between, so that the words around them are cut as they will stand. */
const NUMBER = '777';
const NAME = 'これ';

function markText(text: string, reader: Reader): string {
  const places = text.match(PLACE) ?? [];
  if (places.length === 0) return reader.mark(text);
  const spoken = text.replace(PLACE, (place) => (NUMBERS.includes(place.slice(2, -2)) ? NUMBER : NAME));
  // The sample words stand in the text in the order of the places; a real これ would shift them.
  if (spoken.split(NAME).length + spoken.split(NUMBER).length - 2 !== places.length) return text;
  const marked = steady(reader.mark(spoken));
  let next = 0;
  const back = marked.replace(new RegExp(`${NUMBER}|${NAME}`, 'g'), () => places[next++] ?? '');
  return next === places.length ? back : text;
}

/** Without the reading of a counter that depends on its number. */
function steady(marked: string): string {
  const parts = readRuby(marked);
  return markRuby(
    parts.map((part, i) => {
      const number = parts[i - 1]?.text.endsWith(NUMBER) === true;
      return number && FICKLE.test(part.text) ? { text: part.text, reading: null } : part;
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(READINGS_FILE, `${JSON.stringify(screenReadings(), null, 2)}\n`);
}
