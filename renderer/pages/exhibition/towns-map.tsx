/**
 * The towns of a map block: all of Japan small, their surroundings large. A touch on a point says its
 * name; the buttons under the map say the same for everybody else.
 */
import type { MouseEvent } from 'react';
import type { TownPoint } from '../../../content/pack/views.ts';
import { LocatorMap } from '../../map/locator.tsx';
import { useOutlines } from '../../map/outlines.ts';
import { toPlane } from '../../map/plane.ts';
import { useKept } from '../../navigation.ts';
import { useWords } from '../../words/index.ts';
import { frameAround, nearestSpot } from './towns-frame.ts';
import './towns-map.css';
import { Ruby } from '../../parts/ruby.tsx';

export type TownsMapProps = { readonly id: string; readonly towns: readonly TownPoint[] };

export function TownsMap({ id, towns }: TownsMapProps) {
  const t = useWords('exhibition');
  const names = towns.map(({ name }) => name).join(t('comma'));
  return (
    <div className="towns-map">
      <div className="towns-map-japan">
        <LocatorMap label={t('map-label', { names })} points={towns} />
      </div>
      <div className="towns-map-near">
        <NearMap id={id} towns={towns} />
      </div>
    </div>
  );
}

/** Screen pixels around a point that still mean it; half a target. */
const REACH = 44;

function NearMap({ id, towns }: TownsMapProps) {
  const outlines = useOutlines();
  const [chosen, choose] = useKept<string | null>(`map ${id}`, null);
  const spots = towns.map(({ lat, lon }) => toPlane(lat, lon));
  const frame = frameAround(spots);
  const lit = new Set(towns.map(({ code }) => code.slice(0, 2)));
  const unit = frame.height / 100;

  const touch = (event: MouseEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM();
    if (matrix === null) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const index = nearestSpot({ x, y }, spots, REACH / matrix.a);
    choose(towns[index]?.code ?? null);
  };

  return (
    // The buttons under the map do the same by keyboard
    <svg
      aria-hidden="true"
      viewBox={`${frame.left} ${frame.top} ${frame.width} ${frame.height}`}
      onClick={touch}
    >
      {outlines.map(({ id: prefecture, d }) => (
        <path
          key={prefecture}
          className={lit.has(prefecture) ? 'locator-land locator-land-lit' : 'locator-land'}
          d={d}
        />
      ))}
      {spots.map(({ x, y }, index) => (
        <circle key={towns[index]?.code} className="locator-point" cx={x} cy={y} r={unit * 2.6} />
      ))}
      {towns.map((town, index) => {
        const spot = spots[index];
        if (town.code !== chosen || spot === undefined) return null;
        // Near the right edge the name stands to the left of its point.
        const left = spot.x > frame.left + frame.width * 0.6;
        return (
          <text
            key={town.code}
            className="towns-map-name"
            x={spot.x + (left ? -1 : 1) * unit * 4.5}
            y={spot.y + unit * 2.6}
            textAnchor={left ? 'end' : 'start'}
            fontSize={unit * 8}
            strokeWidth={unit * 2}
          >
            <Ruby>{town.name}</Ruby>
          </text>
        );
      })}
    </svg>
  );
}
