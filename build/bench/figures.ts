/** Figures of a measurement and how they are told. Pure. */

/** One line of the report; the JSON of `--json` is a list of these. */
export type Figure = {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
  /** What it was measured beside, in the same run. */
  readonly yardstick: string;
  readonly yardstickMedian: number;
  /** median / yardstickMedian */
  readonly ratio: number;
  /** The most the ratio should be; null where nobody has set an aim. */
  readonly aim: number | null;
  /** Whether the aim is met; null without an aim. */
  readonly holds: boolean | null;
};

/** Middle value; mean of the two middle ones for an even count. @throws {RangeError} for an empty list */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) throw new RangeError('median: no values');
  return (lower + upper) / 2;
}

/** Nearest rank. @param share 0..1 @throws {RangeError} for an empty list */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new RangeError('percentile: no values');
  return value;
}

export type Measured = {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly values: readonly number[];
  readonly yardstick: string;
  readonly yardstickValues: readonly number[];
  readonly aim: number | null;
};

export function figureOf(measured: Measured): Figure {
  const { group, name, unit, values, yardstick, yardstickValues, aim } = measured;
  const middle = median(values);
  const yardstickMedian = median(yardstickValues);
  const ratio = middle / yardstickMedian;
  return {
    group,
    name,
    unit,
    median: round(middle),
    p95: round(percentile(values, 0.95)),
    runs: values.length,
    yardstick,
    yardstickMedian: round(yardstickMedian),
    ratio: round(ratio, 3),
    aim,
    holds: aim === null ? null : ratio <= aim,
  };
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** A Markdown table, ready for the README. */
export function table(figures: readonly Figure[]): string {
  const head = '| group | measure | median | p95 | runs | beside | its median | ratio | aim | holds |';
  const rule = '|---|---|---:|---:|---:|---|---:|---:|---:|---|';
  const rows = figures.map((figure) => {
    const aim = figure.aim === null ? '–' : `≤ ${figure.aim}`;
    const holds = figure.holds === null ? '–' : figure.holds ? 'yes' : 'NO';
    const { group, name, unit, median: middle, p95, runs, yardstick, yardstickMedian, ratio } = figure;
    return `| ${group} | ${name} | ${middle} ${unit} | ${p95} | ${runs} | ${yardstick} | ${yardstickMedian} | ${ratio} | ${aim} | ${holds} |`;
  });
  return [head, rule, ...rows].join('\n');
}
