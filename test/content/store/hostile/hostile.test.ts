/** A signed pack that means harm changes nothing but the list of refusals; the rest is shown as before. */
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../../../content/store/library.ts';
import { changeRows, copyData, rehash } from '../../../helpers/damage.ts';
import { buildData } from '../../../helpers/library.ts';
import { SMALL, writeSource } from '../../../helpers/source.ts';
import { ATTACKS } from './attacks.ts';

const GOOD = buildData(writeSource(SMALL));
/** Longest a verdict may take, on a busy machine. */
const MOST_MS = 10_000;

describe('a hostile pack', () => {
  it.each(ATTACKS)('$code: $what', { timeout: MOST_MS }, ({ sql, code }) => {
    const copy = copyData(GOOD);
    changeRows(copy, 'show', 'PRAGMA foreign_keys = OFF', ...sql);
    rehash(copy, 'show');
    const opened = openLibrary(copy);
    expect(opened.ok && opened.library.faults).toEqual([
      { code, subject: 'show', detail: expect.stringMatching(/^\P{Cc}{1,300}$/u) },
    ]);
    if (!opened.ok) return;
    expect(opened.library.packs.map((pack) => pack.packId)).toEqual(['base', 'news-1']);
    opened.library.close();
  });
});
