import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packIdOfTarget, packTargetPath } from '../../../content/pack/target.ts';
import { findTrick, readDocument } from '../../../content/sync/documents.ts';
import { fileNameOf } from '../../../content/sync/trust.ts';

/** JSON as signed lists have it: whole numbers only. */
const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
})).value;

describe('findTrick', () => {
  it('finds nothing in plain JSON, however it is indented', () => {
    fc.assert(
      fc.property(plain, fc.constantFrom(undefined, 1, '\t'), (value, space) => {
        expect(findTrick(JSON.stringify(value, null, space))).toBeUndefined();
      }),
    );
  });
  it('finds a key that stands twice in one object, however it is spelt', () => {
    fc.assert(
      fc.property(fc.string(), plain, plain, (key, first, second) => {
        const escaped = [...key]
          .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
          .join('');
        fc.pre([...key].every((one) => one.length === 1));
        const text = `{${JSON.stringify(key)}: ${JSON.stringify(first)}, "${escaped}" : ${JSON.stringify(second)}}`;
        expect(findTrick(text)).toMatch(/^key /);
      }),
    );
  });
  it('lets the same key stand in two objects', () => {
    expect(findTrick('{"a": {"a": 1}, "b": [{"a": 1}, {"a": 2}]}')).toBeUndefined();
  });
  it.each(['1.5', '1e400', '-1e3000', '9007199254740993'])('finds the number %s', (number) => {
    expect(findTrick(`{"a": ${number}}`)).toMatch(/^number/);
  });
  it('does not take long over hostile text', () => {
    const startMs = performance.now();
    for (const text of [
      '"'.repeat(300_001),
      '\\'.repeat(300_000),
      `"${'\\"'.repeat(200_000)}`,
      '[{'.repeat(10),
    ]) {
      findTrick(text);
    }
    expect(performance.now() - startMs).toBeLessThan(1_000);
  });
});

describe('readDocument', () => {
  it('never throws anything but a refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => Buffer.from(text)),
        ),
        (bytes) => {
          try {
            readDocument(bytes, 'timestamp');
          } catch (error) {
            expect(error).toMatchObject({ name: 'SyncRefused' });
          }
        },
      ),
    );
  });
});

describe('packIdOfTarget', () => {
  it('gives back every good id', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z][a-z0-9-]{0,40}$/), (id) => {
        fc.pre(!/^(con|prn|aux|nul|com\d|lpt\d)$/.test(id));
        expect(packIdOfTarget(packTargetPath(id as never))).toBe(id);
      }),
    );
  });
  it('gives an id or refuses, for any path under packs/', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        try {
          expect(packIdOfTarget(`packs/${rest}`)).toMatch(/^[a-z][a-z0-9-]{0,63}$/);
        } catch (error) {
          expect(error).toMatchObject({ name: 'SyncRefused', refusal: { code: 'bad-path' } });
        }
      }),
    );
  });
});

describe('fileNameOf', () => {
  it('gives different roles different plain names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        fc.pre(a !== b);
        expect(fileNameOf(a)).not.toBe(fileNameOf(b));
        expect(fileNameOf(a)).toMatch(/^[A-Za-z0-9_~%-]*$/);
      }),
    );
  });
});
