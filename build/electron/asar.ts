/**
 * Writes Electron's archive format: two little-endian "pickles" with a JSON table of files, then
 * the files one after another. Flat folders of small files only, which is all we need.
 */

/** @param files name -> content @returns the archive */
export function packAsar(files: ReadonlyMap<string, Buffer>): Buffer {
  const table: Record<string, { readonly size: number; readonly offset: string }> = {};
  let offset = 0;
  for (const [name, bytes] of files) {
    table[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const json = Buffer.from(JSON.stringify({ files: table }));
  // Pickle: its own length, the string's length, the string, padded to four bytes.
  const padding = (4 - (json.length % 4)) % 4;
  const header = Buffer.concat([
    uint32(4 + json.length + padding),
    uint32(json.length),
    json,
    Buffer.alloc(padding),
  ]);
  const size = Buffer.concat([uint32(4), uint32(header.length)]);
  return Buffer.concat([size, header, ...files.values()]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
