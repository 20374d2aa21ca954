/** Reads what a pack folder holds of pictures and films: two lists that describe them, and the files. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Report, readYaml, type SourceFile } from '../files.ts';
import { type Memo, NO_MEMO } from '../memo.ts';
import { filmsFile, picturesFile } from './shapes.ts';

export type MediaSource = {
  readonly pictures: SourceFile<z.infer<typeof picturesFile>>;
  readonly films: SourceFile<z.infer<typeof filmsFile>>;
  /** `pictures/…` and `films/…` -> absolute path. */
  readonly files: ReadonlyMap<string, string>;
};

/** Left behind by computers, not by people. */
const STRAY = /^(\..*|Thumbs\.db|desktop\.ini)$/i;

/** @returns undefined after reporting why a list cannot be read */
export function readMedia(
  root: string,
  folder: string,
  report: Report,
  memo: Memo = NO_MEMO,
): MediaSource | undefined {
  function read<T>(name: string, shape: z.ZodType<T[]>): SourceFile<T[]> | undefined {
    const file = `${folder}/${name}.yaml`;
    if (!existsSync(join(root, file))) return { file, value: [], lineOf: () => 1 };
    return readYaml(root, file, shape, report, memo);
  }
  const files = ['pictures', 'films'].flatMap((name) => filesIn(root, folder, name));
  const pictures = read('pictures', picturesFile);
  const films = read('films', filmsFile);
  return pictures && films && { pictures, films, files: new Map(files) };
}

/**
 * Names are compared in one form of Unicode: a Mac writes 「が」 as two letters.
 * A name is the same in `pictures.yaml`, in a workbook and on the disk, whoever wrote it.
 */
export function sameName(name: string): string {
  return name.normalize('NFC');
}

function filesIn(root: string, folder: string, name: string): readonly [string, string][] {
  const place = join(root, folder, name);
  if (!statSync(place, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !STRAY.test(entry.name))
    .map((entry): [string, string] => [sameName(`${name}/${entry.name}`), join(place, entry.name)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
