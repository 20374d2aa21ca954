/** Kiosks keep what the bounds said of a pack. Bounds that ask more must ask again, so they must say they changed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { BOUNDS_VERSION } from '../../../content/store/bounds.ts';
import { verdictsName } from '../../../content/store/open.ts';
import { ROOT } from '../../helpers/places.ts';

/** Raise `BOUNDS_VERSION` with every change of these files that asks more of a pack, and note the new pair here. */
const KNOWN = { version: 2, code: 'ebd891efe1bbcd8a' };

it('the bounds say by their version that they changed', () => {
  const code = createHash('sha256');
  for (const name of ['bounds.ts', 'bounds-words.ts']) {
    const text = readFileSync(join(ROOT, 'content', 'store', name), 'utf8');
    // Comments, formatting and the version itself ask nothing of a pack.
    code.update(text.replace(/\/\*[\s\S]*?\*\/|\/\/.*|BOUNDS_VERSION = \d+|[\s,;]/g, ''));
  }
  expect({ version: BOUNDS_VERSION, code: code.digest('hex').slice(0, 16) }).toEqual(KNOWN);
});

it('a verdict is named by the bounds, the FORMAT and the SQLite that gave it', () => {
  expect(verdictsName()).toMatch(/^bounds \d+, FORMAT \d+, SQLite 3\.\d+\.\d+$/);
});
