/** Texts for property tests: everything a keyboard, a file or a hostile page may bring. */
import fc from 'fast-check';

/** Any UTF-16, lone surrogates included; plain letters often enough to be interesting. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.nat({ max: 0xffff }), fc.nat({ max: 0x10ffff })), {
    maxLength: 12,
  })
  .map((points) => String.fromCodePoint(...points));
