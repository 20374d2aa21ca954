import { describe, expect, it } from 'vitest';
import { libraryOf } from '../../helpers/library.ts';
import { SMALL_BASE, t } from '../../helpers/source.ts';

const library = libraryOf({
  ...SMALL_BASE,
  'base/areas.yaml': [{ id: 'east', name: { ja: '東', en: 'East', ko: '동' }, kana: 'ひがし' }],
  'base/organisations.yaml': [{ id: 'east', name: t('東の団体', 'Eastern body') }],
});

describe('names', () => {
  it('know every kind of partner in the wanted language, else in Japanese', () => {
    const named = (lang: 'en' | 'ko') => {
      const { partner } = library.names(lang);
      return [
        partner('municipality', '012068').name,
        partner('prefecture', '01').name,
        partner('area', 'east').name,
        partner('organisation', 'east').name,
      ];
    };
    expect(named('en')).toEqual(['Kushiro City', 'Hokkaido', 'East', 'Eastern body']);
    // Readers of Korean get place names in Hangul; what nobody translated stays Japanese.
    expect(named('ko')).toEqual(['구시로시', '홋카이도', '동', '東の団体']);
  });

  it('give the id itself where nobody knows the name, so that nothing is blank', () => {
    const { partner, town } = library.names('ja');
    expect(partner('municipality', '999997')).toEqual({ kind: 'municipality', id: '999997', name: '999997' });
    expect(partner('association', '__proto__').name).toBe('__proto__');
    expect(town('999997')).toBeNull();
  });

  it('are made once per language', () => {
    expect(library.names('en')).toBe(library.names('en'));
    expect(library.names('en')).not.toBe(library.names('ja'));
  });

  it('hold towns in the order of their codes', () => {
    const codes = [...library.names('ja').towns.keys()];
    expect(codes).toEqual([...codes].sort());
  });
});
