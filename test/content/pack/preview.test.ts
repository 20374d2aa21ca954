import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLibrary, type LibraryManifest, parseLibrary } from '../../../content/pack/library.ts';
import {
  formatPreviewLibrary,
  formatPreviewState,
  parsePreviewLibrary,
  parsePreviewState,
} from '../../../content/pack/preview.ts';
import type { PackId } from '../../../content/pack/types.ts';

const MANIFEST: LibraryManifest = {
  packs: [{ packId: 'base' as PackId, kind: 'base', version: 1, sha256: 'a'.repeat(64), sizeBytes: 100 }],
};

describe('the active set of a preview', () => {
  it('comes back as it was written', () => {
    expect(parsePreviewLibrary(formatPreviewLibrary(MANIFEST))).toEqual(MANIFEST);
  });

  it('is no active set for a kiosk, and that of a kiosk is none for a preview', () => {
    expect(parseLibrary(formatPreviewLibrary(MANIFEST))).toBeUndefined();
    expect(parsePreviewLibrary(formatLibrary(MANIFEST))).toBeUndefined();
  });

  it('is held to the same rules as that of a kiosk', () => {
    const twice = { packs: [...MANIFEST.packs, ...MANIFEST.packs] };
    expect(parsePreviewLibrary(formatPreviewLibrary(twice))).toBeUndefined();
  });
});

describe('parsePreviewState', () => {
  it('reads what was written', () => {
    const state = { state: 'broken', errors: 2, problem: 'base/towns.yaml:3: …' } as const;
    expect(parsePreviewState(formatPreviewState(state))).toEqual(state);
  });

  it('takes half a state, or anything else, for none', () => {
    const whole = formatPreviewState({ state: 'shown', errors: 0, problem: '' }).trim();
    for (let length = 0; length < whole.length; length++)
      expect(parsePreviewState(whole.slice(0, length))).toBeUndefined();
    fc.assert(
      fc.property(fc.json(), (text) => {
        const found = parsePreviewState(text);
        if (found) expect(parsePreviewState(formatPreviewState(found))).toEqual(found);
      }),
    );
  });
});
