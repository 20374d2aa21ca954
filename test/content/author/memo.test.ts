/** What is remembered of single records: given back as it was, or not at all. */
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../../../content/author/cache.ts';
import { openMemo } from '../../../content/author/memo.ts';
import { tempFolder } from '../../helpers/folder.ts';

const open = (folder: string) => openCache(folder, () => 0);

/** Asks for each text and gives those that had to be made. */
function made(folder: string, texts: readonly string[], name = 'memo', kind = 'length'): readonly string[] {
  const memo = openMemo(open(folder), name);
  const anew = texts.filter((text) => {
    let isNew = false;
    const value = memo.of(kind, text, () => {
      isNew = true;
      return { length: text.length };
    });
    expect(value).toEqual({ length: text.length });
    return isNew;
  });
  memo.save();
  return anew;
}

function filesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true }) as string[];
  return names.filter((name) => name.endsWith('.json')).map((name) => join(folder, name));
}

describe('openMemo', () => {
  it('makes each thing once, in this run and the next', () => {
    const folder = tempFolder();
    expect(made(folder, ['a', 'bb', 'a'])).toEqual(['a', 'bb']);
    expect(made(folder, ['bb', 'ccc', 'a'])).toEqual(['ccc']);
  });

  it('forgets what nobody asked for any more', () => {
    const folder = tempFolder();
    made(folder, ['a', 'bb']);
    made(folder, ['a']);
    expect(made(folder, ['a', 'bb'])).toEqual(['bb']);
  });

  it('keeps two kinds and two names apart', () => {
    const folder = tempFolder();
    made(folder, ['a']);
    expect(made(folder, ['a'], 'memo', 'other')).toEqual(['a']);
    expect(made(folder, ['a'], 'other')).toEqual(['a']);
  });

  it('makes everything anew when one letter of its file was changed', () => {
    const folder = tempFolder();
    made(folder, ['a', 'bb']);
    const [path = ''] = filesOf(folder);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"length":1', '"length":7'));
    expect(made(folder, ['a', 'bb'])).toEqual(['a', 'bb']);
  });

  it('does not believe the file of another name, a cut-off file or one of something else', () => {
    const folder = tempFolder();
    made(folder, ['a']);
    const [mine = ''] = filesOf(folder);
    const other = tempFolder();
    made(other, ['a'], 'other');
    const [foreign = ''] = filesOf(other);
    renameSync(foreign, mine);
    expect(made(folder, ['a'])).toEqual(['a']);
    for (const text of ['', 'rubbish', '[]', readFileSync(mine, 'utf8').slice(0, -1)]) {
      writeFileSync(mine, text);
      expect(made(folder, ['a'])).toEqual(['a']);
    }
  });
});
