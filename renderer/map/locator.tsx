/**
 * A small still map of Japan: where a town is, which towns an exhibition is about, which prefectures
 * have an agreement. No Leaflet. The land of all prefectures is the same on nearly all of them and costs most, so it
 * is kept as a picture; what differs is drawn over it.
 */
import { memo } from 'react';
import { Stilled } from '../parts/stilled.tsx';
import { type Settings, useSettings } from '../settings.ts';
import { fan } from './curves.ts';
import './map.css';
import { type Outline, useOutlines } from './outlines.ts';
import { type Bounds, type Box, boxOf, toPlane } from './plane.ts';

/** Etorofu to Kyushu; a point or prefecture outside widens the picture. */
const MAIN: Bounds = [129.1, 30.7, 149, 45.75];
/** Okinawa, when it is among the prefectures. */
const SOUTH_WEST = [
  { lat: 24.05, lon: 122.95 },
  { lat: 27.1, lon: 131.3 },
];

type Place = { readonly lat: number; readonly lon: number };

export type LocatorMapProps = {
  /** What the picture says, for voices: 「鶴居村の場所」. */
  readonly label: string;
  readonly points?: readonly Place[] | undefined;
  /** Where lines to the points start, e.g. the ward of the hall. */
  readonly from?: Place | null | undefined;
  /** Numbers (`01`) of prefectures to fill. */
  readonly prefectures?: readonly string[] | undefined;
};

const NONE: readonly never[] = [];
/** Radius of a point as a share of the picture's height. */
const DOT = 0.014;

function frameOf(places: readonly Place[]): Box {
  const margin = 60;
  return places.reduce<Box>((box, { lat, lon }) => {
    const { x, y } = toPlane(lat, lon);
    return {
      left: Math.min(box.left, x - margin),
      right: Math.max(box.right, x + margin),
      top: Math.min(box.top, y - margin),
      bottom: Math.max(box.bottom, y + margin),
    };
  }, boxOf(MAIN));
}

export const LocatorMap = memo(function LocatorMap(props: LocatorMapProps) {
  const { label, points = NONE, from = null, prefectures = NONE } = props;
  const outlines = useOutlines();
  const box = frameOf([
    ...points,
    ...(from === null ? [] : [from]),
    ...(prefectures.includes('47') ? SOUTH_WEST : []),
  ]);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const r = height * DOT;
  const spots = points.map(({ lat, lon }) => toPlane(lat, lon));
  const heart = from === null ? null : toPlane(from.lat, from.lon);
  const lit = new Set(prefectures);
  const viewBox = `${box.left} ${box.top} ${width} ${height}`;
  return (
    <div className="locator" role="img" aria-label={label}>
      <Land outlines={outlines} viewBox={viewBox} />
      <svg aria-hidden="true" viewBox={viewBox}>
        {outlines.map(({ id, d }) =>
          lit.has(id) ? <path key={id} className="locator-land locator-land-lit" d={d} /> : null,
        )}
        {heart !== null &&
          fan(heart, spots).map(({ bend, to }) => (
            <path
              key={`${to.x} ${to.y}`}
              className="locator-line"
              d={`M${heart.x} ${heart.y}Q${bend.x} ${bend.y} ${to.x} ${to.y}`}
            />
          ))}
        {spots.map(({ x, y }) => (
          <circle key={`${x} ${y}`} className="locator-point" cx={x} cy={y} r={r} />
        ))}
        {heart !== null && (
          <circle className="locator-point locator-heart" cx={heart.x} cy={heart.y} r={r * 1.15} />
        )}
      </svg>
    </div>
  );
});

/** Land and the borders on it, as in map.css: a picture of its own has no style sheet. */
const LAND: Readonly<Record<Settings['contrast'], { readonly fill: string; readonly stroke: string }>> = {
  normal: { fill: '#dcd6c6', stroke: '#ffffff' },
  high: { fill: '#3a4150', stroke: '#000000' },
};

type LandProps = { readonly outlines: readonly Outline[]; readonly viewBox: string };

function Land({ outlines, viewBox }: LandProps) {
  const { contrast } = useSettings();
  if (outlines.length === 0) return null;
  return (
    <Stilled look={`land ${contrast} ${viewBox}`}>
      <svg aria-hidden="true" viewBox={viewBox} {...LAND[contrast]} strokeWidth={1.2} strokeLinejoin="round">
        {outlines.map(({ id, d }) => (
          <path key={id} d={d} vectorEffect="non-scaling-stroke" />
        ))}
      </svg>
    </Stilled>
  );
}
