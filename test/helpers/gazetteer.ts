/**
 * A small Japan for made-up sources: the real lines of the 23 wards, of at least one town in each region
 * and of all prefectures. Packs of it are made in a few milliseconds.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUNICIPALITIES_FILE, PREFECTURES_FILE } from '../../content/author/gazetteer/gazetteer.ts';
import { tempFolder, writeFiles } from './folder.ts';
import { GAZETTEER } from './places.ts';

/** Kushiro and its neighbours, Fuchu three times, and the far ends of the country. */
const TOWNS = [
  '012025', // 函館市
  '012068', // 釧路市
  '016616', // 釧路町
  '016675', // 鶴居村
  '022012', // 青森市
  '132063', // 府中市, Tokyo
  '142018', // 横須賀市
  '221007', // 静岡市
  '261009', // 京都市
  '342084', // 府中市, Hiroshima
  '343021', // 府中町
  '382019', // 松山市
  '431001', // 熊本市
  '473821', // 与那国町
];

/** @returns a folder that `check` takes as gazetteer */
export function smallGazetteer(): string {
  const read = (name: string): string => readFileSync(join(GAZETTEER, name), 'utf8');
  const [header = '', ...lines] = read(MUNICIPALITIES_FILE).trimEnd().split('\n');
  const kept = lines.filter((line) => /^131[0-2]/.test(line) || TOWNS.some((code) => line.startsWith(code)));
  const folder = tempFolder();
  writeFiles(folder, {
    [MUNICIPALITIES_FILE]: `${[header, ...kept].join('\n')}\n`,
    [PREFECTURES_FILE]: read(PREFECTURES_FILE),
  });
  return folder;
}
