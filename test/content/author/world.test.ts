import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import {
  makeWorld,
  mustResolve,
  resolveReference,
  townsOf,
  type World,
} from '../../../content/author/world.ts';
import { GAZETTEER } from '../../helpers/places.ts';
import { anyText } from '../../helpers/texts.ts';

const EMPTY = makeWorld(loadGazetteer(GAZETTEER), null);
const WORLD: World = {
  ...EMPTY,
  areaMembers: new Map([['tokachi', ['016322', '012068']]]),
  associations: new Set(['hokkaido-cho']),
  organisations: new Set(['kuchokai']),
};

describe('resolveReference', () => {
  it.each([
    ['012068 釧路市', 'municipality', '012068'],
    ['  012068   釧路市 ', 'municipality', '012068'],
    ['012068\u3000釧路市', 'municipality', '012068'],
    ['131181 荒川区', 'municipality', '131181'],
    ['01 北海道', 'prefecture', '01'],
    ['area tokachi', 'area', 'tokachi'],
    ['association hokkaido-cho', 'association', 'hokkaido-cho'],
    ['organisation kuchokai', 'organisation', 'kuchokai'],
  ])('reads %j', (text, kind, id) => {
    expect(resolveReference(text, WORLD)).toEqual({ kind, id });
  });

  it('refuses a code and a name that do not agree, and says both names', () => {
    expect(resolveReference('012068 釧路町', WORLD)).toBe(
      'コード 012068 は「釧路市」です（「釧路町」と書かれています）。どちらかを直してください',
    );
  });

  it('refuses a code without its name', () => {
    expect(resolveReference('012068', WORLD)).toContain('「釧路市」');
  });

  it('refuses a name without its code', () => {
    expect(resolveReference('釧路市', WORLD)).toContain('「釧路市」を読めません');
  });

  it.each(['012069 釧路市', '999999 釧路市', '48 北海道', '00 北海道'])(
    'refuses the unknown code of %j',
    (text) => {
      expect(resolveReference(text, WORLD)).toMatch(/^コード \d+ の(自治体|都道府県)はありません/);
    },
  );

  it.each([
    ['area nowhere', 'areas.yaml に「nowhere」がありません'],
    ['association nowhere', 'associations.yaml に「nowhere」がありません'],
    ['organisation nowhere', 'organisations.yaml に「nowhere」がありません'],
    ['area', 'areas.yaml に「」がありません'],
    ['area constructor', 'areas.yaml に「constructor」がありません'],
  ])('refuses %j', (text, words) => {
    expect(resolveReference(text, WORLD)).toBe(words);
  });

  it.each(['', ' ', '01206 釧路市', '0120680 釧路市', '０１２０６８ 釧路市', 'Area tokachi', 'town x'])(
    'cannot read %j and shows how to write it',
    (text) => {
      expect(resolveReference(text, WORLD)).toContain('「012068 釧路市」や「area tokachi」の形で');
    },
  );

  it('reads every municipality and prefecture as the gazetteer writes it', () => {
    for (const row of WORLD.municipalities.values())
      expect(resolveReference(`${row.code} ${row.nameJa}`, WORLD)).toEqual({
        kind: 'municipality',
        id: row.code,
      });
    for (const row of WORLD.prefectures.values())
      expect(resolveReference(`${row.code} ${row.nameJa}`, WORLD)).toEqual({
        kind: 'prefecture',
        id: row.code,
      });
  });

  it('takes no town under the name of another', () => {
    const town = fc.constantFrom(...WORLD.municipalities.values());
    fc.assert(
      fc.property(town, town, (one, other) => {
        fc.pre(one.nameJa !== other.nameJa);
        expect(typeof resolveReference(`${one.code} ${other.nameJa}`, WORLD)).toBe('string');
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        resolveReference(text, WORLD);
      }),
    );
  });
});

describe('mustResolve', () => {
  it('throws the sentence for what was never checked', () => {
    expect(() => mustResolve('area nowhere', WORLD)).toThrow('areas.yaml に「nowhere」がありません');
  });
});

describe('townsOf', () => {
  it('spells areas out, names each town once and sorts by code', () => {
    const partners = ['012068 釧路市', 'area tokachi', '01 北海道', 'association hokkaido-cho'];
    const references = partners.map((text) => mustResolve(text, WORLD));
    expect(townsOf(references, WORLD)).toEqual(['012068', '016322']);
  });
});
