/** What we use of `subset-font`, which carries no types. */
declare module 'subset-font' {
  /** Cuts the glyphs of `text` out of a font. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { readonly targetFormat: 'woff2' },
  ): Promise<Buffer>;
}
