import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fontsPlugin } from '../../build/fonts-plugin.ts';
import { iconsPlugin } from '../../build/icons-plugin.ts';
import { pressPlugin } from '../../build/press-plugin.ts';
import { ROOT } from '../helpers/places.ts';

type Transform = (code: string, id: string) => string | null;

function fitted(file: string): string {
  const id = join(ROOT, 'node_modules', '@fontsource', file);
  return (fontsPlugin().transform as Transform)(readFileSync(id, 'utf8'), id) ?? '';
}

describe('the style sheets of the typefaces', () => {
  it('give the Latin letters to the face of home, within their range', () => {
    const css = fitted('biz-udpgothic/latin-400.css');
    expect(css).toContain("font-family: 'BIZ UDPGothic Home'");
    expect(css).toMatch(/unicode-range: U\+0000-00FF/);
  });
  it('make the face that comes in one file a family of its own', () => {
    expect(fitted('biz-udpgothic/japanese-700.css')).toContain("font-family: 'BIZ UDPGothic Whole'");
    expect(fitted('noto-sans-kr/korean-400.css')).toContain("font-family: 'Noto Sans KR Whole'");
  });
  it('leave the slices their name and bring no Latin twice', () => {
    const css = fitted('biz-udpgothic/400.css');
    expect(css).toContain("font-family: 'BIZ UDPGothic'");
    expect(css).not.toContain('biz-udpgothic-latin-400-normal');
    expect(css).not.toMatch(/\.woff\)|swap/);
  });
});

describe('pressed buttons', () => {
  const transform = pressPlugin().transform as Transform;
  it('look as active ones do', () => {
    expect(transform('.tile:active .a{}', '/renderer/parts/tile.css')).toBe(
      '.tile:is(:active, [data-pressed]) .a{}',
    );
  });
  it('change nothing but our own style sheets', () => {
    expect(transform('a:active{}', '/node_modules/leaflet/leaflet.css')).toBeNull();
    expect(transform("':active'", '/renderer/press.ts')).toBeNull();
  });
});

describe('icons', () => {
  const transform = iconsPlugin().transform as (code: string, id: string) => { readonly code: string } | null;
  const folder = join(ROOT, 'node_modules', '@phosphor-icons', 'react', 'dist', 'defs');
  it.each(['House', 'MapTrifold', 'CaretUp'])('keep the weights that are drawn, and no other: %s', (name) => {
    const file = join(folder, `${name}.es.js`);
    const { code = '' } = transform(readFileSync(file, 'utf8'), file) ?? {};
    const weights = [...code.matchAll(/^ {4}"(\w+)",$/gm)].map(([, weight]) => weight);
    expect(weights).toEqual(['bold', 'duotone', 'fill']);
  });
  it('are the only files that are touched', () => {
    expect(transform('  [\n    "thin",\n  ],\n', join(ROOT, 'renderer', 'main.tsx'))).toBeNull();
  });
});
