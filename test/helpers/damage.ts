/** Damages packs on purpose: on the disk as it stands, or with a new hash as somebody who means harm would. */
import { cpSync } from 'node:fs';
import { tempFolder } from './folder.ts';

export { changeBytes, changeRows, entryOf, fileOf, rehash } from './rewrite.ts';

/** A copy of a data folder that may be damaged. */
export function copyData(dataDir: string): string {
  const copy = tempFolder();
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}
