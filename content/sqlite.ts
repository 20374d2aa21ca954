/**
 * The one place that names the SQLite driver. Its API is that of `node:sqlite`, so the built-in
 * module can take its place here once every runtime we support has it; until then this package
 * carries one N-API binary that runs in Node 20, Node 24 and Electron alike.
 * Only `store/driver.ts` (reading), `author/draft.ts` (writing) and the kiosk's own memory, `main/state`,
 * may import it: test/house.test.ts.
 */
export { DatabaseSync } from '@photostructure/sqlite';
