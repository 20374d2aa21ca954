import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasKanji,
  hasRubyMarks,
  markRuby,
  PHRASE_END,
  phrasesOf,
  readRuby,
  withoutRuby,
} from '../../../content/pack/ruby.ts';

const kanji = fc.string({ unit: fc.constantFrom(...'東京都釧路芋煮会々'), minLength: 1, maxLength: 4 });
const kana = fc.string({ unit: fc.constantFrom(...'とうきょくしろいもに'), minLength: 1, maxLength: 6 });
const plain = fc.string({ unit: fc.constantFrom(...'あアa、。\n*#1（）𠮷'), minLength: 1, maxLength: 6 });
const part = fc.oneof(
  fc.record({ text: kanji, reading: kana }),
  fc.record({ text: plain, reading: fc.constant(null) }),
);

describe('a marked text', () => {
  it('carries each reading behind its word, and is the text again without them', () => {
    const marked = markRuby([
      { text: '食', reading: 'た' },
      { text: 'べる', reading: null },
    ]);
    expect(marked).toBe('\ufff9食\ufffaた\ufffbべる');
    expect(withoutRuby(marked)).toBe('食べる');
  });

  it('comes apart into the same words and readings, for any text', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const marked = markRuby(parts);
        const text = parts.map((one) => one.text).join('');
        expect(withoutRuby(marked)).toBe(text);
        expect(
          readRuby(marked)
            .map((one) => one.text)
            .join(''),
        ).toBe(text);
        expect(markRuby(readRuby(marked))).toBe(marked);
      }),
    );
  });

  it('is its phrases put together, each with what ends it', () => {
    const text = `${markRuby([{ text: '食', reading: 'た' }])}べて、${PHRASE_END}見る こと`;
    expect(phrasesOf(text).join('')).toBe(text);
    expect(phrasesOf(text).map((phrase) => withoutRuby(phrase).trim())).toEqual(['食べて、', '見る', 'こと']);
  });

  it('leaves marks that do not belong together as text', () => {
    for (const broken of [
      '\ufff9東',
      '東\ufffb',
      '\ufff9東\ufffb',
      '\ufffa\ufff9',
      '\ufff9\ufff9東\ufffaと\ufffb',
    ]) {
      expect(
        readRuby(broken)
          .map((one) => one.text)
          .join(''),
      ).toBe(withoutRuby(broken));
    }
  });
});

describe('hasKanji and hasRubyMarks', () => {
  it('tell what could need a reading and what has one', () => {
    expect(['東京', '佐々木', 'とうきょう', 'Tokyo 23', ''].map(hasKanji)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([markRuby([{ text: '東', reading: 'ひがし' }]), '東'].map(hasRubyMarks)).toEqual([true, false]);
  });
});
