/** A long list that is read row by row says the same as one that is read at once, line for line. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import type { Path } from '../../../content/author/files.ts';
import { type Memo, NO_MEMO } from '../../../content/author/memo.ts';
import { type Read, readDocument } from '../../../content/author/yaml-document.ts';

/** Long enough to be read row by row. */
const FILLER = Array.from(
  { length: 60 },
  (_row, i) => `- { id: filler-${i}, text: "まちの内容です。" }\n`,
).join('');

/** Remembers as the real one does, through JSON. */
function jsonMemo(): Memo & { readonly kinds: string[] } {
  const kept = new Map<string, string>();
  const kinds: string[] = [];
  return {
    kinds,
    of: <T>(kind: string, from: string, make: () => T): T => {
      kinds.push(kind);
      const text = kept.get(kind + from) ?? JSON.stringify(make());
      kept.set(kind + from, text);
      return JSON.parse(text) as T;
    },
    save: () => undefined,
  };
}

function contentOf(read: Read): unknown {
  return 'faults' in read ? read.faults : read.value;
}

function linesOf(read: Read, paths: readonly Path[]): readonly number[] {
  if ('faults' in read) throw new Error(JSON.stringify(read.faults));
  return paths.flatMap((path) => [read.lineOf(path), read.lineOfKey(path, 'b')]);
}

/** Every path of a value, and some that are not there. */
function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  const inside =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) =>
          pathsOf(one, [...at, Array.isArray(value) ? Number(key) : key]),
        )
      : [];
  return [at, [...at, 'nothing'], [...at, 99], ...inside];
}

describe('readDocument', () => {
  const scalar = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean());
  const inner = fc.dictionary(fc.constantFrom('a', 'b', 'ja', 'en'), scalar, { noNullPrototype: true });
  const row = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd'),
    fc.oneof(scalar, inner, fc.array(scalar, { maxLength: 3 })),
    { minKeys: 1, noNullPrototype: true },
  );
  const style = fc.record({
    comment: fc.constantFrom('', '# 見出し\n', '\n# a\n\n'),
    width: fc.constantFrom(0, 20, 80),
    quotes: fc.constantFrom('QUOTE_DOUBLE' as const, 'PLAIN' as const),
  });

  it('says of a list what YAML says, with every line, whether it was read before or not', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        style,
        (rows, { comment, width, quotes }) => {
          const own = stringify(rows, { lineWidth: width, defaultStringType: quotes });
          const text = `${comment}${own}${FILLER}`;
          const document = parseDocument(text);
          const paths = pathsOf(rows);
          const memo = jsonMemo();
          // A row in front that begins with an anchor makes it be read at once, a line lower.
          const whole = readDocument(`- &x {}\n${text}`, 0, NO_MEMO);
          for (let time = 0; time < 2; time++) {
            const read = readDocument(text, 7, memo);
            expect(contentOf(read)).toEqual(document.toJS());
            const lower = paths.map(([i, ...rest]) => (typeof i === 'number' ? [i + 1, ...rest] : []));
            const there = paths.flatMap((path, n) => (typeof path[0] === 'number' ? [n] : []));
            const [mine, theirs] = [linesOf(read, paths), linesOf(whole, lower)];
            for (const n of there.flatMap((one) => [2 * one, 2 * one + 1])) {
              if (paths[Math.floor(n / 2)]?.[0] === 99) continue;
              expect([paths[Math.floor(n / 2)], mine[n]]).toEqual([
                paths[Math.floor(n / 2)],
                (theirs[n] ?? 0) + 6,
              ]);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('reads a long list row by row', () => {
    const memo = jsonMemo();
    readDocument(FILLER, 0, memo);
    expect(new Set(memo.kinds)).toEqual(new Set(['yaml']));
  });

  it.each([
    ['anchors and aliases', `- &a { b: 1 }\n- *a\n${FILLER}`],
    ['a text over several lines', `- |\n  one\n  two\n${FILLER}`],
    ['a row that stands alone', `-\n  b: 1\n${FILLER}`],
    ['a second document', `${FILLER}---\n- b: 1\n`],
    ['a list below a key', `rows:\n${FILLER}`],
    ['an indented list', FILLER.replaceAll(/^/gm, '  ')],
    ['lines of Windows', FILLER.replaceAll('\n', '\r\n')],
    ['an endless number', `- b: .inf\n${FILLER}`],
    ['a text left open', `- "b\n${FILLER}`],
    ['a key twice in a row', `- { b: 1, b: 2 }\n${FILLER}`],
    ['a quoted text with a dash at the edge', `- "b\n- c"\n${FILLER}`],
  ])('says the same of %s as without a memo', (_what, text) => {
    const memo = jsonMemo();
    const plain = readDocument(text, 3, NO_MEMO);
    for (let time = 0; time < 2; time++) {
      expect(contentOf(readDocument(text, 3, memo))).toEqual(contentOf(plain));
    }
    const document = parseDocument(text);
    expect('faults' in plain).toBe(document.errors.length > 0);
    if (document.errors.length === 0) expect(contentOf(plain)).toEqual(document.toJS());
  });
});
