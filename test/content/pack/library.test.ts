import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  blobPath,
  formatLibrary,
  type LibraryEntry,
  type LibraryManifest,
  packPath,
  parseLibrary,
} from '../../../content/pack/library.ts';
import { PACK_KINDS, type PackId } from '../../../content/pack/types.ts';

const SHA = 'a1'.repeat(32);
const ENTRY: LibraryEntry = {
  packId: 'base' as PackId,
  kind: 'base',
  version: 1,
  sha256: SHA,
  sizeBytes: 4096,
};

const entry: fc.Arbitrary<LibraryEntry> = fc.record({
  packId: fc.stringMatching(/^[a-z][a-z0-9-]{0,63}$/).map((id) => id as PackId),
  kind: fc.constantFrom(...PACK_KINDS.filter((kind) => kind !== 'base')),
  version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
  sizeBytes: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
});
const manifest: fc.Arbitrary<LibraryManifest> = fc
  .uniqueArray(entry, { selector: (one) => one.packId, maxLength: 6 })
  .map(([first, ...rest]) => ({ packs: first ? [{ ...first, kind: 'base' }, ...rest] : [] }));

/** library.json with one entry in which some fields are other than they should be. */
function withEntry(changes: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ packs: [{ ...ENTRY, ...changes }] });
}

describe('parseLibrary', () => {
  it('reads what formatLibrary writes', () => {
    fc.assert(
      fc.property(manifest, (one) => {
        expect(parseLibrary(formatLibrary(one))).toEqual(one);
      }),
    );
  });

  it('refuses every text that was cut off', () => {
    const whole = formatLibrary({ packs: [ENTRY] });
    // The last two characters are `}` and the line end: without the line end it is whole all the same.
    for (let length = 0; length < whole.length - 1; length++) {
      expect(parseLibrary(whole.slice(0, length)), `${length} characters`).toBeUndefined();
    }
  });

  it('never throws and never gives what it would not read again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => `{"packs":[${json}]}`),
        ),
        (text) => {
          const found = parseLibrary(text);
          if (found) expect(parseLibrary(formatLibrary(found))).toEqual(found);
        },
      ),
      { numRuns: 500 },
    );
  });

  it.each([
    ['no object', '[]'],
    ['null', 'null'],
    ['no list of packs', '{}'],
    ['packs that are no list', '{"packs":{"0":1,"length":1}}'],
    ['inherited packs', '{"__proto__":{"packs":[]}}'],
    ['an entry that is no object', '{"packs":[1]}'],
    ['a path as pack id', withEntry({ packId: '../base' })],
    ['a pack id in capitals', withEntry({ packId: 'Base' })],
    ['an unknown kind', withEntry({ kind: 'program' })],
    ['a kind out of Object.prototype', withEntry({ kind: 'constructor' })],
    ['version 0', withEntry({ version: 0 })],
    ['a version in parts', withEntry({ version: 1.5 })],
    ['a version as text', withEntry({ version: '1' })],
    ['a version too large to count', withEntry({ version: 2 ** 53 })],
    ['a size of nothing', withEntry({ sizeBytes: 0 })],
    ['a size below nothing', withEntry({ sizeBytes: -1 })],
    ['a hash in capitals', withEntry({ sha256: SHA.toUpperCase() })],
    ['a hash that is too short', withEntry({ sha256: SHA.slice(1) })],
    ['a hash with a line end', withEntry({ sha256: `${SHA}\n` })],
    ['a hash that is a path', withEntry({ sha256: `../${SHA.slice(3)}` })],
    ['the same pack twice', JSON.stringify({ packs: [ENTRY, { ...ENTRY, version: 2 }] })],
    ['two base packs', JSON.stringify({ packs: [ENTRY, { ...ENTRY, packId: 'base-2' }] })],
    ['more than 1000 packs', JSON.stringify({ packs: Array(1001).fill(ENTRY) })],
  ])('refuses %s', (_what, text) => {
    expect(parseLibrary(text)).toBeUndefined();
  });

  it('drops what it does not know, so that later programs may add to it', () => {
    const text = JSON.stringify({ packs: [{ ...ENTRY, note: 'x' }], written: '2020-01-01' });
    expect(parseLibrary(text)).toEqual({ packs: [ENTRY] });
  });
});

describe('paths inside the data folder', () => {
  it('name the version and the hash of a pack', () => {
    expect(packPath(ENTRY)).toBe(`packs/base/1-${SHA}.sqlite`);
  });

  it('spread blobs over 256 folders', () => {
    expect(blobPath(SHA)).toBe(`blobs/a1/${SHA}`);
  });
});
