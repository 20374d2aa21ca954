/** What depends on the day: deadlines that have passed, information that has grown old. Warnings only. */
import type { Day } from '../../pack/types.ts';
import { type Path, type SourceFile, warning } from '../files.ts';
import type { Problem } from '../problem.ts';
import type { BaseSource, SourceTree } from '../source.ts';
import { overNotices } from './notice.ts';

/** Information older than this many years should be asked for again. */
const OLD_YEARS = 2;

/** @param today the day in Tokyo on which somebody checks */
export function ageProblems(tree: SourceTree, today: Day): readonly Problem[] {
  const bases = tree.packs.flatMap((pack) => (pack.kind === 'base' ? [pack] : []));
  return [
    ...bases.flatMap((base) => [...datedRows(base, today), ...expiredRows(base, today)]),
    ...overNotices(tree, today),
  ];
}

/** What every list that towns hand in has in common. */
type Dated = {
  readonly asOf: Day;
  readonly deadline?: Day | undefined;
  readonly start?: string | undefined;
  readonly end?: string | undefined;
};

function datedRows(base: BaseSource, today: Day): readonly Problem[] {
  const { townContacts, specialities, festivals, living, cases, facilities, offers } = base;
  const limit = `${Number(today.slice(0, 4)) - OLD_YEARS}${today.slice(4)}`;
  const lists: readonly SourceFile<readonly Dated[]>[] = [
    townContacts,
    specialities,
    festivals,
    living,
    facilities,
    offers,
    // A case stays true however old it is; only its desk grows old.
    cases,
  ];
  return lists.flatMap((list) =>
    list.value.flatMap((row, i): Problem[] => {
      const at = place(list, [i, 'asOf']);
      if (row.asOf > today) return [at('as-of-future', `情報の日付（${row.asOf}）が今日より先です`)];
      if (row.asOf >= limit) return [];
      return [at('data-old', `${row.asOf}の情報です。今も正しいかを確かめてください`)];
    }),
  );
}

function expiredRows(base: BaseSource, today: Day): readonly Problem[] {
  const deadlines = [base.living, base.offers].flatMap((list: SourceFile<readonly Dated[]>) =>
    list.value.flatMap((row, i): Problem[] =>
      row.deadline !== undefined && row.deadline < today
        ? [place(list, [i, 'deadline'])('date-expired', `締切（${row.deadline}）が過ぎています`)]
        : [],
    ),
  );
  const festivals = base.festivals.value.flatMap((row, i): Problem[] => {
    const last = row.end ?? row.start;
    if (last === undefined || last >= today) return [];
    return [place(base.festivals, [i, 'start'])('date-expired', `次の開催日（${last}）が過ぎています`)];
  });
  const events = base.events.value.flatMap((row, i): Problem[] => {
    const last = row.end ?? row.start;
    if (row.status !== 'planned' || last === undefined || last >= today.slice(0, last.length)) return [];
    return [place(base.events, [i, 'status'])('date-expired', `計画（${last}）の日が過ぎています`)];
  });
  return [...deadlines, ...festivals, ...events];
}

function place(list: SourceFile<unknown>, path: Path): (id: string, message: string) => Problem {
  return (id, message) => warning(list.file, list.lineOf(path), id, message);
}
