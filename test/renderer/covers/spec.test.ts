/** A town keeps its cover: plans are pure, complete, spread evenly, and never wrong for the place. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverFor,
  LAYOUTS,
  LIGHTS,
  PATTERN_IDS,
  REGION_IDS,
  type RegionId,
  regionOfCode,
  THEMES,
} from '../../../renderer/covers/index.ts';

const csv = new URL('../../../content/author/gazetteer/municipalities.csv', import.meta.url);
const CODES = readFileSync(csv, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(',')[0] ?? '');
const COVERS = CODES.map((seed) => coverFor({ seed }));

const tally = <T extends string>(values: readonly T[]): ReadonlyMap<T, number> =>
  values.reduce((map, value) => map.set(value, (map.get(value) ?? 0) + 1), new Map<T, number>());

const subject = fc.record({
  seed: fc.string(),
  region: fc.option(fc.constantFrom(...REGION_IDS), { nil: undefined }),
  theme: fc.option(fc.constantFrom(...THEMES), { nil: undefined }),
  variant: fc.option(fc.nat(99), { nil: undefined }),
});

describe('coverFor', () => {
  it('gives equal plans for equal subjects, and obeys region and theme', () => {
    fc.assert(
      fc.property(subject, (s) => {
        const cover = coverFor(s);
        expect(coverFor({ ...s })).toEqual(cover);
        if (s.region !== undefined) expect(cover.hue).toBe(s.region);
        if (s.theme !== undefined) expect(cover.theme).toBe(s.theme);
        expect(Math.abs(cover.sunX)).toBeGreaterThanOrEqual(0.09);
        expect(Math.abs(cover.sunX)).toBeLessThanOrEqual(0.28);
        expect(cover.sunY).toBeGreaterThanOrEqual(0.2);
        expect(cover.sunY).toBeLessThanOrEqual(0.36);
      }),
    );
  });
  it('draws the same cover on every machine and in every release', () => {
    // Frozen: a change here changes the face of all towns. Change it only on purpose.
    const { seed, sunX, sunY, ...plan } = coverFor({ seed: '016641' });
    expect(plan).toMatchInlineSnapshot(`
      {
        "hue": "hokkaido",
        "layout": "field",
        "light": "day",
        "mirrored": false,
        "pattern": "asanoha",
        "theme": "plain",
      }
    `);
    expect([seed, sunX.toFixed(6), sunY.toFixed(6)]).toMatchInlineSnapshot(`
      [
        4243008298,
        "-0.169671",
        "0.283341",
      ]
    `);
  });
  it('keeps pattern and sun when only the theme is named', () => {
    const named = coverFor({ seed: '342131', theme: 'island' });
    const { theme: _, light: __, ...rest } = coverFor({ seed: '342131' });
    expect(named).toMatchObject(rest);
  });
  it('gives another cover for another variant', () => {
    const all = Array.from({ length: 12 }, (_, variant) => coverFor({ seed: 'ten-years', variant }));
    expect(new Set(all.map((c) => `${c.pattern} ${c.seed}`)).size).toBe(12);
  });
});

describe('covers of the 1,741 municipalities', () => {
  it('knows all codes', () => {
    expect(CODES).toHaveLength(1741);
  });
  it('uses every pattern, layout and light fairly evenly', () => {
    const share = 1741 / PATTERN_IDS.length;
    const patterns = tally(COVERS.map((c) => c.pattern));
    for (const id of PATTERN_IDS) {
      expect(patterns.get(id) ?? 0, id).toBeGreaterThan(share * 0.7);
      expect(patterns.get(id) ?? 0, id).toBeLessThan(share * 1.3);
    }
    expect(tally(COVERS.map((c) => c.layout)).size).toBe(LAYOUTS.length);
    const lights = tally(COVERS.map((c) => c.light));
    for (const id of LIGHTS.filter((light) => light !== 'snow' && light !== 'night')) {
      expect(lights.get(id) ?? 0, id).toBeGreaterThan(174);
    }
  });
  it('takes the hue of the region the code lies in', () => {
    const regions = tally(COVERS.map((c) => c.hue));
    // Counts of the Ministry of Internal Affairs and Communications, sum 1,741.
    const counts: { readonly [K in RegionId]: number } = {
      hokkaido: 179,
      tohoku: 227,
      kanto: 316,
      chubu: 316,
      kinki: 227,
      chugoku: 107,
      shikoku: 95,
      kyushu: 274,
    };
    expect(Object.fromEntries(regions)).toEqual(counts);
  });
  it('shows no sea, snow or hot spring where nobody said there is one', () => {
    const guessed = COVERS.map((cover, i) => ({ code: CODES[i] ?? '', theme: cover.theme }));
    const bold = guessed.filter(({ theme }) =>
      ['sea', 'island', 'snow', 'hot-spring', 'lake'].includes(theme),
    );
    const islands = (code: string) => code.startsWith('47') || /^13(3[6-9]|4)/.test(code);
    expect(bold.filter(({ code }) => !islands(code))).toEqual([]);
  });
  it('shows the special wards as a city', () => {
    const wards = COVERS.filter((_, i) => /^131(0[1-9]|1\d|2[0-3])/.test(CODES[i] ?? ''));
    expect(wards).toHaveLength(23);
    expect(new Set(wards.map((c) => c.theme))).toEqual(new Set(['city']));
  });
});

describe('regionOfCode', () => {
  it.each([
    ['011002', 'hokkaido'],
    ['01100', 'hokkaido'],
    ['072010', 'tohoku'],
    ['131181', 'kanto'],
    ['152021', 'chubu'],
    ['242012', 'kinki'],
    ['342131', 'chugoku'],
    ['394114', 'shikoku'],
    ['472018', 'kyushu'],
  ] as const)('%s lies in %s', (code, region) => {
    expect(regionOfCode(code)).toBe(region);
  });
  it.each(['', '13', '00100', '48201', 'news-3', '1310１', '0110020'])('knows no region for %j', (text) => {
    expect(regionOfCode(text)).toBeUndefined();
  });
});
