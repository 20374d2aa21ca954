/** Files come in whatever encoding the office's program chose; a wrong guess turns a town's text to rubbish. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '../../../../content/author/table/decode.ts';
import { cp932Letters, toCp932, toUtf8, toUtf16 } from '../../../helpers/encode.ts';

const TEXT = '自治体,名前,説明\r\n北海道釧路市,秋あじ（秋鮭）,①㈱髙﨑～は〜\r\n'.replace('〜', '～');

describe('decode', () => {
  it.each([
    ['UTF-8 without mark', toUtf8(TEXT, false), 'UTF-8'],
    ['UTF-8 with mark', toUtf8(TEXT, true), 'UTF-8'],
    ['UTF-16LE with mark', toUtf16(TEXT, 'LE', true), 'UTF-16LE'],
    ['UTF-16BE with mark', toUtf16(TEXT, 'BE', true), 'UTF-16BE'],
    ['UTF-16LE without mark', toUtf16(TEXT, 'LE', false), 'UTF-16LE'],
    ['UTF-16BE without mark', toUtf16(TEXT, 'BE', false), 'UTF-16BE'],
    ['CP932 with the letters of NEC and IBM', toCp932(TEXT), 'CP932'],
  ])('reads %s', (_what, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: TEXT, encoding });
  });

  it('reads every letter of CP932', () => {
    const letters = cp932Letters();
    expect(letters.length).toBeGreaterThan(7000);
    for (let at = 0; at < letters.length; at += 500) {
      const text = letters.slice(at, at + 500).join('');
      expect(decode(toCp932(text))?.text).toBe(text);
    }
  });

  it('gives back any text of a table in each encoding', () => {
    const word = fc.array(fc.constantFrom(...cp932Letters()), { minLength: 3, maxLength: 20 });
    const table = fc.array(
      word.map((letters) => `名前,${letters.join('')}\r\n`),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(table, fc.boolean(), (lines, mark) => {
        const text = lines.join('');
        expect(decode(toUtf8(text, mark))?.text).toBe(text);
        expect(decode(toUtf16(text, 'LE', mark))?.text).toBe(text);
        expect(decode(toUtf16(text, 'BE', mark))?.text).toBe(text);
        expect(decode(toCp932(text))?.text).toBe(text);
      }),
      { numRuns: 200 },
    );
  });

  it('gives nothing for bytes that are no text', () => {
    expect(decode(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, 0xff, 0x81))).toBeUndefined();
    expect(decode(Uint8Array.of(0x81))).toBeUndefined();
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void decode(bytes)));
  });
});
