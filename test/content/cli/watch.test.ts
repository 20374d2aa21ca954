/** Real files in a real folder; waits as long as it must and never on a clock of its own. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, settled } from '../../../content/cli/watch.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';

const NEVER = new AbortController().signal;

describe('changed', () => {
  const ways: readonly [string, (folder: string) => void][] = [
    ['written over', (folder) => writeFileSync(join(folder, 'a.yaml'), 'longer than before')],
    [
      'replaced by a rename, as careful editors do',
      (folder) => {
        writeFileSync(join(folder, '.a.part'), 'other');
        renameSync(join(folder, '.a.part'), join(folder, 'a.yaml'));
      },
    ],
    ['removed', (folder) => rmSync(join(folder, 'a.yaml'))],
    [
      'added in a new folder',
      (folder) => {
        mkdirSync(join(folder, 'media'));
        writeFileSync(join(folder, 'media', 'b.jpg'), '');
      },
    ],
  ];
  it.each(ways)('sees a file that is %s', async (_how, act) => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.yaml': 'first' });
    const before = await settled(() => [folder], NEVER);
    const seen = changed(() => [folder], before, NEVER);
    act(folder);
    await expect(seen).resolves.toBeUndefined();
  });

  it('passes over hidden files and the locks of open office files, and ends when it is told to', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.yaml': 'first' });
    const before = await settled(() => [folder], NEVER);
    const end = new AbortController();
    const seen = changed(() => [folder], before, end.signal);
    writeFiles(folder, { '.DS_Store': 'x', '~$まち.xlsx': 'x' });
    expect(await settled(() => [folder], NEVER)).toBe(before);
    const why = new Error('enough');
    end.abort(why);
    await expect(seen).rejects.toBe(why);
  });
});
