/** Source folders from several places shown as one: which base, which packs, which names in complaints. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../content/author/problem.ts';
import { packsToShow, readSeveral } from '../../../content/author/several.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';
import { SOURCE } from '../../helpers/places.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';

const DEFAULT = join(writeSource(SMALL), 'base');
const EXHIBITION = join(SOURCE, 'exhibition-ten-years');

function read(...folders: readonly string[]) {
  const problems: Problem[] = [];
  const tree = readSeveral(folders, DEFAULT)((problem) => problems.push(problem));
  return { ids: tree.packs.map(({ pack }) => pack.value.id), base: tree.base?.folder, problems };
}

function alone(): string {
  const folder = join(tempFolder(), 'mine');
  cpSync(EXHIBITION, folder, { recursive: true });
  return folder;
}

describe('readSeveral', () => {
  it('shows an exhibition alone together with the default base', () => {
    const { ids, problems } = read(alone());
    expect(problems).toEqual([]);
    expect(ids).toEqual(['base', 'exhibition-ten-years']);
  });

  it('prefers the base that stands beside it', () => {
    const tree = readSeveral([EXHIBITION], DEFAULT)(() => undefined);
    expect(tree.root).toBe(SOURCE);
    expect(tree.packs.map(({ folder }) => folder)).toEqual(['base', 'exhibition-ten-years']);
  });

  it('takes a base that was given, and no second one', () => {
    expect(read(DEFAULT, alone()).ids).toEqual(['base', 'exhibition-ten-years']);
    expect(read(SOURCE, EXHIBITION).ids).toEqual([
      'base',
      'exhibition-hiroshima-9',
      'exhibition-ten-years',
      'news-3',
    ]);
  });

  it('says where a folder without packs is', () => {
    const empty = tempFolder();
    const { ids, problems } = read(empty);
    expect(ids).toEqual([]);
    expect(problems).toMatchObject([{ id: 'no-pack', file: empty }]);
  });

  it('adds no second base to one that has errors of its own', () => {
    const broken = writeSource(SMALL);
    writeFiles(broken, { 'base/towns.yaml': '- town: [' });
    const { base, problems } = read(broken);
    expect(base).toBeUndefined();
    expect(problems.map(({ file }) => file)).toContain('base/towns.yaml');
  });
});

describe('packsToShow', () => {
  it('names every pack folder that must be looked at, with the base', () => {
    const mine = alone();
    expect(packsToShow([mine], DEFAULT)).toEqual([DEFAULT, mine]);
  });
});
