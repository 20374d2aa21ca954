/** What the components put on the page: decoration only, allowed by the page's policy, and cheap. */
import { createElement, Fragment, type ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import {
  CoverScrim,
  coverFor,
  LAYOUTS,
  LandscapeCover,
  LIGHTS,
  PATTERN_IDS,
  PatternCover,
  REGION_IDS,
  THEMES,
} from '../../../renderer/covers/index.ts';

const PATTERNS = PATTERN_IDS.flatMap((pattern, i) =>
  LAYOUTS.map((layout) => ({
    ...coverFor({ seed: `${pattern} ${layout}` }),
    pattern,
    layout,
    hue: REGION_IDS[i % REGION_IDS.length] ?? 'kanto',
  })),
);
const LANDSCAPES = THEMES.flatMap((theme) =>
  LIGHTS.map((light) => ({ ...coverFor({ seed: `${theme} ${light}`, theme }), light })),
);

const EVERY: readonly (readonly [string, ReactElement])[] = (['normal', 'high-contrast'] as const).flatMap(
  (tone) => [
    ...PATTERNS.flatMap((spec) =>
      (['tile', 'thumb'] as const).map(
        (size) =>
          [
            `${spec.pattern} ${spec.layout} ${size} ${tone}`,
            createElement(PatternCover, { spec, tone, size, titled: size === 'tile' }),
          ] as const,
      ),
    ),
    ...LANDSCAPES.flatMap((spec) =>
      [1.2, 3].map(
        (aspect) =>
          [
            `${spec.theme} ${spec.light} ${aspect} ${tone}`,
            createElement(LandscapeCover, { spec, tone, aspect, titled: true }),
          ] as const,
      ),
    ),
  ],
);
const MARKUP = EVERY.map(([name, element]) => ({ name, markup: renderToStaticMarkup(element) }));

describe('covers', () => {
  it('are decoration that fills its box', () => {
    const wrong = MARKUP.filter(
      ({ markup }) =>
        !/^<svg aria-hidden="true" width="100%" height="100%" preserveAspectRatio="xMidYMid slice"/.test(
          markup,
        ),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });
  it('carry no style, script, filter, mask, picture, words or outside address', () => {
    const banned = /\bstyle=|<style|<script|<filter|<mask|<image|<text|<animate|href="[^#]|url\([^#]/;
    expect(MARKUP.filter(({ markup }) => banned.test(markup)).map(({ name }) => name)).toEqual([]);
  });
  it('print no number that is not one', () => {
    const odd = MARKUP.filter(({ markup }) => /NaN|Infinity|undefined|null|\de-\d/.test(markup));
    expect(odd.map(({ name }) => name)).toEqual([]);
  });
  it('refer only to what they define, and define each id once, many on a page', () => {
    const page = renderToStaticMarkup(
      createElement(Fragment, null, ...EVERY.slice(0, 60).map(([, cover]) => cover)),
    );
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    const used = [...page.matchAll(/(?:url\(|href=")#([^")]+)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });
  it('are the same each time', () => {
    for (const [, element] of EVERY.slice(0, 40)) {
      expect(renderToStaticMarkup(element)).toBe(renderToStaticMarkup(element));
    }
  });
  it('stay small: patterns under 3 KB, landscapes under 10 KB, wide ones under 12.5 KB', () => {
    const heavy = MARKUP.filter(({ name, markup }) => {
      const isPattern = PATTERN_IDS.some((id) => name.startsWith(id));
      return markup.length > (isPattern ? 3000 : name.includes(' 3 ') ? 12_500 : 10_000);
    });
    expect(heavy.map(({ name, markup }) => `${name} ${markup.length}`)).toEqual([]);
  });
  it('show another picture for every theme and every light', () => {
    const plain = MARKUP.filter(({ name }) => name.endsWith('1.2 normal'));
    expect(new Set(plain.map(({ markup }) => markup)).size).toBe(THEMES.length * LIGHTS.length);
  });
});

describe('LandscapeCover', () => {
  it.each([0, -1, 0.2, 50])('composes something for the odd aspect %s', (aspect) => {
    const spec = coverFor({ seed: '131181' });
    const markup = renderToStaticMarkup(createElement(LandscapeCover, { spec, aspect }));
    expect(markup).toMatch(/viewBox="-\d+(\.5)? 0 \d+ 800"/);
  });
});

describe('CoverScrim', () => {
  it('is one gradient over the whole box', () => {
    const markup = renderToStaticMarkup(createElement(CoverScrim));
    expect(markup).toMatch(/^<svg aria-hidden="true" width="100%" height="100%">/);
    expect(markup.match(/<rect /g)).toHaveLength(1);
  });
});
