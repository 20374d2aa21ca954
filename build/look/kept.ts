/** The pictures kept beside the tests, held against those of a tour, or replaced by them. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT, ROOT } from '../setup/places.ts';
import { difference, shrunk, sideBySide } from './difference.ts';

/** One WebP per picture of the tour, by its name. */
export const KEPT = join(ROOT, 'test', 'e2e', 'look');
/** In that folder: the version of Electron they were made with. Another one may end lines elsewhere. */
const MADE_WITH = 'electron.txt';

/** @returns '33.2.1'; null while nothing was kept */
export function madeWith(kept = KEPT): string | null {
  const file = join(kept, MADE_WITH);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Where what looks otherwise is shown beside what was kept. */
export const SHOWN = join(OUT, 'look');

export type Finding = {
  /** `home-ja-landscape` */
  readonly name: string;
  /** `other`: looks otherwise. `new`: none was kept. `gone`: kept, but no longer on the tour. */
  readonly is: 'other' | 'new' | 'gone';
  /** Squares that differ; 0 where there is nothing to hold against. */
  readonly cells: number;
};

const nameOf = (file: string) => file.replace(/\.(png|webp)$/, '');

/**
 * Holds every picture of a tour against the kept one and leaves a picture of each that differs in `shown`.
 *
 * @param whole the tour showed everything: what it lacks is gone
 * @returns by name; empty when all look as they were kept
 */
export async function compareTour(
  folder: string,
  whole: boolean,
  { kept = KEPT, shown = SHOWN } = {},
): Promise<readonly Finding[]> {
  rmSync(shown, { recursive: true, force: true });
  const names = pngNames(folder);
  const each = await Promise.all(names.map((name) => compareOne(name, folder, kept, shown)));
  const found = each.flat();
  if (!whole) return found;
  const gone = readdirSync(kept)
    .filter((file) => file.endsWith('.webp'))
    .map(nameOf)
    .filter((name) => !names.includes(name));
  return [...found, ...gone.map((name): Finding => ({ name, is: 'gone', cells: 0 }))];
}

async function compareOne(
  name: string,
  folder: string,
  kept: string,
  shown: string,
): Promise<readonly Finding[]> {
  const before = join(kept, `${name}.webp`);
  if (!existsSync(before)) return [{ name, is: 'new', cells: 0 }];
  const [was, now] = [readFileSync(before), await shrunk(readFileSync(join(folder, `${name}.png`)))];
  const found = await difference(was, now);
  if (found.same) return [];
  mkdirSync(shown, { recursive: true });
  writeFileSync(join(shown, `${name}.png`), await sideBySide(was, now, found));
  return [{ name, is: 'other', cells: found.cells.length }];
}

/**
 * Keeps the pictures of a whole tour in place of those kept before. Those that look the same stay as they are, byte
 * for byte, so that a change in the repository shows what changed on the screen.
 *
 * @param version of Electron, see `madeWith` @returns how many were written or removed
 */
export async function keepTour(folder: string, version: string, kept = KEPT): Promise<number> {
  mkdirSync(kept, { recursive: true });
  writeFileSync(join(kept, MADE_WITH), `${version}\n`);
  const findings = await compareTour(folder, true, { kept });
  for (const { name, is } of findings) {
    const file = join(kept, `${name}.webp`);
    if (is === 'gone') rmSync(file);
    else writeFileSync(file, await shrunk(readFileSync(join(folder, `${name}.png`))));
  }
  return findings.length;
}

function pngNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.png'))
    .map(nameOf)
    .sort();
}
