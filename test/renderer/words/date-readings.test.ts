import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHRASE_END, readRuby, withoutRuby } from '../../../content/pack/ruby.ts';
import { dateText, rangeText } from '../../../renderer/dates.ts';
import { dateWithEra } from '../../../renderer/era.ts';
import { markedDate } from '../../../renderer/words/date-readings.ts';
import { sentenceOf } from '../../../renderer/words/readings.ts';

const read = (text: string) =>
  readRuby((markedDate(text) ?? '').replaceAll(PHRASE_END, '|'))
    .map((part) => (part.reading === null ? part.text : `${part.text}[${part.reading}]`))
    .join('');

describe('markedDate', () => {
  it('reads years, months and days of the week', () => {
    expect(read('2016年')).toBe('2016年[ねん]|');
    expect(read('2020年11月20日(金)')).toBe('2020年[ねん]|11月[がつ]20日[はつか](金[きん])');
  });

  it('reads numbers of days as they are said', () => {
    expect(read('4月1日')).toBe('4月[がつ]1日[ついたち]');
    expect(read('4月13日(月)')).toBe('4月[がつ]13日[にち](月[げつ])');
    expect(read('11月13日(金)〜24日(火)')).toBe(
      '11月[がつ]13日[にち](金[きん])〜|24日[にじゅうよっか](火[か])',
    );
  });

  it('reads eras, the first year of one, and a year in which it changed', () => {
    expect(read('令和2年（2020年）11月')).toBe('令和[れいわ]2年[ねん]|（2020年[ねん]）|11月[がつ]');
    expect(read('平成31年・令和元年')).toBe('平成[へいせい]31年[ねん]・令和[れいわ]元年[がんねん]|');
  });

  it('leaves what is no date alone', () => {
    for (const text of ['日本', '2020年の話', '月', '(日)', '10年の歩み', '令和', '元日', '令和の話'])
      expect(markedDate(text)).toBeNull();
  });

  it('gives back every date and range letter for letter', () => {
    const day = fc.date({ min: new Date('1868-10-23'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, (a, b) => {
        const [first, last] = [a, b].map((each) => each.toISOString().slice(0, 10)).sort() as [
          string,
          string,
        ];
        for (const text of [dateText(first, 'ja'), rangeText(first, last, 'ja'), dateWithEra(first, 'ja')]) {
          expect(withoutRuby(markedDate(text) ?? '')).toBe(text);
        }
      }),
    );
  });

  it('is asked for what the screen says of days', () => {
    expect(sentenceOf('2020年')).toEqual([markedDate('2020年')]);
  });
});
