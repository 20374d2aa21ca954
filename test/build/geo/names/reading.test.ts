import { describe, expect, it } from 'vitest';
import { mendReading, toHiragana, withoutSuffix } from '../../../../build/geo/names/reading.ts';

describe('toHiragana', () => {
  it('reads half-width katakana with voicing marks', () => {
    expect(toHiragana('ﾋｶﾞｼﾀｶﾞﾜｸﾞﾝｼｮｳﾅｲﾏﾁ')).toBe('ひがしたがわぐんしょうないまち');
  });
});

describe('mendReading', () => {
  it('takes the small kana of the postal reading', () => {
    expect(mendReading('しようないまち', 'ひがしたがわぐんしょうないまち')).toBe('しょうないまち');
  });
  it('takes the voicing of the postal reading', () => {
    expect(mendReading('まなつるまち', 'あしがらしもぐんまなづるまち')).toBe('まなづるまち');
  });
  it('keeps the reading when both agree, or when there is no postal one', () => {
    expect(mendReading('たるいちょう', 'ふわぐんたるいちょう')).toBe('たるいちょう');
    expect(mendReading('とまりむら', undefined)).toBe('とまりむら');
  });
  it('refuses readings that differ in more', () => {
    expect(() => mendReading('ひだかちょう', 'さるぐんびらとりちょう')).toThrow('readings disagree');
  });
});

describe('withoutSuffix', () => {
  it.each([
    ['釧路市', 'くしろし', 'くしろ'],
    ['庄内町', 'しょうないまち', 'しょうない'],
    ['北谷町', 'ちゃたんちょう', 'ちゃたん'],
    ['新庄村', 'しんじょうそん', 'しんじょう'],
    ['鶴居村', 'つるいむら', 'つるい'],
    ['千代田区', 'ちよだく', 'ちよだ'],
    ['大町町', 'おおまちちょう', 'おおまち'],
  ])('shortens %s (%s) to %s', (name, kana, place) => {
    expect(withoutSuffix(name, kana)).toBe(place);
  });
  it('refuses a reading that does not end like the name', () => {
    expect(() => withoutSuffix('釧路市', 'くしろちょう')).toThrow('does not end like the name');
  });
});
