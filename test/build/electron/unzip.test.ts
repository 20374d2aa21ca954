import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BadZip, unzip } from '../../../build/electron/unzip.ts';
import { makeZip, type ZipFile } from './helpers/make-zip.ts';

describe('unzip', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'unzip-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const unpack = async (zip: Buffer, wanted = (_name: string) => true) => {
    writeFileSync(join(folder, 'a.zip'), zip);
    await unzip(join(folder, 'a.zip'), join(folder, 'out'), wanted);
  };
  const read = (name: string) => readFileSync(join(folder, 'out', name), 'utf8');

  it('unpacks stored, deflated and empty files with their permissions', async () => {
    await unpack(
      makeZip([
        { name: 'a/run', bytes: Buffer.from('x'.repeat(100_000)), mode: 0o100755 },
        { name: 'a/plain', bytes: Buffer.from('こんにちは'), stored: true },
        { name: 'a/empty', bytes: Buffer.alloc(0), stored: true },
      ]),
    );
    expect([read('a/run').length, read('a/plain'), read('a/empty')]).toEqual([100_000, 'こんにちは', '']);
    expect(statSync(join(folder, 'out/a/run')).mode & 0o777).toBe(0o755);
  });

  it('leaves out what is not wanted', async () => {
    const files = ['keep', 'skip'].map((name) => ({ name, bytes: Buffer.from(name) }));
    await unpack(makeZip(files), (name) => name === 'keep');
    expect(existsSync(join(folder, 'out/skip'))).toBe(false);
  });

  it('finds the directory behind a comment', async () => {
    await unpack(makeZip([{ name: 'a', bytes: Buffer.from('a') }], 'made by a tool that talks'));
    expect(read('a')).toBe('a');
  });

  it('gives back whatever was packed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), fc.boolean(), async (bytes, stored) => {
        await unpack(makeZip([{ name: 'any', bytes: Buffer.from(bytes), stored }]));
        expect(readFileSync(join(folder, 'out/any'))).toEqual(Buffer.from(bytes));
      }),
      { numRuns: 40 },
    );
  });

  const refused: readonly [string, ZipFile][] = [
    ['a name that climbs out', { name: '../evil', bytes: Buffer.from('x') }],
    ['an absolute name', { name: '/tmp/evil', bytes: Buffer.from('x') }],
    ['a symbolic link', { name: 'link', bytes: Buffer.from('/etc/passwd'), mode: 0o120777 }],
  ];
  for (const [what, file] of refused) {
    it(`refuses ${what}`, async () => {
      await expect(unpack(makeZip([file]))).rejects.toThrow(BadZip);
    });
  }

  it('refuses a file that is no zip, or ends too early', async () => {
    await expect(unpack(Buffer.from('hello'))).rejects.toThrow(BadZip);
    const zip = makeZip([{ name: 'a', bytes: Buffer.from('a') }]);
    await expect(unpack(zip.subarray(10))).rejects.toThrow(BadZip);
  });
});
