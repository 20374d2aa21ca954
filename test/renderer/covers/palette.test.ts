/** The region hues are read by everyone: enough contrast for words, far enough apart for every eye. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, type Hex } from '../../../renderer/covers/colour.ts';
import {
  type Hue,
  INDIGO,
  INK,
  PAPER,
  REGION_HUES,
  REGION_IDS,
  type RegionId,
  VERMILION,
} from '../../../renderer/covers/palette.ts';
import { deltaE, EYES, type Eye, seenBy } from './eyes.ts';

/** Regions that share a border on the map, across straits included. */
const NEIGHBOURS: readonly (readonly [RegionId, RegionId])[] = [
  ['hokkaido', 'tohoku'],
  ['tohoku', 'kanto'],
  ['tohoku', 'chubu'],
  ['kanto', 'chubu'],
  ['chubu', 'kinki'],
  ['kinki', 'chugoku'],
  ['kinki', 'shikoku'],
  ['chugoku', 'shikoku'],
  ['chugoku', 'kyushu'],
  ['shikoku', 'kyushu'],
];

const PAIRS = REGION_IDS.flatMap((a, i) => REGION_IDS.slice(i + 1).map((b) => [a, b] as const));

/** Pairs that look too much alike to that eye, with their distance. */
function tooClose(
  eye: Eye,
  pairs: readonly (readonly [RegionId, RegionId])[],
  strength: keyof Hue,
  least: number,
): string[] {
  return pairs.flatMap(([a, b]) => {
    const apart = deltaE(seenBy(eye, REGION_HUES[a][strength]), seenBy(eye, REGION_HUES[b][strength]));
    return apart < least ? [`${a}-${b} ${apart.toFixed(1)}`] : [];
  });
}

describe('deltaE', () => {
  it('is 100 between black and white and 0 between equals', () => {
    expect(deltaE('#000000', '#ffffff')).toBeCloseTo(100, 0);
    expect(deltaE('#2f4372', '#2f4372')).toBe(0);
  });
  it('finds red and green close for deuteranopia and far for normal eyes', () => {
    const [red, green]: [Hex, Hex] = ['#b03a2e', '#5f7d2a'];
    expect(deltaE(red, green)).toBeGreaterThan(40);
    expect(deltaE(seenBy('deuteranopia', red), seenBy('deuteranopia', green))).toBeLessThan(20);
  });
});

describe('REGION_HUES', () => {
  it.each(EYES)('keeps any two regions told apart at a glance: %s', (eye) => {
    expect(tooClose(eye, PAIRS, 'mid', 10)).toEqual([]);
  });
  it.each(EYES)('keeps the map fills of neighbours apart: %s', (eye) => {
    expect(tooClose(eye, NEIGHBOURS, 'pale', 4.5)).toEqual([]);
  });
  it.each(REGION_IDS)('carries words: white on deep, deep on pale, ink on pale (%s)', (region) => {
    const { deep, pale } = REGION_HUES[region];
    expect(contrast('#ffffff', deep)).toBeGreaterThanOrEqual(7);
    expect(contrast(deep, pale)).toBeGreaterThanOrEqual(7);
    expect(contrast(INK, pale)).toBeGreaterThanOrEqual(7);
  });
  it.each(REGION_IDS)('shows a dot of the hue on paper at 2:1 and its edge colour at 7:1 (%s)', (region) => {
    expect(contrast(REGION_HUES[region].mid, PAPER)).toBeGreaterThanOrEqual(2);
    expect(contrast(REGION_HUES[region].deep, PAPER)).toBeGreaterThanOrEqual(7);
  });
});

describe('house colours', () => {
  it('carry words', () => {
    expect(contrast(INK, PAPER)).toBeGreaterThan(14);
    expect(contrast(INDIGO, PAPER)).toBeGreaterThan(10);
    expect(contrast('#ffffff', VERMILION)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(VERMILION, PAPER)).toBeGreaterThanOrEqual(3);
  });
});

describe('style/tokens.css', () => {
  const css = readFileSync(new URL('../../../renderer/style/tokens.css', import.meta.url), 'utf8');

  it.each(REGION_IDS)('repeats the palette letter by letter (%s)', (region) => {
    const block = css.split(`[data-region="${region}"] {`)[1]?.split('}')[0] ?? '';
    const said = Object.fromEntries(
      [...block.matchAll(/--region-(\w+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]),
    );
    expect(said).toEqual(REGION_HUES[region]);
  });
});
