/** From the map's data and what is chosen to what the map tells. Pure. */
import type { MapView } from '../../../content/pack/views.ts';
import { type Curve, fan } from '../../map/curves.ts';
import { agreementPrefectures, type Filter, heart, strongPoints } from '../../map/filters.ts';
import type { Mark } from '../../map/paint-ink.ts';
import { toPlane } from '../../map/plane.ts';

/** What changes only with the content or the language. */
export type Marks = {
  readonly towns: readonly Mark[];
  readonly prefectures: readonly Mark[];
  readonly heart: Mark;
};

/** @param heartName of the middle of the 23 wards, for halls without a ward */
export function marksOf(view: MapView, heartName: string): Marks {
  const middle = heart(view);
  return {
    towns: view.points.map(({ code, name, lat, lon }) => ({ code, name, spot: toPlane(lat, lon) })),
    prefectures: view.prefectures.map(({ id, name, lat, lon }) => ({
      code: id,
      name,
      spot: toPlane(lat, lon),
    })),
    heart: {
      code: view.ward?.code ?? '',
      name: view.ward?.name ?? heartName,
      spot: toPlane(middle.lat, middle.lon),
    },
  };
}

/** What a filter makes strong. */
export type Told = {
  readonly strong: readonly Mark[];
  readonly curves: readonly Curve[];
  readonly lit: ReadonlySet<string>;
};

export function toldBy(view: MapView, marks: Marks, filter: Filter): Told {
  if (filter === 'agreement') {
    return { strong: [], curves: [], lit: new Set(agreementPrefectures(view).map(({ id }) => id)) };
  }
  const byCode = new Map(marks.towns.map((mark) => [mark.code, mark]));
  const strong = strongPoints(view, filter)
    .map(({ code }) => byCode.get(code))
    .filter((mark) => mark !== undefined);
  // Lines say "from here to there"; they belong to the ward's own partners. From the 23 together they would
  // cover the land.
  const curves =
    filter === 'lens' && view.ward !== null
      ? fan(
          marks.heart.spot,
          strong.map(({ spot }) => spot),
        )
      : [];
  return { strong, curves, lit: new Set() };
}
