/** The second look, in a real process, at real packs. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { openLibrary, openLibrarySoon } from '../../../content/store/library.ts';
import { makeContent } from '../../../main/content.ts';
import { check } from '../../../main/sync/check.ts';
import { changeBytes, rehash } from '../../helpers/damage.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildData } from '../../helpers/library.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';
import { nodeProcesses } from './helpers/processes.ts';

vi.mock('electron', () => ({ utilityProcess: {} }));

async function checked(damage: (folder: string) => void) {
  const folder = join(tempFolder(), 'data');
  cpSync(buildData(writeSource(SMALL)), folder, { recursive: true });
  damage(folder);
  const content = makeContent(
    [folder],
    (one) => openLibrarySoon(one),
    async (one) => openLibrary(one),
  );
  await content.look();
  const lines: string[] = [];
  const write = (_level: string, what: string): string => {
    lines.push(what);
    return '';
  };
  const changed = vi.fn(() => lines.push('changed'));
  check({ content, start: nodeProcesses().start, changed, log: { write } });
  return { content, lines, changed };
}

it('says nothing of content that is sound', async () => {
  const { lines, changed } = await checked(() => undefined);
  await vi.waitFor(() => expect(lines).toEqual(['content checked']), 20_000);
  expect(changed).not.toHaveBeenCalled();
});

it('finds a pack that was damaged when it was made, and takes it off the screen', async () => {
  const { content, lines } = await checked((folder) => {
    changeBytes(folder, 'show', (bytes) => bytes.fill(0xff, bytes.length - 4_096));
    rehash(folder, 'show');
  });
  const opened = () => content.opened();
  await vi.waitFor(() => expect(lines).toContain('changed'), 20_000);
  expect(lines).toContain('content damaged');
  const now = opened();
  expect(now.ok && now.library.faults.map(({ code, subject }) => `${code} ${subject}`)).toEqual([
    'pack-damaged show',
  ]);
});
