/** The data folder of one preview: made for it, marked as such, and gone when it ends. */
import { chmodSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LibraryEntry, packPath } from '../pack/library.ts';
import { formatPreviewState, PREVIEW_FILE, type PreviewState } from '../pack/preview.ts';

export type PreviewFolder = {
  /** Absolute. */
  readonly path: string;
  /** Says how the source is doing; the open window shows it at once. */
  readonly tell: (state: PreviewState) => void;
  /** Removes packs that neither this active set nor the one before it needs. */
  readonly tidy: (entries: readonly LibraryEntry[]) => void;
  readonly remove: () => void;
};

export function makePreviewFolder(): PreviewFolder {
  const path = mkdtempSync(join(tmpdir(), 'renkei-preview-'));
  // Started by root, the window runs as somebody else.
  chmodSync(path, 0o755);
  let before: readonly string[] = [];
  return {
    path,
    tell: (state) => {
      const draft = join(path, `${PREVIEW_FILE}.part`);
      writeFileSync(draft, formatPreviewState(state));
      renameSync(draft, join(path, PREVIEW_FILE));
    },
    tidy: (entries) => {
      const now = entries.map(packPath);
      const needed = new Set([...now, ...before]);
      before = now;
      for (const pack of packFiles(path)) {
        // Where an open file cannot be removed it goes with the folder.
        if (!needed.has(pack)) rmSync(join(path, pack), { force: true, maxRetries: 1 });
      }
    },
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

function packFiles(folder: string): readonly string[] {
  return readdirSync(join(folder, 'packs')).flatMap((pack) =>
    readdirSync(join(folder, 'packs', pack)).map((file) => `packs/${pack}/${file}`),
  );
}
