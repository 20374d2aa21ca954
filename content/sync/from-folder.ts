/**
 * A repository in a folder: a USB stick, a network share, a copy on the same disk. Opened with the
 * suspicion a found stick deserves: only plain files are read, no link is followed, nothing outside the
 * folder is reached, and a named pipe cannot make us wait.
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { codeOf } from '../disk.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type OpenedFile, type Source, SourceGone, SourceMissing } from './source.ts';

const CHUNK_BYTES = 4 << 20;

/** @param folder the folder that holds `metadata/` and `targets/` */
export function fromFolder(folder: string): Source {
  let root: Promise<string> | undefined;
  const rootOf = (): Promise<string> => {
    root ??= realpath(folder);
    // A stick that is not there may be there at the next try.
    root.catch(() => {
      root = undefined;
    });
    return root;
  };
  return {
    name: folder,
    open: (path, offset) => openFile(folder, rootOf, path, offset),
    close: () => {
      root = undefined;
    },
  };
}

async function openFile(
  folder: string,
  rootOf: () => Promise<string>,
  path: string,
  offset: number,
): Promise<OpenedFile> {
  let handle: FileHandle | undefined;
  try {
    const full = join(folder, ...path.split('/'));
    await refuseLinks(await rootOf(), path, full);
    // O_NOFOLLOW: the last part may not become a link between the look and the opening.
    // O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
    const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
    handle = await open(full, flags);
    const stat = await handle.stat();
    if (!stat.isFile()) throw new SyncRefused('bad-path', path, 'not a plain file');
    const opened = handle;
    return {
      sizeBytes: stat.size,
      offset,
      chunks: chunksOf(opened, offset, stat.size),
      close: () => void opened.close().catch(() => undefined),
    };
  } catch (error) {
    await handle?.close().catch(() => undefined);
    throw meaningOf(error, path);
  }
}

/** Clause 4.6: every part of the path is a plain folder or file of the source itself. */
async function refuseLinks(root: string, path: string, full: string): Promise<void> {
  const real = await realpath(full);
  if (real === join(root, ...path.split('/'))) return;
  // A stick formatted with FAT knows only one case; the same name in another case is still that file.
  const inside = real.startsWith(root.endsWith(sep) ? root : root + sep);
  const same = real.toLowerCase() === join(root, ...path.split('/')).toLowerCase();
  const link = (await lstat(full)).isSymbolicLink();
  if (!inside || !same || link) throw new SyncRefused('bad-path', path, 'a link leads elsewhere');
}

async function* chunksOf(handle: FileHandle, from: number, size: number): AsyncGenerator<Uint8Array> {
  let position = from;
  try {
    while (position < size) {
      const buffer = Buffer.allocUnsafeSlow(Math.min(CHUNK_BYTES, size - position));
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } catch (error) {
    throw meaningOf(error, '');
  } finally {
    await handle.close().catch(() => undefined);
  }
}

function meaningOf(error: unknown, path: string): unknown {
  if (error instanceof SyncRefused) return error;
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return new SourceMissing(path, { cause: error });
  if (code === 'ELOOP' || code === 'ENXIO' || code === 'ENAMETOOLONG') {
    // ENXIO: a socket, or a named pipe nobody writes to.
    return new SyncRefused('bad-path', path, code, { cause: error });
  }
  // EIO, ENODEV, ESTALE…: pulled out. EBADF: given up (`close`) while it was being read.
  return new SourceGone(`${code || String(error)} ${path}`, { cause: error });
}
