/** Where things are in the repository. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');
/** Everything made by us; may be deleted at any moment. */
export const OUT = join(ROOT, 'build', 'out');
export const DATA = join(OUT, 'data');
/** Remembers from which inputs the outputs were made. */
export const STAMPS = join(OUT, 'stamps');
/** Reports of the test runners. */
export const REPORTS = join(OUT, 'reports');
