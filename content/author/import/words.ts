/** What an import would do, in sentences: sheet by sheet, with the fields that change. */
import type { Value } from '../workbook/column.ts';
import type { SheetKind } from '../workbook/kind.ts';
import type { ImportPlan, SheetPlan } from './import.ts';
import { isRecord, sameValue } from './merge.ts';
import { formatImportProblem } from './problem.ts';
import type { FieldChange, RowChange } from './target.ts';

/** Lines for the screen; nothing when the file has no table at all. */
export function describePlan(plan: ImportPlan): readonly string[] {
  const fatal = plan.problems.filter((one) => one.fatal);
  const partly = plan.problems.filter((one) => !one.fatal);
  return [
    ...plan.sheets.flatMap(describeSheet),
    ...section('お知らせ', plan.notices),
    ...section('読みこめない行', fatal.map(formatImportProblem)),
    ...section('行は読みこみ、写真だけ読みこめないもの', partly.map(formatImportProblem)),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0
    ? []
    : ['', `■ ${title}（${lines.length}件）`, ...lines.map((line) => `  ${line}`)];
}

function describeSheet({ name, kind, changes }: SheetPlan): readonly string[] {
  const of = (action: RowChange['action']): readonly RowChange[] =>
    changes.filter((change) => change.action === action);
  const counts = [
    `追加 ${of('added').length}件`,
    `変更 ${of('changed').length}件`,
    ...(of('removed').length > 0 ? [`消す ${of('removed').length}件`] : []),
    `同じ ${of('same').length}件`,
  ];
  const title = name === kind.title ? name : `${name}（${kind.title}）`;
  return [
    `■ ${title}: ${counts.join('、')}`,
    ...of('added').map((change) => `  ＋ ${change.name}`),
    ...of('changed').flatMap((change) => [
      `  ～ ${change.name}`,
      ...change.fields.map((field) => describeField(kind, field)),
    ]),
    ...of('removed').map((change) => `  － ${change.name}`),
  ];
}

function describeField(kind: SheetKind, { title, path, from, to }: FieldChange): string {
  const words = kind.columns.find((column) => column.paths.includes(path))?.words ?? {};
  const say = (value: Value | null): string => shown(value, words);
  if (from === null) return `      ${title}: ${say(to)} を加えます`;
  if (to === null) return `      ${title}: ${say(from)} を消します`;
  const more = addedTo(from, to);
  if (more !== null) return `      ${title}: ${say(more)} を加えます`;
  return `      ${title}: ${say(from)} → ${say(to)}`;
}

/** What a list got at its end; null where more than that changed. */
function addedTo(from: Value, to: Value): readonly Value[] | null {
  if (!Array.isArray(from) || !Array.isArray(to) || to.length <= from.length) return null;
  const after = to as readonly Value[];
  return sameValue(from, after.slice(0, from.length)) ? after.slice(from.length) : null;
}

/** Longest piece of a value that is shown, in letters. */
const SHOWN = 60;

type Words = Readonly<Record<string, string>>;

function shown(value: Value | null, words: Words): string {
  const text = textOf(value, words);
  const letters = [...text];
  return `「${letters.length > SHOWN ? `${letters.slice(0, SHOWN).join('')}…` : text}」`;
}

function textOf(value: Value | null, words: Words): string {
  if (Array.isArray(value)) return value.map((one) => textOf(one as Value, words)).join('、');
  if (isRecord(value)) return String(value['ja'] ?? Object.values(value)[0] ?? '');
  if (value === true) return 'はい';
  if (value === null || value === false) return 'いいえ';
  return words[String(value)] ?? String(value).replace(/^\d{6} /, '');
}

/** How many things are added, changed, removed and the same, over all sheets. */
export function countChanges(plan: ImportPlan): Readonly<Record<RowChange['action'], number>> {
  const counts = { added: 0, changed: 0, removed: 0, same: 0 };
  for (const { action } of plan.sheets.flatMap((sheet) => sheet.changes)) counts[action] += 1;
  return counts;
}
