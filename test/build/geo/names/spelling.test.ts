import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXCEPTION_KEYS, englishName, englishPrefectureName } from '../../../../build/geo/names/spelling.ts';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';

const { municipalities, prefectures } = loadGazetteer(
  join(import.meta.dirname, '../../../../content/author/gazetteer'),
);

describe('englishName', () => {
  it('gives every name that the committed gazetteer has', () => {
    const spelt = municipalities.map(({ prefectureCode, nameJa, kana }) =>
      englishName(prefectureCode, nameJa, kana),
    );
    expect(spelt).toEqual(municipalities.map(({ nameEn }) => nameEn));
  });
  it('has no exception for a place that does not exist', () => {
    const places = new Set(municipalities.map(({ prefectureCode, nameJa }) => prefectureCode + nameJa));
    expect(EXCEPTION_KEYS.filter((key) => !places.has(key))).toEqual([]);
  });
});

describe('englishPrefectureName', () => {
  it('gives every name that the committed gazetteer has', () => {
    expect(prefectures.map(({ nameJa, kana }) => englishPrefectureName(nameJa, kana))).toEqual(
      prefectures.map(({ nameEn }) => nameEn),
    );
  });
  it('keeps the 道 of Hokkaido', () => {
    expect(englishPrefectureName('北海道', 'ほっかいどう')).toBe('Hokkaido');
    expect(englishPrefectureName('京都府', 'きょうとふ')).toBe('Kyoto');
  });
});
