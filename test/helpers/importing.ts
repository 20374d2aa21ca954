/** A source on the disk and imports into it, as the command line does them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadGazetteer } from '../../content/author/gazetteer/gazetteer.ts';
import { commitFiles } from '../../content/author/import/commit.ts';
import { type ImportPlan, planImport } from '../../content/author/import/import.ts';
import { openPhotos } from '../../content/author/import/photos.ts';
import { formatImportProblem } from '../../content/author/import/problem.ts';
import { parseList } from '../../content/author/import/yaml-list.ts';
import { readSource } from '../../content/author/source.ts';
import type { Sheet } from '../../content/author/table/sheet.ts';
import { GAZETTEER } from './places.ts';
import { type Files, SMALL_BASE, writeSource } from './source.ts';
import { type Filled, tableOf } from './workbook.ts';

const gazetteer = loadGazetteer(GAZETTEER);

export type Input = Readonly<Record<string, readonly Filled[] | Sheet['rows']>>;

function sheetsOf(input: Input): readonly Sheet[] {
  return Object.entries(input).map(([name, rows]) => ({
    name,
    rows: Array.isArray(rows[0]) ? (rows as Sheet['rows']) : tableOf(rows as readonly Filled[]),
  }));
}

/** A source, and ways to import into it. */
export function importer(files: Files = SMALL_BASE) {
  const root = writeSource(files);
  const folder = join(root, 'base');
  const plan = (input: Input, photos: string | null = null): ImportPlan => {
    const { base } = readSource(root, () => undefined);
    if (!base) throw new Error('no base');
    return planImport({
      sheets: sheetsOf(input),
      base,
      folder,
      gazetteer,
      photos: photos === null ? null : openPhotos(photos),
    });
  };
  const write = (input: Input, photos: string | null = null): ImportPlan => {
    const made = plan(input, photos);
    commitFiles(folder, made.files);
    return made;
  };
  const read = (file: string) => parseList(readFileSync(join(folder, `${file}.yaml`), 'utf8'));
  return { root, folder, plan, write, read };
}

/** Problems as staff read them. */
export function said({ problems }: ImportPlan): readonly string[] {
  return problems.map(formatImportProblem);
}

export function actions({ sheets }: ImportPlan): readonly string[] {
  return sheets.flatMap(({ changes }) => changes.map(({ action, name }) => `${action} ${name}`));
}
