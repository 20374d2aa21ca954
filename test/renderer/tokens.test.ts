/** The style sheet and the covers speak of the same colours; this keeps them from drifting apart. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  contrast,
  INDIGO,
  INK,
  NIGHT,
  PAPER,
  REGION_HUES,
  REGION_IDS,
  VERMILION,
} from '../../renderer/covers/index.ts';

const css = readFileSync(new URL('../../renderer/style/tokens.css', import.meta.url), 'utf8');

/** The declarations of the first rule whose selector contains the text. */
function ruleOf(selector: string): Readonly<Record<string, string>> {
  const start = css.indexOf('{', css.indexOf(selector));
  const body = css.slice(start + 1, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
  );
}

const ROOT = ruleOf(':root {');
const HIGH = ruleOf(':root[data-contrast="high"] {');

/** A colour as a number, whatever name it goes by in the rule. */
function colour(rule: Readonly<Record<string, string>>, name: string): `#${string}` {
  const value = rule[name] ?? ROOT[name] ?? '';
  const other = /^var\((--[\w-]+)\)$/.exec(value)?.[1];
  return (other === undefined ? value : colour(rule, other)) as `#${string}`;
}

describe('tokens.css', () => {
  it('has the colours of the palette', () => {
    expect([ROOT['--paper'], ROOT['--ink'], ROOT['--indigo'], ROOT['--vermilion'], ROOT['--night']]).toEqual([
      PAPER,
      INK,
      INDIGO,
      VERMILION,
      NIGHT,
    ]);
  });

  it.each(REGION_IDS)('has the hues of %s', (region) => {
    const rule = ruleOf(`[data-region="${region}"]`);
    const { deep, mid, pale, line } = REGION_HUES[region];
    expect(rule).toEqual({
      '--region-deep': deep,
      '--region-mid': mid,
      '--region-pale': pale,
      '--region-line': line,
    });
  });

  const pairs: readonly (readonly [string, string, number])[] = [
    ['--ink', '--paper', 7],
    ['--ink', '--card', 7],
    ['--ink-soft', '--paper', 7],
    ['--ink-soft', '--card', 7],
    ['--on-action', '--action', 7],
    ['--indigo', '--indigo-pale', 7],
    ['--line-strong', '--paper', 3],
    ['--line-strong', '--card', 3],
    ['--focus', '--paper', 3],
  ];
  for (const [theme, rule] of [
    ['normal', ROOT],
    ['high contrast', HIGH],
  ] as const) {
    it.each(pairs)(`reads in the ${theme} theme: %s on %s at %d:1`, (front, back, least) => {
      expect(contrast(colour(rule, front), colour(rule, back))).toBeGreaterThanOrEqual(least);
    });
  }

  it('has white words on the vermilion of chips', () => {
    expect(contrast('#ffffff', colour(ROOT, '--vermilion-deep'))).toBeGreaterThanOrEqual(4.5);
  });
});
