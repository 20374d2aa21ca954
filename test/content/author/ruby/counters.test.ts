import { describe, expect, it } from 'vitest';
import { countedReading } from '../../../../content/author/ruby/counters.ts';

const said = (number: number | null, counter: string, before = ''): string => {
  const counted = countedReading(number, counter, before);
  if (counted === undefined) return '?';
  return `${counted.together ? '=' : ''}${counted.reading ?? '-'}`;
};

describe('countedReading', () => {
  it('reads days with their number where they are said so, and 1日 as a day of a month only', () => {
    expect([2, 8, 10, 14, 20, 24].map((day) => said(day, '日'))).toEqual([
      '=ふつか',
      '=ようか',
      '=とおか',
      '=じゅうよっか',
      '=はつか',
      '=にじゅうよっか',
    ]);
    expect([said(13, '日'), said(8, '日間'), said(13, '日間')]).toEqual(['にち', '=ようかかん', 'にちかん']);
    expect([said(1, '日', '月'), said(1, '日'), said(null, '日')]).toEqual(['=ついたち', '-', '-']);
  });

  it('reads one and two people with their number', () => {
    expect([said(1, '人'), said(2, '人'), said(3, '人'), said(12, '人')]).toEqual([
      '=ひとり',
      '=ふたり',
      'にん',
      'にん',
    ]);
  });

  it('changes the beginning of what begins with h', () => {
    expect([1, 2, 3, 6, 8, 9, 10, 13, 20, 100, 1000].map((number) => said(number, '本'))).toEqual([
      'ぽん',
      'ほん',
      'ぼん',
      'ぽん',
      'ぽん',
      'ほん',
      'ぽん',
      'ぼん',
      'ぽん',
      'ぽん',
      '-',
    ]);
    expect([2, 3, 5, 10].map((number) => said(number, '分'))).toEqual(['ふん', 'ぷん', 'ふん', 'ぷん']);
  });

  it('reads what stays the same, and knows nothing of the rest', () => {
    expect([said(23, '区'), said(9, '町'), said(2020, '年'), said(11, '月'), said(3, '匙')]).toEqual([
      'く',
      'ちょう',
      'ねん',
      'がつ',
      '?',
    ]);
  });
});
