import { describe, expect, it } from 'vitest';
import { LANGS } from '../../content/pack/lang.ts';
import { dateText } from '../../renderer/dates.ts';
import { dateWithEra, eraText } from '../../renderer/era.ts';

describe('eraText', () => {
  it.each([
    ['2020-12-28', '令和2年'],
    ['2019-05-01', '令和元年'],
    ['2019-04-30', '平成31年'],
    ['1989-01-08', '平成元年'],
    ['1989-01-07', '昭和64年'],
    ['1947-05', '昭和22年'],
    ['2019', '平成31年・令和元年'],
    ['2014', '平成26年'],
  ])('of %s is %s', (date, era) => {
    expect(eraText(date)).toBe(era);
  });
});

describe('dateWithEra', () => {
  it('says both years in Japanese, as much of the date as is known', () => {
    expect(dateWithEra('2020-12-28', 'ja')).toBe('令和2年（2020年）12月28日(月)');
    expect(dateWithEra('2016-04', 'ja')).toBe('平成28年（2016年）4月');
    expect(dateWithEra('2019', 'ja')).toBe('平成31年・令和元年（2019年）');
  });

  it('leaves the era out for those who do not count in it', () => {
    for (const lang of LANGS.filter((each) => each !== 'ja')) {
      expect(dateWithEra('2020-12-28', lang)).toBe(dateText('2020-12-28', lang));
    }
  });
});
