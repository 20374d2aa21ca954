/** Where the tool's own data lies. */
import { fileURLToPath } from 'node:url';

/** Folder of the gazetteer that comes with the tool. */
export const GAZETTEER_FOLDER = fileURLToPath(new URL('../author/gazetteer', import.meta.url));

/** Our default content. */
export const DEFAULT_SOURCE_FOLDER = fileURLToPath(new URL('../source', import.meta.url));

/** The default base pack, with which a new source begins. */
export const DEFAULT_BASE_FOLDER = fileURLToPath(new URL('../source/base', import.meta.url));
