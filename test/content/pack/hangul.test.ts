import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { hangulSounds, syllable, syllableOf } from '../../../content/pack/hangul.ts';
import { hangulOf } from '../../../content/pack/hangul-name.ts';
import { readSearch } from '../../../content/pack/search-query.ts';
import { soundOf } from '../../../content/pack/sound.ts';
import { ROOT } from '../../helpers/places.ts';

const { municipalities, prefectures } = loadGazetteer(join(ROOT, 'content', 'author', 'gazetteer'));

describe('a syllable', () => {
  it('is taken apart and put together again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0xac00, max: 0xd7a3 }), (point) => {
        const char = String.fromCodePoint(point);
        const parts = syllableOf(char);
        expect(parts && syllable(parts)).toBe(char);
      }),
    );
    expect([syllableOf('あ'), syllableOf('ㄱ'), syllableOf('')]).toEqual([null, null, null]);
  });
});

describe('hangulOf', () => {
  it.each([
    ['つるいむら', '쓰루이무라'],
    ['とうきょうと', '도쿄토'],
    ['おおさかし', '오사카시'],
    ['さっぽろし', '삿포로시'],
    ['ほっかいどう', '홋카이도'],
    ['あらかわく', '아라카와쿠'],
    ['ぎふけん', '기후켄'],
    ['ちちぶし', '지치부시'],
    ['じゅうじ', '주지'],
    ['きょうと', '교토'],
  ])('%s is %s', (kana, hangul) => {
    expect(hangulOf(kana)).toBe(hangul);
  });

  it('refuses what cannot be said', () => {
    expect([hangulOf('鶴居'), hangulOf(''), hangulOf('っか'), hangulOf('abc')]).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });

  it('writes every municipality and prefecture of Japan', () => {
    for (const { kana } of [...municipalities, ...prefectures])
      expect([kana, hangulOf(kana)]).not.toEqual([kana, null]);
  });
});

describe('hangulSounds', () => {
  it('hears every municipality of Japan in its Hangul name', () => {
    const lost = municipalities.filter(({ kana }) => {
      const [word] = readSearch(hangulOf(kana) ?? '').words;
      return !(word?.heard ?? []).includes(soundOf(kana) ?? '?');
    });
    expect(lost.map(({ kana }) => kana)).toEqual([]);
  });

  it('never throws, and offers at most twelve ways', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (word) => {
        expect(hangulSounds(word).length).toBeLessThanOrEqual(12);
      }),
    );
  });
});
