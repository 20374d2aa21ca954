import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitMarkdown } from '../../../content/author/markdown.ts';
import type { Problem } from '../../../content/author/problem.ts';
import { anyText } from '../../helpers/texts.ts';

function split(text: string) {
  const problems: Problem[] = [];
  return { value: splitMarkdown('a.md', text, (problem) => problems.push(problem)), problems };
}

describe('splitMarkdown', () => {
  it('takes front matter, heading, summary and body apart', () => {
    expect(split('---\nkind: case\n---\n\n# 見出し\n\n要約です。\n\n本文1。\n\n- 本文2\n').value).toEqual({
      frontMatter: 'kind: case',
      title: '見出し',
      summary: '要約です。',
      body: '本文1。\n\n- 本文2',
      titleLine: 5,
    });
  });

  it('needs neither front matter nor body', () => {
    expect(split('# A\n\nB').value).toEqual({
      frontMatter: null,
      title: 'A',
      summary: 'B',
      body: '',
      titleLine: 1,
    });
  });

  it('reads Windows line ends the same', () => {
    const text = '---\nkind: case\nposition: 1\n---\n\n# 見出し\n\n要約\n二行目。\n\n本文。\n\n終わり。\n';
    const windows = split(text.replaceAll('\n', '\r\n')).value;
    const unix = split(text).value;
    expect(windows?.frontMatter?.replaceAll('\r', '')).toBe(unix?.frontMatter);
    expect({ ...windows, frontMatter: '', body: windows?.body.replaceAll('\r', '') }).toEqual({
      ...unix,
      frontMatter: '',
    });
  });

  it('joins the lines of a Japanese summary without a space', () => {
    expect(split('# あ\n\n一行目、\n  二行目。\n').value?.summary).toBe('一行目、二行目。');
  });

  it('keeps the words of a wrapped English summary apart', () => {
    expect(split('# A\n\nThe first line\nand the second,\nwith a third.\n').value?.summary).toBe(
      'The first line and the second, with a third.',
    );
  });

  it('puts a space between Korean lines and none between Chinese ones', () => {
    expect(split('# A\n\n첫째 줄\n둘째 줄\n').value?.summary).toBe('첫째 줄 둘째 줄');
    expect(split('# A\n\n第一行\n第二行\n').value?.summary).toBe('第一行第二行');
  });

  it('ends the summary at a line of spaces', () => {
    expect(split('# A\n\nB\n \t \nC\n').value).toMatchObject({ summary: 'B', body: 'C' });
  });

  it.each([
    ['no heading', '要約です。\n\n本文。\n', 1],
    ['no heading after front matter', '---\nkind: case\n---\n\n要約です。\n', 5],
    ['a heading without a space', '#見出し\n\n要約\n', 1],
    ['a second-level heading', '## 見出し\n\n要約\n', 1],
    ['a heading alone', '# 見出し\n', 1],
    ['a heading and empty lines', '\n\n# 見出し\n\n\n', 3],
    ['an empty heading', '# \n\n要約\n', 1],
    ['a heading in place of the paragraph', '# 見出し\n\n## 小見出し\n\n本文。\n', 1],
    ['a list in place of the paragraph', '# 見出し\n\n- 一\n- 二\n', 1],
    ['nothing at all', '', 1],
    ['front matter alone', '---\nkind: case\n---\n', 4],
    ['front matter that never ends', '---\nkind: case\n# 見出し\n\n要約\n', 1],
  ])('markdown-form: %s', (_what, text, line) => {
    const { value, problems } = split(text);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => [problem.id, problem.line])).toEqual([['markdown-form', line]]);
  });

  const paragraph = fc
    .array(fc.stringMatching(/^[a-zあ-ん漢]{1,6}$/), { minLength: 1, maxLength: 3 })
    .map((lines) => lines.join('\n'));

  it('loses nothing: title, summary and body come back as they were written', () => {
    const gap = fc.constantFrom('\n\n', '\n\n\n', '\n \n', '\r\n\r\n');
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zあ-ん]{1,6}$/),
        fc.array(paragraph, { minLength: 1, maxLength: 4 }),
        gap,
        (title, paragraphs, between) => {
          const { value } = split(`# ${title}${between}${paragraphs.join(between)}\n`);
          expect(value?.title).toBe(title);
          expect(value?.summary.replaceAll(' ', '')).toBe(paragraphs[0]?.replaceAll('\n', ''));
          expect(value?.body.split(/\r?\n\s*\n/).filter(Boolean)).toEqual(paragraphs.slice(1));
        },
      ),
    );
  });

  it('never throws and either gives parts or one complaint', () => {
    const unit = fc.constantFrom('#', ' ', '\n', '\r\n', '---\n', 'a', 'あ', '\t', '\u2028');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit }), anyText), (text) => {
        const { value, problems } = split(text);
        expect(problems.length).toBe(value === undefined ? 1 : 0);
        if (value) expect([value.title.trim(), value.summary.trim()]).not.toContain('');
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer for a hostile file than for a long one', () => {
    const startedMs = performance.now();
    split(`# a${' '.repeat(200_000)}b`);
    split(`# a\n\n${'x\n '.repeat(100_000)}`);
    split(`${'\n '.repeat(100_000)}x`);
    split(`---\n${'a\n'.repeat(100_000)}`);
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
