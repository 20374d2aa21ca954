/** Words with kanji that get no reading, and readings that are written down for nothing. */
import { articlesOf, textsOf } from '../checks/texts.ts';
import { warning } from '../files.ts';
import type { Problem } from '../problem.ts';
import type { PackSource, SourceTree } from '../source.ts';
import type { World } from '../world.ts';
import { type Reader, readerOf } from './reader.ts';

/** A Japanese text, where it begins. */
type Placed = { readonly file: string; readonly line: number; readonly text: string };
/** A word without reading. */
type Lost = { readonly file: string; readonly line: number; readonly word: string; readonly around: string };

/** Most words named in a message; `details` has all. */
const NAMED = 5;
/** Letters of the text shown on either side of a word. */
const AROUND = 8;

/** @returns one warning per file with words that have no reading, one per reading that nothing uses */
export function readingProblems(tree: SourceTree, world: World): readonly Problem[] {
  return tree.packs.flatMap((pack) => {
    const texts = japaneseTexts(pack);
    return [...missing(pack, texts, readerOf(pack, world)), ...unused(pack, texts)];
  });
}

function japaneseTexts(pack: PackSource): readonly Placed[] {
  const written = textsOf(pack).flatMap(({ file, path, texts }) =>
    [texts.ja, texts['ja-easy']].flatMap((text) =>
      text === undefined ? [] : { file: file.file, line: file.lineOf(path), text },
    ),
  );
  const told = articlesOf(pack).flatMap(({ words }) =>
    [words.get('ja'), words.get('ja-easy')].flatMap((article) =>
      article === undefined
        ? []
        : { file: article.file, line: 1, text: `${article.title}\n${article.summary}\n${article.body}` },
    ),
  );
  return [...written, ...told];
}

function missing(pack: PackSource, texts: readonly Placed[], reader: Reader): readonly Problem[] {
  const byFile = new Map<string, Lost[]>();
  for (const one of texts.flatMap((text) => lostWords(text, reader))) {
    const list = byFile.get(one.file);
    if (list === undefined) byFile.set(one.file, [one]);
    else list.push(one);
  }
  return [...byFile].map(([file, list]) => {
    const words = [...new Set(list.map(({ word }) => word))];
    const named = `「${words.slice(0, NAMED).join('」「')}」${words.length > NAMED ? 'など' : ''}`;
    const message = `よみの決められないことばが${words.length}語あります（${named}）。${pack.folder}/readings.yaml に「ことば: よみ」と書くと、ふりがながつきます`;
    const details = list.map(({ line, word, around }) => `${file}:${line}: ${word} （${around}）`);
    return { ...warning(file, list[0]?.line ?? 1, 'reading-missing', message), details };
  });
}

function lostWords({ file, line, text }: Placed, reader: Reader): readonly Lost[] {
  const lost: Lost[] = [];
  let at = 0;
  for (const { surface, gap } of reader.words(text)) {
    const end = at + surface.length;
    if (gap === 'unknown' || gap === 'unsure') {
      const around = text.slice(Math.max(0, at - AROUND), end + AROUND).replace(/\s+/g, ' ');
      lost.push({ file, line, word: surface, around });
    }
    at = end;
  }
  return lost;
}

function unused(pack: PackSource, texts: readonly Placed[]): readonly Problem[] {
  const { file, words } = pack.readings;
  if (file === null) return [];
  return words
    .filter(({ word }) => !texts.some(({ text }) => text.includes(word)))
    .map(({ word, written }) =>
      warning(
        file.file,
        file.lineOf([written]),
        'reading-unused',
        `「${word}」はこのパックのどこにもありません。要らなければ消してください`,
      ),
    );
}
