/** Adds counts up for the charts. Pure. */
import { addDays } from '../../../content/pack/days.ts';
import type { Day } from '../../../content/pack/types.ts';
import type { CountKind, CountRow } from '../../../main/ipc/contract.ts';

export type Bar = { readonly key: string; readonly number: number };

/** Sums of a kind by item, largest first, then by item. */
export function byItem(rows: readonly CountRow[], kind: CountKind): readonly Bar[] {
  const sums = new Map<string, number>();
  for (const row of rows) if (row.kind === kind) sums.set(row.item, (sums.get(row.item) ?? 0) + row.number);
  return [...sums]
    .map(([key, number]) => ({ key, number }))
    .sort((a, b) => b.number - a.number || (a.key < b.key ? -1 : 1));
}

/** Sums of a kind for every day of the span, oldest first; days without any are there with 0. */
export function byDay(rows: readonly CountRow[], kind: CountKind, from: Day, to: Day): readonly Bar[] {
  const bars: Bar[] = [];
  for (let key = from; key <= to; key = addDays(key, 1)) {
    const number = rows
      .filter((row) => row.kind === kind && row.day === key)
      .reduce((sum, row) => sum + row.number, 0);
    bars.push({ key, number });
  }
  return bars;
}
