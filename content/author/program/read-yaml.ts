/** Reads a program from YAML. */
import { z } from 'zod';
import { isDay } from '../../pack/types.ts';
import { type Report, readYaml } from '../files.ts';
import type { RowText } from './row.ts';

const line = z.string().min(1).max(400);
const words = z.union([
  line.transform((ja) => ({ ja })),
  z.strictObject({
    ja: line,
    'ja-easy': line.optional(),
    en: line.optional(),
    'zh-Hans': line.optional(),
    ko: line.optional(),
  }),
]);
/** A date as text, also 令和…; what it means is read with the row, so that every form has the same complaint. */
const date = z.union([z.string(), z.number()]);

const programFile = z.strictObject({
  title: words,
  version: z.int().positive().optional(),
  date: z.string().refine(isDay, { error: '「2026-04-01」の形で書いてください' }).optional(),
  moveDays: z.int().min(0).max(60).optional(),
  stays: z
    .array(
      z.strictObject({
        exhibition: line,
        venue: line,
        first: date,
        last: date,
        opening: date.optional(),
        note: words.optional(),
        screenOnly: z.boolean().default(false),
      }),
    )
    .min(1, { error: '予定が1つもありません。stays に書いてください' }),
});

export type ProgramFile = Pick<z.infer<typeof programFile>, 'title' | 'version' | 'date' | 'moveDays'> & {
  readonly rows: readonly RowText[];
};

/** @returns undefined after reporting at least one error */
export function readProgramYaml(folder: string, file: string, report: Report): ProgramFile | undefined {
  const read = readYaml(folder, file, programFile, report);
  if (read === undefined) return undefined;
  const { stays, ...head } = read.value;
  return {
    ...head,
    rows: stays.map((stay, i) => ({
      file,
      line: read.lineOf(['stays', i]),
      exhibition: stay.exhibition,
      venue: stay.venue,
      dates: { first: stay.first, last: stay.last },
      opening: stay.opening ?? null,
      note: stay.note ?? null,
      screenOnly: stay.screenOnly,
    })),
  };
}
