import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCREEN_LANGS } from '../../renderer/settings.ts';
import { ROOT } from '../helpers/places.ts';

const FOLDER = join(ROOT, 'renderer', 'style', 'home-font');
const css = readFileSync(join(FOLDER, 'home-font.css'), 'utf8');

/** Code points of the first rule; both rules have the same. */
function coveredBy(text: string): ReadonlySet<number> {
  const list = /unicode-range:([^;]+);/.exec(text)?.[1] ?? '';
  return new Set(
    [...list.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/g)].flatMap(([, from = '', to]) => {
      const first = Number.parseInt(from, 16);
      const last = to === undefined ? first : Number.parseInt(to, 16);
      return Array.from({ length: last - first + 1 }, (_, index) => first + index);
    }),
  );
}

describe('the names of the languages', () => {
  it.each(['zh-Hans', 'ko'])('and the call to touch are whole before their typeface comes: %s', (lang) => {
    const tongues = readFileSync(join(FOLDER, 'tongues.css'), 'utf8');
    const family = lang === 'ko' ? 'Tongue KR' : 'Tongue SC';
    const rule = tongues.split('@font-face').find((one) => one.includes(`"${family}"`)) ?? '';
    const { touch } = JSON.parse(
      readFileSync(join(ROOT, 'renderer', 'words', lang, 'rest.json'), 'utf8'),
    ) as { readonly touch: string };
    const name = SCREEN_LANGS.find((one) => one.lang === lang)?.name ?? '?';
    const have = coveredBy(rule);
    expect([...(name + touch)].filter((char) => char !== ' ' && !have.has(char.codePointAt(0) ?? 0))).toEqual(
      [],
    );
  });
});

describe("home's own typeface", () => {
  it('has nearly all characters of the words of home (else run npm run home-font)', () => {
    const words = readFileSync(join(ROOT, 'renderer', 'words', 'ja', 'home.json'), 'utf8');
    const wanted = [...new Set(words)]
      .map((char) => char.codePointAt(0) ?? 0)
      .filter((point) => point >= 0x3000);
    const have = coveredBy(css);
    const missing = wanted.filter((point) => !have.has(point));
    expect(missing.length / wanted.length, String.fromCodePoint(...missing)).toBeLessThan(0.05);
  });

  it.each([400, 700])('is a small WOFF2 file: %d', (weight) => {
    const file = readFileSync(join(FOLDER, `home-${weight}.woff2`));
    expect(file.toString('latin1', 0, 4)).toBe('wOF2');
    expect(file.length).toBeLessThan(80_000);
  });
});
