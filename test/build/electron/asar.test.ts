import { describe, expect, it } from 'vitest';
import { packAsar } from '../../../build/electron/asar.ts';

/** Reads an archive back, from the format's description: Chromium pickles, then the files. */
function unpack(archive: Buffer): Record<string, string> {
  const headerBytes = archive.readUInt32LE(4);
  const json = archive.toString('utf8', 16, 16 + archive.readUInt32LE(12));
  const { files } = JSON.parse(json) as { files: Record<string, { size: number; offset: string }> };
  const content = archive.subarray(8 + headerBytes);
  const entries = Object.entries(files).map(([name, { size, offset }]) => [
    name,
    content.toString('utf8', Number(offset), Number(offset) + size),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

describe('packAsar', () => {
  it('keeps names and contents, whatever their lengths', () => {
    for (const name of ['a', 'ab', 'abc', 'abcd', '名前']) {
      const files = { [name]: 'x'.repeat(name.length), 'package.json': '{}', empty: '' };
      const buffers = new Map(Object.entries(files).map(([key, text]) => [key, Buffer.from(text)]));
      expect(unpack(packAsar(buffers))).toEqual(files);
    }
  });
  it('says its own lengths as Electron reads them', () => {
    const archive = packAsar(new Map([['a', Buffer.from('1')]]));
    const headerBytes = archive.readUInt32LE(4);
    expect([archive.readUInt32LE(0), headerBytes % 4, archive.readUInt32LE(8)]).toEqual([
      4,
      0,
      headerBytes - 4,
    ]);
  });
});
