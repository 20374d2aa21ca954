/** Figures of a measurement and how they are told. Pure. */

/** One line of the report; the JSON of `--json` is a list of these. */
export type Figure = {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly p95: number;
  /** Between the first and the third quarter of the values. */
  readonly spread: number;
  readonly runs: number;
  /** What it was measured beside, in the same run. */
  readonly yardstick: string;
  readonly yardstickMedian: number;
  /** median / yardstickMedian */
  readonly ratio: number;
  /** The most the ratio should be; null where nobody has set an aim. */
  readonly aim: number | null;
  /** The most the p95 should be, in the unit; null where nobody has set an aim. */
  readonly aimP95: number | null;
  /** Whether the aims are met; null without an aim. */
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
  readonly aimP95?: number;
};

export function figureOf(measured: Measured): Figure {
  const { group, name, unit, values, yardstick, yardstickValues, aim, aimP95 = null } = measured;
  const middle = median(values);
  const yardstickMedian = median(yardstickValues);
  const ratio = middle / yardstickMedian;
  const p95 = percentile(values, 0.95);
  const spread = percentile(values, 0.75) - percentile(values, 0.25);
  const holds = (aim === null || ratio <= aim) && (aimP95 === null || p95 <= aimP95);
  return {
    group,
    name,
    unit,
    median: round(middle),
    p95: round(p95),
    spread: round(spread),
    runs: values.length,
    yardstick,
    yardstickMedian: round(yardstickMedian),
    ratio: round(ratio, 3),
    aim,
    aimP95,
    holds: aim === null && aimP95 === null ? null : holds,
  };
}

function round(value: number, digits = 1): number {
  return Number(value.toFixed(digits));
}

/** A Markdown table, ready for the README. */
export function table(figures: readonly Figure[]): string {
  const head =
    '| group | measure | median | p95 | spread | runs | beside | its median | ratio | aim | holds |';
  const rule = '|---|---|---:|---:|---:|---:|---|---:|---:|---:|---|';
  const rows = figures.map((figure) => {
    const holds = figure.holds === null ? '–' : figure.holds ? 'yes' : 'NO';
    const {
      group,
      name,
      unit,
      median: middle,
      p95,
      spread,
      runs,
      yardstick,
      yardstickMedian,
      ratio,
    } = figure;
    return `| ${group} | ${name} | ${middle} ${unit} | ${p95} | ${spread} | ${runs} | ${yardstick} | ${yardstickMedian} | ${ratio} | ${aimOf(figure)} | ${holds} |`;
  });
  return [head, rule, ...rows].join('\n');
}

function aimOf({ aim, aimP95, unit }: Figure): string {
  const aims = [
    ...(aim === null ? [] : [`≤ ${aim}`]),
    ...(aimP95 === null ? [] : [`p95 ≤ ${aimP95} ${unit}`]),
  ];
  return aims.length === 0 ? '–' : aims.join(', ');
}
