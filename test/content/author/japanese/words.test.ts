/** Times, months and the small evils of typed Japanese: widths, spaces, half kana, invisible letters. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraYear, inEra, isWithinEra } from '../../../../content/author/japanese/eras.ts';
import { monthsOf } from '../../../../content/author/japanese/months.ts';
import { compact, oneLine, parts, saysNothing, tidy } from '../../../../content/author/japanese/text.ts';
import { readTimes } from '../../../../content/author/japanese/times.ts';

describe('readTimes', () => {
  it.each([
    ['10:00〜16:00', '10:00', '16:00'],
    ['１０：００～１６：００', '10:00', '16:00'],
    ['10時〜16時', '10:00', '16:00'],
    ['午前10時〜午後4時30分', '10:00', '16:30'],
    ['10時半から', '10:30', null],
    ['午後1時30分', '13:30', null],
    ['10:00-16:00', '10:00', '16:00'],
    [0.416_666_666_7, '10:00', null],
    [new Date('1899-12-31T10:00:00Z'), '10:00', null],
  ])('reads %s', (value, start, end) => {
    expect(readTimes(value)).toEqual({ kind: 'times', start, end });
  });

  it.each(['25時', '10:75', '16:00〜10:00', '朝から', ''])('refuses %s', (value) => {
    expect(readTimes(value).kind).toBe('wrong');
  });

  it('reads every time of the day as text and as a fraction of the day', () => {
    fc.assert(
      fc.property(fc.nat(23), fc.nat(59), (h, m) => {
        const clock = `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
        for (const value of [clock, `${h}時${m}分`, (h * 60 + m) / 1440]) {
          expect(readTimes(value)).toEqual({ kind: 'times', start: clock, end: null });
        }
      }),
    );
  });
});

describe('monthsOf', () => {
  it.each([
    ['9月〜11月', [9, 10, 11]],
    ['９～１１月', [9, 10, 11]],
    ['9・10月', [9, 10]],
    ['12月上旬から2月中旬', [1, 2, 12]],
    ['12月〜翌2月', [1, 2, 12]],
    ['秋', [9, 10, 11]],
    ['春と秋', [3, 4, 5, 9, 10, 11]],
    ['通年', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['一年中', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['8月第1土曜日', [8]],
    ['8/4〜8/7', [8]],
    ['2026年8月4日', [8]],
    ['13月', []],
    ['いつでもどうぞ', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
    ['旧暦1月15日', []],
    ['おいしい時期', []],
  ])('reads %s', (text, months) => {
    expect(monthsOf(text)).toEqual(months);
  });

  it('gives months of the year, each once and in order, whatever the text', () => {
    const letters = fc.constantFrom(...'0123456789月〜、・日春夏秋冬上旬から翌年通/'.split(''));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 20 }), (text) => {
        const months = monthsOf(text);
        expect(months).toEqual([...new Set(months)].sort((a, b) => a - b));
        expect(months.every((month) => month >= 1 && month <= 12)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('tidy', () => {
  it.each([
    ['　２０２０年　', '2020年'],
    ['ＡＢＣ', 'ABC'],
    ['ｶﾞｷﾞ', 'ガギ'],
    // A Mac sends か and its two dots apart.
    ['か\u3099', 'が'],
    ['a\u200bb\ufeff', 'ab'],
    ['市\u202e役\u2067所\u2069', '市役所'],
    ['一行目\r\n　二行目', '一行目\n二行目'],
    ['！？（）〜', '！？（）〜'],
  ])('makes %j even', (text, even) => {
    expect(tidy(text)).toBe(even);
  });

  it('changes nothing a second time, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(tidy(tidy(text))).toBe(tidy(text));
        expect(oneLine(oneLine(text))).toBe(oneLine(text));
        expect(oneLine(text)).not.toContain('\n');
      }),
      { numRuns: 1000 },
    );
  });

  it('joins lines without a space in Japanese and with one between Latin words', () => {
    expect([oneLine('秋の\n味覚'), oneLine('in\nautumn'), oneLine('秋\nautumn')]).toEqual([
      '秋の味覚',
      'in autumn',
      '秋autumn',
    ]);
  });
});

describe('small readings', () => {
  it('know how people write that there is nothing', () => {
    expect(['なし', '特になし', '－', '-', 'ー'].every(saysNothing)).toBe(true);
    expect(['なしの木', '0', '梨'].some(saysNothing)).toBe(false);
  });

  it('take a cell with several things apart', () => {
    expect(parts('釧路市、鶴居村,\n標茶町／')).toEqual(['釧路市', '鶴居村', '標茶町']);
    expect(compact('１ ２　ａ')).toBe('12a');
  });

  it('know the eras and where one ends', () => {
    expect([eraYear('令和', 1), eraYear('r', 8), eraYear('平成', 31), eraYear('X', 1)]).toEqual([
      2019,
      2026,
      2019,
      undefined,
    ]);
    expect([
      isWithinEra('平成', '2019-05'),
      isWithinEra('平成', '2019'),
      isWithinEra('令和', '2019'),
    ]).toEqual([false, true, true]);
    expect([inEra(2019), inEra(2020), inEra(1989)]).toEqual(['令和元年', '令和2年', '平成元年']);
  });
});
