/** Where the generator reads and writes. Everything is found from this file, never from the working folder. */
import { fileURLToPath } from 'node:url';

/** Folder of the generator and of its own package.json. */
export const GEO_FOLDER = fileURLToPath(new URL('.', import.meta.url));

/** Output: shapes that the screen loads. */
export const SHAPES_FOLDER = fileURLToPath(new URL('../../renderer/map/shapes/', import.meta.url));

/** Output: names, readings and points that the authoring tools read. */
export const GAZETTEER_FOLDER = fileURLToPath(new URL('../../content/author/gazetteer/', import.meta.url));

/** Absolute path of a file inside one of the data packages pinned in package.json beside this file. */
export function packageFile(path: string): string {
  return fileURLToPath(new URL(`node_modules/${path}`, import.meta.url));
}
