/**
 * A repository in a folder: a USB stick, a network share, a copy on the same disk. Opened with the
 * suspicion a found stick deserves: only plain files are read, no link is followed, nothing outside the
 * folder is reached, and a named pipe cannot make us wait.
 */
import { constants } from 'node:fs';
import { type FileHandle, lstat, open, realpath } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { codeOf } from '../disk.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type OpenedFile, type Source, SourceGone, SourceMissing } from './source.ts';

const CHUNK_BYTES = 4 << 20;

/** @param folder the folder that holds `metadata/` and `targets/` */
export function fromFolder(folder: string): Source {
  /** Folders of the source that were looked at. */
  const looked = new Map<string, Promise<void>>();
  const look = (path: string): Promise<void> => {
    const known = looked.get(path) ?? refuseLinks(folder, path);
    looked.set(path, known);
    // A stick that is not there may be there at the next try.
    known.catch(() => looked.delete(path));
    return known;
  };
  return {
    name: folder,
    open: (path, offset) => openFile(folder, look, path, offset),
    close: () => looked.clear(),
  };
}

async function openFile(
  folder: string,
  look: (path: string) => Promise<void>,
  path: string,
  offset: number,
): Promise<OpenedFile> {
  let handle: FileHandle | undefined;
  try {
    const full = join(folder, ...path.split('/'));
    await look(posix.dirname(path));
    await refuseLink(full, path);
    // O_NONBLOCK: opening a named pipe would otherwise wait for a writer for ever.
    handle = await open(full, constants.O_RDONLY | NO_LINK | (constants.O_NONBLOCK ?? 0));
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

/** Clause 4.6: every part of the path is a plain folder of the source itself. */
async function refuseLinks(folder: string, path: string): Promise<void> {
  const [root, real] = await Promise.all([realpath(folder), realpath(join(folder, ...path.split('/')))]);
  // A stick formatted with FAT knows only one case; the same name in another case is still that folder.
  const same = real.toLowerCase() === join(root, ...path.split('/')).toLowerCase();
  if (same && real.startsWith(root)) return;
  throw new SyncRefused('bad-path', path, 'a link leads elsewhere');
}

/** The file itself must not be a link either: refused at the opening, or looked at where systems cannot. */
const NO_LINK = constants.O_NOFOLLOW ?? 0;

async function refuseLink(full: string, path: string): Promise<void> {
  if (NO_LINK !== 0 || !(await lstat(full)).isSymbolicLink()) return;
  throw new SyncRefused('bad-path', path, 'a link leads elsewhere');
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
    handle.close().catch(() => undefined);
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
