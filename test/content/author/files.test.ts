/** Reading of single source files: every complaint names the file and the line where staff must look. */
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { parseYaml, readText, readYaml } from '../../../content/author/files.ts';
import type { Problem } from '../../../content/author/problem.ts';
import * as shapes from '../../../content/author/shapes.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';
import { anyText } from '../../helpers/texts.ts';

const ANY = z.unknown();

/** Runs a reader and gives what it returned and what it reported. */
function collect<T>(read: (report: (problem: Problem) => void) => T): { value: T; problems: Problem[] } {
  const problems: Problem[] = [];
  return { value: read((problem) => problems.push(problem)), problems };
}

/** Problems of YAML text against a shape, as `line id: message`. */
function complaints(text: string, shape: z.ZodType = ANY, linesBefore = 0): readonly string[] {
  const { value, problems } = collect((report) => parseYaml('a.yaml', text, linesBefore, shape, report));
  expect(value === undefined).toBe(problems.length > 0);
  return problems.map(({ line, id, message }) => `${line} ${id}: ${message}`);
}

describe('readText', () => {
  const read = (content: string | Uint8Array) => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.yaml': content });
    return collect((report) => readText(folder, 'a.yaml', report));
  };

  it('gives the text without the byte order mark that Windows editors add', () => {
    expect(read('\ufeffa: 1\n').value).toBe('a: 1\n');
  });

  it('file-missing: a file that is not there', () => {
    const { value, problems } = collect((report) => readText(tempFolder(), 'no.yaml', report));
    expect([value, problems[0]?.id, problems[0]?.file, problems[0]?.line]).toEqual([
      undefined,
      'file-missing',
      'no.yaml',
      1,
    ]);
  });

  it('file-missing: a folder where a file is wanted', () => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.yaml/inside': '' });
    expect(collect((report) => readText(folder, 'a.yaml', report)).problems[0]?.id).toBe('file-missing');
  });

  it.each([
    ['Shift_JIS', Uint8Array.of(0x61, 0x3a, 0x20, 0x8b, 0xe6)],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0x00, 0x3a, 0x00)],
    ['a character cut in half', Uint8Array.of(0xe5, 0x8c)],
  ])('not-utf8: %s', (_what, bytes) => {
    expect(read(bytes).problems.map((problem) => problem.id)).toEqual(['not-utf8']);
  });

  it('text-hidden: letters that nobody sees, with their line', () => {
    const hidden = '# a\n題: 市\u202e役所\nb: \u0007\nc: と\ufffd\r\nd: 1\t2\n';
    expect(
      read(hidden).problems.map(({ id, line, message }) => [id, line, /U\+\w+/.exec(message)?.[0]]),
    ).toEqual([
      ['text-hidden', 2, 'U+202E'],
      ['text-hidden', 3, 'U+0007'],
      ['text-hidden', 4, 'U+FFFD'],
    ]);
  });

  it('file-too-large: more than 4 MB', () => {
    expect(read('#'.repeat(4_000_001)).problems.map((problem) => problem.id)).toEqual(['file-too-large']);
    expect(read('#'.repeat(4_000_000)).problems).toEqual([]);
  });
});

describe('readYaml', () => {
  it('gives the value and the line of each part', () => {
    const folder = tempFolder();
    writeFiles(folder, { 'x/a.yaml': '# comment\n\nlist:\n  - one\n  - name: two\n    size: 3\n' });
    const file = readYaml(folder, 'x/a.yaml', ANY, () => undefined);
    expect(file?.value).toEqual({ list: ['one', { name: 'two', size: 3 }] });
    expect(file?.file).toBe('x/a.yaml');
    const lines = [
      ['list', 0],
      ['list', 1],
      ['list', 1, 'size'],
    ].map((path) => file?.lineOf(path));
    expect(lines).toEqual([4, 5, 6]);
  });

  it('gives the line of the nearest parent where a value has no place of its own', () => {
    const file = collect((report) => parseYaml('a.yaml', 'a:\n  b: 1\n', 0, ANY, report)).value;
    expect([file?.lineOf(['a', 'c']), file?.lineOf(['x', 'y']), file?.lineOf([])]).toEqual([2, 1, 1]);
  });

  it('counts lines with Windows line ends as well', () => {
    const file = collect((report) => parseYaml('a.yaml', 'a: 1\r\nb:\r\n  c: 2\r\n', 0, ANY, report)).value;
    expect(file?.lineOf(['b', 'c'])).toBe(3);
  });

  it('adds the lines before front matter', () => {
    expect(complaints('a: 1\nb: [', ANY, 10)[0]).toMatch(/^12 yaml: /);
  });

  it('finds the line of every value of any list that YAML can write', () => {
    const value = fc.array(fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1 }), { minLength: 1 });
    fc.assert(
      fc.property(value, (lists) => {
        const text = stringify(lists);
        const file = parseYaml('a.yaml', text, 0, ANY, () => undefined);
        const lines = text.split('\n');
        for (const [i, list] of lists.entries()) {
          for (const [j, word] of list.entries())
            expect(lines[(file?.lineOf([i, j]) ?? 0) - 1]).toContain(word);
        }
      }),
    );
  });
});

describe('parseYaml refuses as `yaml`', () => {
  it('a broken line, and says which', () => {
    expect(complaints('a: 1\nb: [1, 2\nc: 3\n')).toEqual([
      expect.stringMatching(/^[23] yaml: YAMLとして読めません/),
    ]);
  });

  it('a key written twice, at the second one', () => {
    expect(complaints('a: 1\nb: 2\na: 3\n')).toEqual([expect.stringMatching(/^3 yaml: /)]);
  });

  it('tabs for indentation', () => {
    expect(complaints('a:\n\tb: 1\n')[0]).toMatch(/^2 yaml: /);
  });

  it.each([
    ['a: 1\na: 2\n', '同じ項目が2回'],
    ['a:\n\tb: 1\n', 'タブ'],
    ['a: [1, 2\nb: 3\n', '閉じて'],
    ['a: b: c\n', 'もう一つの「:」'],
    ['a: 1\n---\nb: 2\n', '「---」'],
    ['a: @x\n', '全体を「"」で囲んで'],
    ['a: "x\n', '閉じて'],
    ['- a\nb: 1\n', '字下げ'],
  ])('%j in words for staff', (text, words) => {
    const said = complaints(text).join('\n');
    expect(said).toContain(words);
    expect(said.replace(/^\d+ yaml: YAML/gm, '')).not.toMatch(/[A-Za-z]{4,}/);
  });

  it('two documents in one file', () => {
    expect(complaints('a: 1\n---\nb: 2\n')[0]).toMatch(/ yaml: /);
  });

  it('an alias that stands for nothing', () => {
    expect(complaints('a: 1\nb: *nothing\n')[0]).toMatch(/^\d yaml: /);
  });

  it('aliases that multiply without end', () => {
    const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [to, from] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf']) {
      lines.push(`${to}: &${to} [${Array(10).fill(`*${from}`).join(', ')}]`);
    }
    const startedMs = performance.now();
    expect(complaints(lines.join('\n'))[0]).toMatch(/^1 yaml: /);
    expect(performance.now() - startedMs).toBeLessThan(2000);
  });

  it('brackets without end', () => {
    expect(complaints('['.repeat(20_000))[0]).toMatch(/^\d+ yaml: /);
  });

  it('nothing by throwing, whatever the text', () => {
    const pieces = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '|',
      '>',
      '"',
      "'",
      '#',
      '!!map',
      '? ',
      '---\n',
      '<<',
      '\t',
      '\0',
      '__proto__',
    );
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: pieces, maxLength: 15 })), (text) => {
        for (const line of complaints(text, shapes.townsFile))
          expect(line).toMatch(/^[1-9]\d* (yaml|shape): /);
      }),
      { numRuns: 500 },
    );
  });
});

describe('parseYaml refuses as `shape`', () => {
  const LINK = 'id: a\ntype: agreement\ntitle: { ja: あ, en: A }\n';
  const links = (text: string) =>
    complaints(text.replace(/^/gm, '  ').replace(/^ {2}/, '- '), shapes.linksFile);

  it('takes a good link', () => {
    expect(links(LINK.trim())).toEqual([]);
  });

  it('an unknown key, at its own line', () => {
    expect(links(`${LINK}wrads: all`)).toEqual(['4 shape: 0: 知らない項目です: wrads']);
  });

  it('each of several unknown keys at its own line', () => {
    expect(links(`x: 1\n${LINK}y: 2`)).toEqual([
      '1 shape: 0: 知らない項目です: x',
      '5 shape: 0: 知らない項目です: y',
    ]);
  });

  it('a missing key, at the thing it is missing from', () => {
    expect(links('id: a\ntype: agreement')).toEqual(['1 shape: 0.title: がありません。書いてください']);
  });

  it('a missing translation, at the text', () => {
    expect(links('id: a\ntype: agreement\ntitle:\n  ja: あ')).toEqual([
      '4 shape: 0.title.en: がありません。書いてください',
    ]);
  });

  it('a value that is not in the list, and says the list', () => {
    expect(links(LINK.replace('agreement', 'marriage'))[0]).toMatch(
      /^2 shape: 0\.type: 決められた値ではありません。使える値: .*agreement/,
    );
  });

  it.each([
    ['2020-13-01', '2020-11-13 のどれかの形で'],
    ['2020/11/13', '2020-11-13 のどれかの形で'],
    ['令和2年', '2020-11-13 のどれかの形で'],
  ])('the date %s', (date, words) => {
    expect(links(`${LINK}start: ${date}`)).toEqual([expect.stringMatching(/^4 shape: 0\.start: /)]);
    expect(links(`${LINK}start: ${date}`)[0]).toContain(words);
  });

  it.each(['wards: al', 'wards: 131016 千代田区', 'wards: { a: 1 }'])('%s', (line) => {
    expect(links(LINK + line)).toEqual([
      '4 shape: 0.wards: all か、「131016 千代田区」の形のリストで書いてください',
    ]);
  });

  it('an id in capitals', () => {
    expect(links(LINK.replace('id: a', 'id: A'))[0]).toContain(
      '1 shape: 0.id: idは小文字の英数字とハイフンで',
    );
  });

  it('an empty text', () => {
    expect(links(LINK.replace('あ', '"  "'))).toEqual(['3 shape: 0.title.ja: 空です']);
  });

  it('a list where one thing is wanted, in Japanese', () => {
    expect(links(LINK.replace('{ ja: あ, en: A }', '[あ, A]'))).toEqual([
      '3 shape: 0.title: 値の種類が違います（項目の集まりが必要です）',
    ]);
  });

  it('an empty file, without a dangling colon', () => {
    expect(complaints('', shapes.linksFile)).toEqual([
      '1 shape: 値の種類が違います（「- 」で始まるリストが必要です）',
    ]);
    expect(complaints('# only a comment\n', shapes.packFile)[0]).toMatch(/^1 shape: 値の種類が違います/);
  });

  it('a list of the wrong length', () => {
    expect(complaints('[]', shapes.regionsFile)[0]).toMatch(/^1 shape: .*8/);
  });

  it('an unknown kind of block, and says the kinds', () => {
    const chapter =
      'chapters:\n  - id: a\n    title: { ja: あ, en: A }\n    theme: sea\n    blocks:\n      - kind: movie\n';
    const texts = ['title', 'subtitle', 'summary'].map((key) => `${key}: { ja: あ, en: A }\n`).join('');
    const [complaint, ...rest] = complaints(`id: x\n${texts}theme: sea\n${chapter}`, shapes.exhibitionFile);
    expect(rest).toEqual([]);
    expect(complaint).toContain(
      '11 shape: chapters.0.blocks.0.kind: 決められた値ではありません。使える値: text、quote、',
    );
  });

  it('a telephone number that is none, in Japanese', () => {
    const contact = 'contacts:\n  - { id: a, name: { ja: あ, en: A }, asOf: 2020-01-01, phone: "110" }\n';
    const found = complaints(`fields: []\ntopics: []\n${contact}`, shapes.projectFile);
    expect(found).toContain('4 shape: contacts.0.phone: 電話番号は 03-1234-5678 の形で書いてください');
  });

  it('nothing in English: every complaint has Japanese words', () => {
    const value = fc.constantFrom(
      '1',
      '-1',
      '1.5',
      'true',
      'null',
      'x',
      '""',
      '[]',
      '[1]',
      '{}',
      '{ja: x}',
      '2020',
      '"2020"',
    );
    const key = fc.constantFrom(
      'id',
      'kind',
      'version',
      'date',
      'title',
      'points',
      'answers',
      'asOf',
      'url',
      'x',
    );
    const document = fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name });
    const all = Object.values(shapes).filter(
      (shape): shape is typeof shapes.packFile => 'safeParse' in shape,
    );
    fc.assert(
      fc.property(fc.constantFrom(...all), document, fc.boolean(), (shape, pairs, inList) => {
        const text = pairs.map(([name, one]) => `${name}: ${one}`).join('\n');
        const list = `- ${text.replaceAll('\n', '\n  ')}\n`;
        for (const line of complaints(inList && text !== '' ? list : text, shape)) {
          const [, message = ''] = /^\d+ [\w-]+: (.*)$/s.exec(line) ?? [];
          expect(message).toMatch(/[ぁ-ん]/);
          expect(message).not.toMatch(/Invalid|expected|Too (small|big)|must/);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('dates in YAML', () => {
  it('may be a year without quotes, which YAML takes for a number', () => {
    const file = parseYaml(
      'a.yaml',
      '- { start: 2020, kind: context, title: { ja: あ, en: A } }',
      0,
      shapes.timelineFile,
      () => undefined,
    );
    expect(file?.value[0]?.start).toBe('2020');
  });
});

it('paths are relative to the source folder with / on every system', () => {
  const folder = tempFolder();
  const { problems } = collect((report) => readYaml(folder, 'base/no.yaml', ANY, report));
  expect(problems[0]?.file).toBe('base/no.yaml');
  expect(problems[0]?.message).not.toContain(join(folder));
});
