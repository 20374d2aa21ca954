/** Pictures and films of the packs. */
import type { Library } from './library.ts';

/** The type of a blob, or null when no active pack names it: then it is not served at all. */
export function readMediaType(library: Library, sha256: string): string | null {
  const [row] = library.all<{ readonly mime: string }>('SELECT mime FROM media WHERE media_id = $sha256', {
    sha256,
  });
  return row?.mime ?? null;
}
