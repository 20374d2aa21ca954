/**
 * Source folders from several places as one tree, as a preview wants them: an exhibition alone is shown
 * together with the base beside it, or with the default one.
 */
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { error, type Report } from './files.ts';
import { isBase, packFolders, type ReadTree, readPacks } from './source.ts';

/**
 * @param folders     absolute; each a pack folder or a folder of such
 * @param defaultBase absolute; taken when neither they nor their neighbours are a base
 */
export function readSeveral(folders: readonly string[], defaultBase: string): ReadTree {
  return (report) => {
    const packs = packsToShow(folders, defaultBase, report);
    const root = commonFolder(packs.map(dirname));
    const names = packs.map((pack) => (root === '' ? pack : relative(root, pack).split(sep).join('/')));
    const read = readPacks(root, names, report);
    return { root, packs: read, base: read.find((pack) => pack.kind === 'base') ?? null };
  };
}

/** The pack folders that belong to it all, absolute, each once; the folders that are looked at for changes. */
export function packsToShow(
  folders: readonly string[],
  defaultBase: string,
  report: Report = () => undefined,
): readonly string[] {
  const wanted = folders.flatMap((folder) => packsIn(folder, report));
  if (wanted.length === 0 || wanted.some(saysBase)) return [...new Set(wanted)];
  const beside = wanted.flatMap((pack) => packsBelow(dirname(pack))).find(saysBase);
  return [...new Set([beside ?? defaultBase, ...wanted])];
}

function packsIn(folder: string, report: Report): readonly string[] {
  if (existsSync(join(folder, 'pack.yaml'))) return [folder];
  const below = packsBelow(folder);
  if (below.length === 0) {
    const message = 'pack.yaml のあるフォルダがありません。フォルダの場所を確かめてください';
    report(error(folder, 1, 'no-pack', message));
  }
  return below;
}

function packsBelow(folder: string): readonly string[] {
  return packFolders(folder).map((name) => join(folder, name));
}

function saysBase(pack: string): boolean {
  return isBase(dirname(pack), pack.slice(dirname(pack).length + 1));
}

/** @returns the nearest folder that holds them all; empty where there is none (two drives) */
function commonFolder(folders: readonly string[]): string {
  const [first = '', ...rest] = folders;
  let common = first;
  while (
    !rest.every((folder) => `${folder}${sep}`.startsWith(common.endsWith(sep) ? common : common + sep))
  ) {
    if (dirname(common) === common) return '';
    common = dirname(common);
  }
  return common;
}
