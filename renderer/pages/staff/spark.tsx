/** A line of figures without axes: only whether it rises. */
const WIDTH = 240;
const HEIGHT = 48;

export function Spark({ values, label }: { readonly values: readonly number[]; readonly label: string }) {
  if (values.length < 2) return null;
  const top = Math.max(...values);
  const points = values.map(
    (value, at) => `${(at / (values.length - 1)) * WIDTH},${HEIGHT - (value / top) * (HEIGHT - 4)}`,
  );
  return (
    <svg className="spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <polyline points={points.join(' ')} />
    </svg>
  );
}
