/**
 * Types of the generator's own tools. They live in a package.json of their own that is not installed with the
 * product, so that the type check must not depend on them.
 */

declare module 'mapshaper' {
  const mapshaper: {
    /**
     * Runs one command line on files given by name.
     *
     * @returns output files by name
     */
    applyCommands(
      commands: string,
      input: Readonly<Record<string, unknown>>,
    ): Promise<Readonly<Record<string, Uint8Array | string>>>;
  };
  export default mapshaper;
}

declare module 'polylabel' {
  type Point = readonly [number, number];
  /** The point of a polygon that is furthest from its outline; `distance` says how far. */
  export default function polylabel(
    polygon: readonly (readonly Point[])[],
    precision?: number,
  ): [number, number] & { readonly distance: number };
}
