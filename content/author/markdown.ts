/** Takes a Markdown source apart: front matter, `# heading`, first paragraph, rest. */
import { error, type Report } from './files.ts';

export type MarkdownParts = {
  /** Text between `---` lines, without them; null where there is none. */
  readonly frontMatter: string | null;
  readonly title: string;
  /** First paragraph, one line. */
  readonly summary: string;
  /** The rest, Markdown; lines end in a line feed. */
  readonly body: string;
  /** Line of the heading. */
  readonly titleLine: number;
};

/** What cannot begin a paragraph: a heading, a list, a quotation, a table, a block of code. */
const NO_PARAGRAPH = /^(#|[-*+>|] |\d+[.)] |```)/;

/**
 * Splits a Markdown source, line by line: no file can make it slow.
 *
 * @returns undefined after reporting what is missing
 */
export function splitMarkdown(file: string, text: string, report: Report): MarkdownParts | undefined {
  const lines = text.split(/\r?\n/);
  const fence = isFence(lines[0]) ? lines.findIndex((line, i) => i > 0 && isFence(line)) : -1;
  const titleAt = find(lines, fence + 1, isText);
  const title = /^#[ \t]+(\S.*)$/s.exec(lines[titleAt]?.trim() ?? '')?.[1];
  const from = find(lines, titleAt + 1, isText);
  const to = find(lines, from, (line) => !isText(line));
  if (title === undefined || from === lines.length || NO_PARAGRAPH.test(lines[from]?.trim() ?? '')) {
    const line = titleAt < lines.length ? titleAt + 1 : fence + 2;
    report(error(file, line, 'markdown-form', '「# 見出し」、空行、1段落目（要約）の順に書いてください'));
    return undefined;
  }
  return {
    frontMatter: fence > 0 ? lines.slice(1, fence).join('\n') : null,
    title,
    summary: joinLines(lines.slice(from, to)),
    body: lines.slice(to).join('\n').trim(),
    titleLine: titleAt + 1,
  };
}

function isFence(line: string | undefined): boolean {
  return line?.trimEnd() === '---';
}

function isText(line: string): boolean {
  return line.trim() !== '';
}

/** Index of the first line from `start` on that `wanted` takes, or the number of lines. */
function find(lines: readonly string[], start: number, wanted: (line: string) => boolean): number {
  let at = start;
  while (at < lines.length && !wanted(lines[at] ?? '')) at++;
  return at;
}

/** Letters that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;

/** Lines of a paragraph as one: a space between words, none where Japanese or Chinese stands beside. */
function joinLines(lines: readonly string[]): string {
  const words = lines.map((line) => line.trim());
  return words.map((line, i) => (i > 0 && isSpaced(words[i - 1] ?? '', line) ? ` ${line}` : line)).join('');
}

function isSpaced(before: string, after: string): boolean {
  const [last = ''] = [...before.slice(-2)].slice(-1);
  const [first = ''] = after;
  return !UNSPACED.test(last) && !UNSPACED.test(first);
}
