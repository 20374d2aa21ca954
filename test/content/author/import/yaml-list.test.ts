/** An import must not touch what somebody wrote by hand beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editList, parseList } from '../../../../content/author/import/yaml-list.ts';
import type { RowValue } from '../../../../content/author/workbook/kind.ts';
import { SOURCE } from '../../../helpers/places.ts';

const NONE = { added: [], changed: new Map<number, RowValue>(), removed: new Set<number>() };

const HAND = `# Towns. Written by hand.
- town: 012068 釧路市   # the one in the east
  headline: { ja: 霧のまち, en: Town of fog }
  notes:
    - ja: 朝市がある。   # since 1950

# This one is small.
- town: 016675 鶴居村
  theme: snow
`;

describe('editList', () => {
  it('adds behind what is there and leaves that byte for byte', () => {
    const added = [
      { town: '012025 函館市', headline: { ja: '夜景', en: 'Lights' }, months: [9, 10], tags: ['a'] },
    ];
    expect(editList(HAND, { ...NONE, added })).toBe(
      `${HAND}- town: 012025 函館市
  headline: { ja: 夜景, en: Lights }
  months: [ 9, 10 ]
  tags:
    - a
`,
    );
  });

  it('writes anew only what changes, with its comments and those of its neighbours', () => {
    const [first = {}] = parseList(HAND);
    const changed = new Map([[0, { ...first, headline: { ja: '湿原のまち' }, theme: 'sea' }]]);
    expect(editList(HAND, { ...NONE, changed })).toBe(
      HAND.replace('{ ja: 霧のまち, en: Town of fog }', '{ ja: 湿原のまち }')
        .replace('釧路市   #', '釧路市 #')
        .replace('朝市がある。   #', '朝市がある。 #')
        .replace('since 1950\n', 'since 1950\n  theme: sea\n'),
    );
  });

  it('takes out a thing with its lines; the comment before it stays', () => {
    expect(editList(HAND, { ...NONE, removed: new Set([1]) })).toBe(
      HAND.replace('- town: 016675 鶴居村\n  theme: snow\n', ''),
    );
    expect(parseList(editList(HAND, { ...NONE, removed: new Set([0, 1]) }))).toEqual([]);
  });

  it.each([
    ['an empty file', '', ''],
    ['nothing but a comment', '# Offers.\n', '# Offers.\n'],
    ['an empty list', '# Offers.\n[]\n', '# Offers.\n'],
  ])('begins a list in %s', (_what, text, head) => {
    expect(editList(text, { ...NONE, added: [{ id: 'a', value: 1 }] })).toBe(`${head}- id: a\n  value: 1\n`);
  });

  it('keeps Windows line ends and an indented list', () => {
    const windows = '- id: a\r\n  x: 1 # one\r\n';
    expect(editList(windows, { ...NONE, changed: new Map([[0, { id: 'a', x: 2 }]]) })).toBe(
      '- id: a\r\n  x: 2 # one\r\n',
    );
    const indented = '  # all\n  - id: a\n    x: 1\n  - id: b\n    x: 1\n';
    const edit = { added: [{ id: 'c' }], changed: new Map([[1, { id: 'b', x: 3 }]]), removed: new Set([0]) };
    expect(editList(indented, edit)).toBe('  # all\n  - id: b\n    x: 3\n  - id: c\n');
  });

  it('rewrites lists in brackets and lists with anchors as a whole, and says the same', () => {
    for (const text of ['[{ id: a }, { id: b }] # two\n', '- &one { id: a }\n- *one\n- { id: b }\n']) {
      const rows = parseList(text);
      const after = parseList(
        editList(text, { ...NONE, added: [{ id: 'z' }], changed: new Map([[1, { id: 'y' }]]) }),
      );
      expect(after).toEqual([rows[0], { id: 'y' }, ...rows.slice(2), { id: 'z' }]);
    }
  });

  it('writes words that YAML would take for something else so that they stay words', () => {
    const row = {
      a: '2019',
      b: 'yes',
      c: '10:00',
      d: '- x',
      e: '# no',
      f: ' x ',
      g: 'a: b',
      h: '令和\n2年',
      i: '0154',
      j: '',
    };
    expect(parseList(editList('', { ...NONE, added: [row] }))).toEqual([row]);
  });

  it('leaves our whole default content byte for byte but for the one thing that changes', () => {
    const folder = join(SOURCE, 'base');
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
      const text = readFileSync(join(folder, file), 'utf8');
      if (
        !text
          .replace(/^#.*\n/gm, '')
          .trimStart()
          .startsWith('- ')
      )
        continue;
      const rows = parseList(text);
      const at = Math.floor(rows.length / 2);
      const edited = editList(text, { ...NONE, changed: new Map([[at, { ...rows[at], added: 'x' }]]) });
      expect(editList(text, NONE), file).toBe(text);
      const before = text.split('\n');
      const after = edited.split('\n');
      const head = before.findIndex((line, i) => line !== after[i]);
      const tail = [...before].reverse().findIndex((line, i) => line !== after.at(-1 - i));
      // Whatever lies outside the thing itself is the same; the thing is a few lines.
      expect(before.length - head - tail, file).toBeLessThan(40);
    }
  });

  it('gives exactly the list that was meant, for any rows and edits', () => {
    const text = fc.string({
      unit: fc.constantFrom('あ', 'a', ' ', ':', '#', '"', "'", '-', '\n', '{', '1'),
      maxLength: 8,
    });
    const row = fc.dictionary(
      fc.constantFrom('id', 'name', 'note'),
      fc.oneof(text, fc.integer(), fc.record({ ja: text })),
    );
    const rows = fc.array(row, { maxLength: 4 });
    fc.assert(
      fc.property(
        rows,
        rows,
        fc.array(row, { maxLength: 4 }),
        fc.array(fc.nat(3)),
        (first, added, news, gone) => {
          const before = editList('# hand\n', { ...NONE, added: first });
          const removed = new Set(gone.filter((i) => i < first.length));
          const changed = new Map([...news.entries()].filter(([i]) => i < first.length && !removed.has(i)));
          const after = parseList(editList(before, { added, changed, removed }));
          const wanted = first.flatMap((one, i) => (removed.has(i) ? [] : [changed.get(i) ?? one]));
          expect(after).toEqual([...wanted, ...added]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
