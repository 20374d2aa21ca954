/** Texts that are too long for people who stand and have two minutes. Japanese only; others follow it. */
import type { Located } from '../check-parts.ts';
import { type Path, type Report, warning } from '../files.ts';
import type { PackSource } from '../source.ts';
import { articlesOf, textsOf } from './texts.ts';

/** In letters. A headline has a check of its own. */
const MAX_TITLE = 50;
const MAX_SUMMARY = 120;
const MAX_PARAGRAPH = 300;
const MAX_SENTENCE = 80;

export function checkLengths(pack: PackSource, report: Report): void {
  for (const { file, path, texts } of textsOf(pack)) {
    if (texts.ja !== undefined) checkText(file, path, String(path.at(-1)), texts.ja, report);
  }
  for (const { facts, words } of articlesOf(pack)) {
    const ja = words.get('ja');
    if (!ja) continue;
    for (const key of ['title', 'summary', 'body'] as const) checkText(facts, [], key, ja[key], report);
  }
}

function checkText(file: Located, path: Path, key: string, text: string, report: Report): void {
  const tell = (id: string, what: string, length: number, limit: number): void => {
    report(warning(file.file, file.lineOf(path), id, `${what}が長めです（${length}字。${limit}字まで）`));
  };
  const length = lengthOf(text);
  if (key === 'headline') return;
  if ((key === 'title' || key === 'name') && length > MAX_TITLE)
    tell('title-long', '題名', length, MAX_TITLE);
  if (key === 'summary' && length > MAX_SUMMARY) tell('summary-long', '要約', length, MAX_SUMMARY);
  const paragraphs = text.split(/\n\s*\n/);
  const longest = Math.max(...paragraphs.map(lengthOf));
  if (key !== 'summary' && longest > MAX_PARAGRAPH) tell('text-long', '段落', longest, MAX_PARAGRAPH);
  const sentence = Math.max(...paragraphs.flatMap(sentencesOf).map(lengthOf));
  if (sentence > MAX_SENTENCE) tell('sentence-long', '1つの文', sentence, MAX_SENTENCE);
}

function lengthOf(text: string): number {
  return [...text].length;
}

/** Sentences, and the lines of a list, which are no sentence together. */
function sentencesOf(paragraph: string): readonly string[] {
  return paragraph.split(/(?<=[。！？])|\n(?=\s*[-*・])/);
}
