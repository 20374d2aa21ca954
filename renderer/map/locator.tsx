/**
 * A small still map of Japan: where a town is, which towns an exhibition is about, which prefectures
 * have an agreement. No Leaflet; one SVG that takes the size of its box.
 */
import { memo, useEffect, useState } from 'react';
import { fan } from './curves.ts';
import './map.css';
import { loadOutlines, type Outline } from './outlines.ts';
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
  readonly className?: string | undefined;
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

function useOutlines(): readonly Outline[] {
  const [outlines, setOutlines] = useState<readonly Outline[]>(NONE);
  useEffect(() => {
    let here = true;
    loadOutlines().then(
      (loaded) => here && setOutlines(loaded),
      (error: unknown) => console.error('locator: outlines did not load', error),
    );
    return () => {
      here = false;
    };
  }, []);
  return outlines;
}

export const LocatorMap = memo(function LocatorMap(props: LocatorMapProps) {
  const { label, points = NONE, from = null, prefectures = NONE, className } = props;
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
  return (
    <svg
      className={['locator', className].filter(Boolean).join(' ')}
      viewBox={`${box.left} ${box.top} ${width} ${height}`}
      role="img"
      aria-label={label}
    >
      {outlines.map(({ id, d }) => (
        <path key={id} className={lit.has(id) ? 'locator-land locator-land-lit' : 'locator-land'} d={d} />
      ))}
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
  );
});
