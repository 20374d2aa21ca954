/** Reads a program from any of its forms and checks it: the one way in, for signing, showing and tests. */
import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import {
  inProgramOrder,
  MAX_STAYS,
  type Program,
  type ProgramWords,
  parseProgram,
} from '../../pack/program.ts';
import type { Day } from '../../pack/types.ts';
import { error, type Report } from '../files.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { checkStays, DEFAULT_MOVE_DAYS } from './check.ts';
import type { ProgramNames } from './names.ts';
import { readProgramSheet } from './read-sheet.ts';
import { type ProgramFile, readProgramYaml } from './read-yaml.ts';
import { type PlacedStay, readRow } from './row.ts';

/** A program as it was written; version and date may be left to those who sign. */
export type WrittenProgram = {
  readonly version: number | null;
  readonly date: Day | null;
  readonly title: ProgramWords;
  readonly stays: Program['stays'];
};

export type ReadOptions = {
  readonly names: ProgramNames;
  /** Tokyo day. */
  readonly today: Day;
  /** Days that a move takes; what the file says, else two, where left out. */
  readonly moveDays?: number | undefined;
};

export type ProgramReading = {
  /** Null when there are errors. */
  readonly program: WrittenProgram | null;
  /** By file, line and id. */
  readonly problems: readonly Problem[];
};

/** @param path absolute path of a YAML, Excel, OpenDocument, CSV or (signed) JSON file */
export async function readProgramFile(path: string, options: ReadOptions): Promise<ProgramReading> {
  const problems: Problem[] = [];
  const report: Report = (problem) => void problems.push(problem);
  const file = await readAny(path, report);
  const program = file && understand(file, basename(path), options, report);
  const failed = problems.some(({ severity }) => severity === 'error');
  return { program: failed ? null : (program ?? null), problems: sortProblems(problems) };
}

async function readAny(path: string, report: Report): Promise<ProgramFile | undefined> {
  switch (extname(path).toLowerCase()) {
    case '.yaml':
    case '.yml':
      return readProgramYaml(dirname(path), basename(path), report);
    case '.json':
      return readProgramJson(path, report);
    default:
      return readProgramSheet(path, report);
  }
}

/** The form that is signed: what a repository or a kiosk holds. */
function readProgramJson(path: string, report: Report): ProgramFile | undefined {
  const file = basename(path);
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    report(error(file, 1, 'program-file', 'ファイルがありません。名前と場所を確かめてください'));
    return undefined;
  }
  const program = parseProgram(text);
  if (program === undefined) {
    report(
      error(
        file,
        1,
        'program-file',
        '巡回計画として読めません。事務局から受け取ったファイルか確かめてください',
      ),
    );
    return undefined;
  }
  const { title, version, date, stays } = program;
  const rows = stays.map(({ exhibition, venue, first, last, opening, note, screenOnly }, i) => {
    return { file, line: i + 1, exhibition, venue, dates: { first, last }, opening, note, screenOnly };
  });
  return { title: title as ProgramFile['title'], version, date, rows };
}

function understand(
  file: ProgramFile,
  name: string,
  { names, today, moveDays }: ReadOptions,
  report: Report,
): WrittenProgram {
  const stays = file.rows.flatMap((row) => readRow(row, names, report) ?? []);
  if (stays.length > MAX_STAYS)
    report(error(name, 1, 'program-file', `予定が多すぎます（${stays.length}件。${MAX_STAYS}件まで）`));
  if (file.date !== undefined && file.date > today)
    report(
      error(
        name,
        1,
        'program-date',
        `計画の日付（date: ${file.date}）が今日より先です。書いた日にしてください`,
      ),
    );
  checkStays(stays, { names, today, moveDays: moveDays ?? file.moveDays ?? DEFAULT_MOVE_DAYS }, report);
  return {
    version: file.version ?? null,
    date: file.date ?? null,
    title: file.title as ProgramWords,
    stays: inProgramOrder(stays.map(plain)),
  };
}

function plain({ file: _file, line: _line, ...stay }: PlacedStay): Program['stays'][number] {
  return stay;
}
