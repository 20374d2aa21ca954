import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../../content/author/gazetteer/gazetteer.ts';
import { placeWords } from '../../../../content/author/ruby/places.ts';
import { GAZETTEER } from '../../../helpers/places.ts';

const { municipalities, prefectures } = loadGazetteer(GAZETTEER);
const words = placeWords([...municipalities, ...prefectures]);
const shown = (name: string): readonly string[] =>
  words
    .filter(({ word }) => word === name)
    .map(({ parts }) =>
      parts.map((part) => (part.reading === null ? part.text : `${part.text}(${part.reading})`)).join(''),
    );

describe('placeWords', () => {
  it('reads every municipality and prefecture as the gazetteer does, name and ending apart', () => {
    expect([shown('釧路市'), shown('占冠村'), shown('茅ヶ崎市'), shown('大阪府'), shown('北海道')]).toEqual([
      ['釧路(くしろ)市(し)'],
      ['占冠(しむかっぷ)村(むら)'],
      ['茅ヶ崎(ちがさき)市(し)'],
      ['大阪(おおさか)府(ふ)'],
      ['北海道(ほっかいどう)'],
    ]);
  });

  it('leaves out what two places of one name do not share', () => {
    // あさひまち in Yamagata and Toyama, あさひちょう in Mie.
    expect(shown('朝日町')).toEqual(['朝日(あさひ)町']);
    // こうべ, the city, and ごうど, the town.
    expect([shown('神戸'), shown('神戸市'), shown('神戸町')]).toEqual([
      ['神戸'],
      ['神戸(こうべ)市(し)'],
      ['神戸(ごうど)町(ちょう)'],
    ]);
  });

  it('takes a name shared with a ward for the ward', () => {
    expect(shown('大田')).toEqual(['大田(おおた)']);
    expect(shown('大田市')).toEqual(['大田(おおだ)市(し)']);
  });

  it('knows short names of two letters and more, as names only', () => {
    expect(words.find(({ word }) => word === '釧路')?.sureness).toBe('as-name');
    expect(words.some(({ word }) => word === '津')).toBe(false);
  });

  it('lays the kana over every name', () => {
    const named = new Set(words.map(({ word }) => word));
    expect([...municipalities, ...prefectures].filter((row) => !named.has(row.nameJa))).toEqual([]);
  });
});
