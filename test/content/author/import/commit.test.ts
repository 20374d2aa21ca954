/** All files of an import or none, whatever fails and whenever the power goes. */
import { cpSync, existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitFiles, finishCommit, isUnfinished } from '../../../../content/author/import/commit.ts';
import { tempFolder, writeFiles } from '../../../helpers/folder.ts';

const BEFORE = { 'a.yaml': 'a1', 'b.yaml': 'b1', 'old.jpg': 'o1' };
const FILES = [
  { path: 'a.yaml', content: 'a2' },
  { path: 'pictures/new.jpg', content: Uint8Array.of(1, 2) },
  { path: 'b.yaml', content: 'b2' },
  { path: 'old.jpg', content: null },
];
const AFTER = { 'a.yaml': 'a2', 'b.yaml': 'b2', 'pictures/new.jpg': '\x01\x02' };

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder();
  writeFiles(folder, files);
  return folder;
}

function contentOf(folder: string): Readonly<Record<string, string>> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'latin1')]),
  );
}

describe('commitFiles', () => {
  it('writes new files, replaces old ones, takes files away, and leaves nothing else behind', () => {
    const folder = folderOf(BEFORE);
    commitFiles(folder, FILES);
    expect(contentOf(folder)).toEqual(AFTER);
    expect(existsSync(join(folder, '.import'))).toBe(false);
  });

  it('writes nothing for nothing', () => {
    const folder = folderOf(BEFORE);
    commitFiles(folder, []);
    expect(contentOf(folder)).toEqual(BEFORE);
  });

  it('leaves everything as it was when any rename fails', () => {
    for (let failing = 0; failing < 4; failing++) {
      const folder = folderOf(BEFORE);
      let count = 0;
      const rename = (from: string, to: string): void => {
        if (count++ === failing) throw new Error('disk says no');
        renameSync(from, to);
      };
      expect(() => commitFiles(folder, FILES, { rename })).toThrow('disk says no');
      expect(contentOf(folder), `rename ${failing}`).toEqual(BEFORE);
    }
  });

  it('is whole after the power went at any moment: either as before or as meant', () => {
    // Each moment just before a rename is kept as a copy of the folder: what a machine finds when it comes back.
    const folder = folderOf(BEFORE);
    const moments: string[] = [];
    commitFiles(folder, FILES, {
      rename: (from, to) => {
        const copy = tempFolder();
        cpSync(folder, copy, { recursive: true });
        moments.push(copy);
        renameSync(from, to);
      },
    });
    const seen = moments.map((copy) => {
      const unfinished = isUnfinished(copy);
      finishCommit(copy);
      expect(isUnfinished(copy)).toBe(false);
      return [unfinished, contentOf(copy)];
    });
    expect(seen).toEqual([[false, BEFORE], ...Array.from({ length: 3 }, () => [true, AFTER])]);
  });

  it('undoes again after the power went while it was undoing', () => {
    const folder = folderOf(BEFORE);
    const copy = tempFolder();
    let count = 0;
    const rename = (from: string, to: string): void => {
      if (count++ === 2) throw new Error('disk says no');
      renameSync(from, to);
    };
    try {
      commitFiles(folder, FILES, { rename });
    } catch {
      // The state in which the undoing begins: one file renamed, the decision taken back.
      writeFiles(copy, {
        'a.yaml': 'a2',
        'b.yaml': 'b1',
        'old.jpg': 'o1',
        '.import/undo.json': JSON.stringify(FILES.map((file) => file.path)),
        '.import/old/a.yaml': 'a1',
        '.import/old/b.yaml': 'b1',
        '.import/old/old.jpg': 'o1',
      });
    }
    expect(isUnfinished(copy)).toBe(true);
    finishCommit(copy);
    expect(contentOf(copy)).toEqual(BEFORE);
  });
});
