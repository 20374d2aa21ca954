/** Reads what towns and wards handed in: seven lists of the base pack's folder, each of which may be missing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { type Report, readYaml, type SourceFile } from './files.ts';
import { type Memo, NO_MEMO } from './memo.ts';
import * as shapes from './town-shapes.ts';

/** The shape of each list, by the name of its file without `.yaml`. */
export const TOWN_FILES = {
  'town-contacts': shapes.contactsFile,
  specialities: shapes.specialitiesFile,
  festivals: shapes.festivalsFile,
  living: shapes.livingFile,
  cases: shapes.casesFile,
  facilities: shapes.facilitiesFile,
  offers: shapes.offersFile,
} as const;
export type TownFile = keyof typeof TOWN_FILES;

type ListFile<Shape extends z.ZodType> = SourceFile<z.infer<Shape>>;

export type TownSource = {
  readonly townContacts: ListFile<typeof shapes.contactsFile>;
  readonly specialities: ListFile<typeof shapes.specialitiesFile>;
  readonly festivals: ListFile<typeof shapes.festivalsFile>;
  readonly living: ListFile<typeof shapes.livingFile>;
  readonly cases: ListFile<typeof shapes.casesFile>;
  readonly facilities: ListFile<typeof shapes.facilitiesFile>;
  readonly offers: ListFile<typeof shapes.offersFile>;
};

/**
 * @param folder the base pack's folder, relative to `root`
 * @returns      a part that could not be read is undefined, after reporting why
 */
export function readTownSource(
  root: string,
  folder: string,
  report: Report,
  memo: Memo = NO_MEMO,
): { readonly [K in keyof TownSource]: TownSource[K] | undefined } {
  function read<T>(name: TownFile, shape: z.ZodType<T[]>): SourceFile<T[]> | undefined {
    const file = `${folder}/${name}.yaml`;
    if (!existsSync(join(root, file))) return { file, value: [], lineOf: () => 1 };
    return readYaml(root, file, shape, report, memo);
  }
  return {
    townContacts: read('town-contacts', shapes.contactsFile),
    specialities: read('specialities', shapes.specialitiesFile),
    festivals: read('festivals', shapes.festivalsFile),
    living: read('living', shapes.livingFile),
    cases: read('cases', shapes.casesFile),
    facilities: read('facilities', shapes.facilitiesFile),
    offers: read('offers', shapes.offersFile),
  };
}
