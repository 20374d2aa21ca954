/** Sizes of files as staff say them. */

/** `12.3MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)}MB`;
}
