import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprint, hasStamp, writeStamp } from '../../../build/setup/stamp.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stamp-'));
  mkdirSync(join(folder, 'in/deep'), { recursive: true });
  writeFileSync(join(folder, 'in/a'), 'one');
  writeFileSync(join(folder, 'in/deep/b'), 'two');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('fingerprint', () => {
  it('stays the same when nothing changes, also at another place', () => {
    const before = fingerprint(folder, ['in']);
    cpSync(folder, `${folder}-copy`, { recursive: true });
    expect(fingerprint(`${folder}-copy`, ['in'])).toBe(before);
    rmSync(`${folder}-copy`, { recursive: true });
  });

  const changes: readonly [string, () => void][] = [
    ['a changed byte', () => writeFileSync(join(folder, 'in/deep/b'), 'twO')],
    ['a new file', () => writeFileSync(join(folder, 'in/new'), '')],
    ['a new name', () => renameSync(join(folder, 'in/a'), join(folder, 'in/z'))],
    [
      'text moved from one file to the next',
      () => {
        writeFileSync(join(folder, 'in/a'), 'onet');
        writeFileSync(join(folder, 'in/deep/b'), 'wo');
      },
    ],
    ['a missing folder', () => rmSync(join(folder, 'in/deep'), { recursive: true })],
  ];
  for (const [what, change] of changes) {
    it(`notices ${what}`, () => {
      const before = fingerprint(folder, ['in']);
      change();
      expect(fingerprint(folder, ['in'])).not.toBe(before);
    });
  }

  it('does not look into node_modules and hidden files', () => {
    const before = fingerprint(folder, ['in']);
    mkdirSync(join(folder, 'in/node_modules'));
    writeFileSync(join(folder, 'in/node_modules/x'), 'x');
    writeFileSync(join(folder, 'in/.hidden'), 'x');
    expect(fingerprint(folder, ['in'])).toBe(before);
  });
});

describe('hasStamp', () => {
  it('is true only for the value written', () => {
    const file = join(folder, 'stamps', 'x');
    expect(hasStamp(file, 'abc')).toBe(false);
    writeStamp(file, 'abc');
    expect([hasStamp(file, 'abc'), hasStamp(file, 'abd')]).toEqual([true, false]);
  });
});
