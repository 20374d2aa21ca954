/**
 * Fits the stylesheets of @fontsource to the kiosk: WOFF2 only (Chromium needs no second copy of each
 * slice), no flash of another typeface while a local file is being read, and the Latin letters once: they belong
 * to the face of home (`renderer/style/fonts.ts`), what comes later leaves them out. A face that comes in one file
 * is a family of its own, "… Whole": it stands before the slices of the same face.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

/** A rule with the comment that names its slice. */
const WHOLE = /[\\/](japanese|chinese-simplified|korean)-\d+\.css$/;
const LATIN_OF_HOME = /\/\* biz-udpgothic-latin-\d+-normal \*\/\s*@font-face\s*\{[^}]*\}/;

export function fontsPlugin(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    transform(code, id) {
      const [, name = ''] = /@fontsource[\\/](.*\.css)$/.exec(id) ?? [];
      if (name === '') return null;
      const fitted = code
        .replace(/,\s*url\([^)]*\.woff\)\s*format\(['"]woff['"]\)/g, '')
        .replace(/font-display:\s*swap/g, 'font-display: block');
      if (/[\\/]latin-\d+\.css$/.test(name)) return withRange(inFamily(fitted, 'Home'), rangeOf(id, 'latin'));
      if (WHOLE.test(name)) return inFamily(fitted, 'Whole');
      return fitted.replace(LATIN_OF_HOME, '');
    },
  };
}

/** The rules of a face under a name of their own: `BIZ UDPGothic Home`. */
function inFamily(rules: string, which: string): string {
  return rules.replace(/(font-family: '[^']+)'/g, `$1 ${which}'`);
}

/** Alone in its file the rule has no range and would claim every character there is. */
function withRange(rule: string, range: string): string {
  return rule.replace(/\}\s*$/, `  unicode-range: ${range};\n}\n`);
}

function rangeOf(cssFile: string, subset: string): string {
  const ranges = JSON.parse(readFileSync(join(dirname(cssFile), 'unicode.json'), 'utf8')) as Readonly<
    Record<string, string>
  >;
  const range = ranges[subset];
  if (range === undefined) throw new Error(`${cssFile}: no range of ${subset}`);
  return range;
}
