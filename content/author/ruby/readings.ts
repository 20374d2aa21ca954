/**
 * `readings.yaml` of a pack's folder: how words of this pack are read, `縁: えん`. A value of `-` leaves a word
 * without reading. What stands there counts wherever the letters stand in the pack, before every dictionary.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hasKanji } from '../../pack/ruby.ts';
import { error, type Report, readYaml, type SourceFile } from '../files.ts';
import { type LexiconWord, lexiconWord } from './lexicon.ts';

/** Leaves a word without reading. */
const NONE = '-';

const readingsFile = z.record(z.string(), z.string('よみはひらがなで書いてください').trim());

export type OwnReadings = {
  /** null: the pack has none. */
  readonly file: SourceFile<Readonly<Record<string, string>>> | null;
  readonly words: readonly LexiconWord[];
};

/** @returns the words that can be used; whatever is wrong is reported, and the rest goes on */
export function readReadings(root: string, folder: string, report: Report): OwnReadings {
  const name = `${folder}/readings.yaml`;
  if (!existsSync(join(root, name))) return { file: null, words: [] };
  const file = readYaml(root, name, readingsFile, report);
  if (file === undefined) return { file: null, words: [] };
  const words = Object.entries(file.value).flatMap(([written, reading]) => {
    const word = readWord(written, reading);
    if (typeof word !== 'string') return word;
    report(error(name, file.lineOf([written]), 'reading-form', `「${written}: ${reading}」${word}`));
    return [];
  });
  return { file, words };
}

/** @returns the word, or what is wrong with it in words for staff */
function readWord(written: string, reading: string): LexiconWord | string {
  if (!hasKanji(written)) return 'に漢字がありません。漢字のあることばとよみを書いてください';
  const word = reading === '' ? null : lexiconWord(written, reading === NONE ? '' : reading, 'always');
  if (word === null) {
    return 'のよみが合いません。ことば全体のよみをひらがなで書いてください（食べ物: たべもの）。よみをつけないことばには「-」と書いてください';
  }
  const letters = word.parts.map((part) => part.reading ?? '').join('');
  return /^[ぁ-ゖー]*$/.test(letters) ? word : 'のよみはひらがなで書いてください';
}
