/**
 * One series of numbers over the years. Both axes are honest: time true to the calendar, values from
 * zero. A value that is only "more than" is a ring beside the line, not a point on it. The same stands in
 * words below, for those who do not see the drawing.
 */
import { useLayoutEffect, useRef, useState } from 'react';
import type { NumberSeriesView } from '../../../content/pack/views.ts';
import { dateText } from '../../dates.ts';
import { placeLabels } from '../../map/labels.ts';
import type { Spot } from '../../map/plane.ts';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';
import { roundTop, yearRange, yearsOf, yearTicks } from './chart-scale.ts';
import './charts.css';

type Size = { readonly width: number; readonly rem: number };
type Point = NumberSeriesView['points'][number];

/** Height of the drawing and its margins, in rem. */
const HEIGHT = 17;
const RIGHT = 1.5;
const TOP = 2.4;
const BOTTOM = 2.4;

/** The drawing is made for the width it has, so that its letters are as large as all others. */
function useSize() {
  const box = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  const { textSize } = useSettings();
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null || textSize <= 0) return undefined;
    const look = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize({ width: current.clientWidth, rem });
    };
    const observer = new ResizeObserver(look);
    observer.observe(current);
    return () => observer.disconnect();
  }, [textSize]);
  return [box, size] as const;
}

/** 「200超」 where the source says only that. */
export function useValueText(): (point: Point) => string {
  const t = useWords('about');
  const { lang } = useSettings();
  return ({ value, qualifier }) => {
    const count = numberText(value, lang);
    return qualifier === null ? count : t(`qualifier.${qualifier}`, { count });
  };
}

export function LineChart({ series }: { readonly series: NumberSeriesView }) {
  const { lang } = useSettings();
  const valueText = useValueText();
  const [box, size] = useSize();
  return (
    <figure className="line-chart">
      <div ref={box} className="line-chart-box" aria-hidden="true">
        {size !== null && size.width > 0 && <Drawing series={series} size={size} />}
      </div>
      <figcaption className="line-chart-words">
        <ul>
          {series.points.map((point) => (
            <li key={point.asOf}>
              <span className="line-chart-date">{dateText(point.asOf, lang)}</span>
              <span>
                <b>{valueText(point)}</b> {series.unit}
              </span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

/** Spots along the line, so that no number is struck through by it. */
function alongLine(points: readonly Spot[]): readonly Spot[] {
  return points.slice(1).flatMap((b, i) => {
    const a = points[i] ?? b;
    const steps = Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 12);
    return Array.from({ length: steps }, (_, step) => ({
      x: a.x + ((b.x - a.x) * step) / steps,
      y: a.y + ((b.y - a.y) * step) / steps,
    }));
  });
}

function Drawing({ series, size }: { readonly series: NumberSeriesView; readonly size: Size }) {
  const { lang } = useSettings();
  const valueText = useValueText();
  const { width, rem } = size;
  const height = HEIGHT * rem;
  const { points } = series;
  const dates = points.map((point) => point.asOf);
  const { first, last } = yearRange(dates);
  const top = roundTop(points.map((point) => point.value));
  // Room for the longest number on the axis.
  const left = 1 + numberText(top, lang).length * 0.8;
  const x = (years: number) =>
    left * rem + ((years - first) / (last - first)) * (width - (left + RIGHT) * rem);
  const y = (value: number) => height - BOTTOM * rem - (value / top) * (height - (TOP + BOTTOM) * rem);
  const places = points.map((point) => ({ point, x: x(yearsOf(point.asOf)), y: y(point.value) }));
  const exact = places.filter(({ point }) => point.qualifier === null);
  const font = 1.375 * rem;
  const labels = placeLabels(
    places.map(({ point, ...at }, index) => ({
      key: point.asOf,
      ...at,
      width: valueText(point).length * font * 0.72,
      height: font * 1.1,
      gap: 1 * rem,
      rank: index,
    })),
    [...places, ...alongLine(exact)].map((at) => ({
      left: at.x - 6,
      right: at.x + 6,
      top: at.y - 6,
      bottom: at.y + 6,
    })),
    { left: left * rem, top: 0, right: width, bottom: height - BOTTOM * rem },
  );
  const texts = new Map(points.map((point) => [point.asOf, valueText(point)]));
  return (
    <svg
      aria-hidden="true"
      className="line-chart-drawing"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line className="line-chart-grid" x1={left * rem} x2={width} y1={y(value)} y2={y(value)} />
          <text className="line-chart-tick" x={(left - 0.6) * rem} y={y(value)} textAnchor="end" dy="0.35em">
            {numberText(value, lang)}
          </text>
        </g>
      ))}
      {yearTicks(dates).map((year) => (
        <text
          key={year}
          className="line-chart-tick"
          x={x(year + 0.5)}
          y={height - 0.6 * rem}
          textAnchor="middle"
        >
          {year}
        </text>
      ))}
      <polyline className="line-chart-line" points={exact.map((at) => `${at.x},${at.y}`).join(' ')} />
      {places.map((at) => (
        <circle
          key={at.point.asOf}
          className={at.point.qualifier === null ? 'line-chart-point' : 'line-chart-point line-chart-loose'}
          cx={at.x}
          cy={at.y}
          r={0.45 * rem}
        />
      ))}
      {labels.map(({ key, box }) => (
        <text
          key={key}
          className="line-chart-value"
          x={(box.left + box.right) / 2}
          y={(box.top + box.bottom) / 2}
          dy="0.35em"
          textAnchor="middle"
        >
          {texts.get(key)}
        </text>
      ))}
    </svg>
  );
}
