/**
 * Unpacks chosen entries of a zip. Our own because the archive in question holds 25,000 files of
 * which we want eighty: general tools write them all first, and the system's `unzip` may be missing.
 * No Zip64, no encryption, no links; such archives are refused.
 */
import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

/** One line of the central directory (APPNOTE 4.3.12). */
export type ZipEntry = {
  readonly name: string;
  readonly method: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Position of the entry's local header. */
  readonly position: number;
  /** Unix file mode with type bits; 0 when the archive was not made on Unix. */
  readonly mode: number;
};

const END_RECORD = 0x06054b50;
const END_BYTES = 22;
const MAX_COMMENT = 0xffff;
const CENTRAL_RECORD = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL_RECORD = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const TYPE_MASK = 0o170000;
const LINK_TYPE = 0o120000;

/** Not a zip we can read; the archive was verified before, so this points to a wrong pin. */
export class BadZip extends Error {
  override readonly name = 'BadZip';
}

/**
 * Unpacks the wanted entries below `folder`, with their permissions.
 *
 * @throws {BadZip} damaged, of an unknown kind, or with a name that leads outside
 */
export async function unzip(file: string, folder: string, wanted: (name: string) => boolean): Promise<void> {
  const handle = await open(file);
  try {
    for (const entry of await readDirectory(handle)) {
      if (wanted(entry.name)) await unpackEntry(handle, file, entry, folder);
    }
  } finally {
    await handle.close();
  }
}

async function readDirectory(handle: FileHandle): Promise<ZipEntry[]> {
  const { size } = await handle.stat();
  const tail = await readAt(
    handle,
    Math.max(0, size - END_BYTES - MAX_COMMENT),
    Math.min(size, END_BYTES + MAX_COMMENT),
  );
  let end = tail.length - END_BYTES;
  while (end >= 0 && tail.readUInt32LE(end) !== END_RECORD) end -= 1;
  if (end < 0) throw new BadZip('no end record');
  const directory = await readAt(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  return parseDirectory(directory, tail.readUInt16LE(end + 10));
}

/** @param count how many entries the end record promises @throws {BadZip} */
export function parseDirectory(bytes: Buffer, count: number): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    if (at + CENTRAL_BYTES > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_RECORD) {
      throw new BadZip(`entry ${i} of ${count} is damaged`);
    }
    const nameBytes = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes),
      method: bytes.readUInt16LE(at + 10),
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      mode: bytes.readUInt16LE(at + 40),
      position: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_BYTES + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function unpackEntry(handle: FileHandle, file: string, entry: ZipEntry, folder: string): Promise<void> {
  const target = safeTarget(folder, entry.name);
  if ((entry.mode & TYPE_MASK) === LINK_TYPE) throw new BadZip(`${entry.name} is a link`);
  if (entry.name.endsWith('/')) {
    mkdirSync(target, { recursive: true });
    return;
  }
  mkdirSync(dirname(target), { recursive: true });
  const local = await readAt(handle, entry.position, LOCAL_BYTES);
  if (local.readUInt32LE(0) !== LOCAL_RECORD) throw new BadZip(`${entry.name} has no local header`);
  const start = entry.position + LOCAL_BYTES + local.readUInt16LE(26) + local.readUInt16LE(28);
  const mode = entry.mode & 0o777 || 0o644;
  if (entry.packedBytes === 0) {
    // A stream cannot be told to read nothing.
    writeFileSync(target, '', { mode });
    return;
  }
  const output = createWriteStream(target, { mode });
  await copy(createReadStream(file, { start, end: start + entry.packedBytes - 1 }), entry, output);
  if (output.bytesWritten !== entry.bytes) throw new BadZip(`${entry.name} has a wrong length`);
}

async function copy(
  input: ReturnType<typeof createReadStream>,
  entry: ZipEntry,
  output: ReturnType<typeof createWriteStream>,
): Promise<void> {
  if (entry.method === STORED) await pipeline(input, output);
  else if (entry.method === DEFLATED) await pipeline(input, createInflateRaw(), output);
  else throw new BadZip(`${entry.name} is packed with method ${entry.method}`);
}

/** @throws {BadZip} when the name would lead outside the folder */
function safeTarget(folder: string, name: string): string {
  const path = normalize(name);
  if (isAbsolute(path) || path.split(/[\\/]/)[0] === '..') throw new BadZip(`${name} leads outside`);
  return join(folder, path);
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, position);
  if (bytesRead !== length) throw new BadZip('the file ends too early');
  return buffer;
}
