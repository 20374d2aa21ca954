/** Where the tests find what they test. */
import { fileURLToPath } from 'node:url';

/** The repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
/** Our default content. */
export const SOURCE = fileURLToPath(new URL('../../content/source', import.meta.url));
/** The gazetteer that comes with the tool. */
export const GAZETTEER = fileURLToPath(new URL('../../content/author/gazetteer', import.meta.url));
/** The entry of `npx renkei`. */
export const RENKEI = fileURLToPath(new URL('../../content/cli/renkei.mjs', import.meta.url));
