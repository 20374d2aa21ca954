/** The chart for the terminal: one line per hall, two letters per week, then the list with its days. */
import { addDays, daysBetween } from '../../pack/days.ts';
import { type Chart, type ChartHall, spanText, weekday } from './chart.ts';

/** Most weeks beside each other; more go below. */
const WEEKS = 28;

/** @returns lines without colour; wide letters count two columns, as terminals show them */
export function chartLines(chart: Chart): readonly string[] {
  const stays = chart.halls.flatMap((hall) => hall.stays);
  const first = stays.map((stay) => stay.first).sort()[0];
  const last = stays
    .map((stay) => stay.last)
    .sort()
    .at(-1);
  const head = [chart.title, chart.edition].filter((text) => text !== '').join('　');
  if (first === undefined || last === undefined) return [head];
  const name = Math.max(...chart.halls.map((hall) => width(hall.name))) + 2;
  const weeks = Math.floor(daysBetween(monday(first), last) / 7) + 1;
  // Blocks of one length: no single week is left over for the last.
  const each = Math.ceil(weeks / Math.ceil(weeks / WEEKS));
  const blocks: string[] = [];
  for (let start = monday(first); start <= last; start = addDays(start, each * 7)) {
    blocks.push('', ...block(chart, weeksFrom(start, last, each), name));
  }
  const signs = chart.exhibitions.map(({ sign, name: title }) => `  ${sign}  ${title}`);
  return [head, ...blocks, '', ...signs, '', ...list(chart)];
}

function weeksFrom(start: string, last: string, most: number): readonly string[] {
  const weeks: string[] = [];
  for (let week = start; week <= last && weeks.length < most; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

function block(chart: Chart, weeks: readonly string[], name: number): readonly string[] {
  const rows = chart.halls.map(
    (hall) => padded(hall.name, name) + weeks.map((week) => cell(hall, week)).join(''),
  );
  const today = weeks.findIndex((week) => week <= chart.today && chart.today < addDays(week, 7));
  const mark = today < 0 ? [] : [`${' '.repeat(name + today * 2)}▲ 今週`];
  return [...headLines(weeks, name), ...rows, ...mark];
}

/** Years, then months, each over the week in which it begins, or the first after it with room. */
function headLines(weeks: readonly string[], name: number): readonly string[] {
  // A week belongs to the month of most of its days: that of its Thursday.
  const middles = weeks.map((week) => addDays(week, 3));
  const line = (wordOf: (middle: string) => string): string => {
    let line = ' '.repeat(name);
    let said = '';
    middles.forEach((middle, i) => {
      const word = wordOf(middle);
      const at = name + i * 2;
      if (word === said || width(line) > at || (i > 0 && width(line) === at && said !== '')) return;
      line = `${padded(line, at)}${word}`;
      said = word;
    });
    return line;
  };
  return [line((middle) => `${middle.slice(0, 4)}年`), line((middle) => `${Number(middle.slice(5, 7))}月`)];
}

/** Monday to Wednesday, then Thursday to Sunday: who stands there on any of these days. */
function cell(hall: ChartHall, week: string): string {
  return [half(hall, week, addDays(week, 2)), half(hall, addDays(week, 3), addDays(week, 6))].join('');
}

function half({ stays }: ChartHall, from: string, to: string): string {
  const stay = stays.find(({ first, last }) => first <= to && from <= last);
  return stay === undefined ? '·' : stay.sign.slice(-1);
}

function list(chart: Chart): readonly string[] {
  return chart.halls.flatMap((hall) => [
    hall.name,
    ...hall.stays.map((stay) => {
      const more = [
        stay.screenOnly ? '画面だけ' : '',
        stay.opening === null ? '' : `オープニング ${spanText(stay.opening, stay.opening)}`,
        stay.note?.ja ?? '',
      ].filter((text) => text !== '');
      const tail = more.length === 0 ? '' : `　（${more.join('、')}）`;
      const now = stay.first <= chart.today && chart.today <= stay.last ? '▶' : ' ';
      return ` ${now} ${spanText(stay.first, stay.last)}　${stay.sign} ${stay.name}${tail}`;
    }),
  ]);
}

function monday(day: string): string {
  return addDays(day, -((weekday(day) + 6) % 7));
}

/** Columns on a terminal. */
export function width(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        letter,
      )
        ? 2
        : 1;
  return columns;
}

function padded(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)));
}
