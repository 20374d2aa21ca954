/**
 * Chooses one point for every municipality, always on its own land: some town halls stand in another town
 * (三島村, 十島村 and 竹富町 govern their islands from a city), and a map must not point there.
 */
import type { PointSource } from '../../../content/author/gazetteer/gazetteer.ts';
import { type CellIndex, cellOfPoint, centreOfCell } from '../mesh/cells.ts';
import type { Place } from './geonames.ts';
import { placeKey } from './geonames.ts';
import type { Point } from './osm.ts';

export type ChosenPoint = Point & { readonly source: PointSource };

/** A municipality's mesh cells -> how many municipalities share each, itself included: 1 is wholly its own. */
export type OwnCells = ReadonlyMap<CellIndex, number>;

/**
 * A point of OpenStreetMap nearer to the middle of the land than this share of its extent (root of the area)
 * was computed from the border and says nothing about where the town is: 豊田市 lies 15 km from there.
 */
const COMPUTED_SHARE = 0.12;

/** Two sources that agree to within this are both right, kilometres. */
const AGREEMENT_KM = 3;

/**
 * OpenStreetMap's point on own land, unless it is a mere middle and GeoNames knows the place by name; else
 * GeoNames' place of the same name; else its place nearest to the middle, in a cell that is wholly own; else
 * the middle of the land itself.
 *
 * @param osm    point by OpenStreetMap, if it has one
 * @param places GeoNames places; all are looked at
 * @param own    at least one cell
 * @param nameEn its English name
 */
export function choosePoint(
  osm: Point | undefined,
  places: readonly Place[],
  own: OwnCells,
  nameEn: string,
): ChosenPoint {
  const middle = meanOf(own);
  const key = placeKey(nameEn);
  const nearFirst = places
    .filter((place) => sharersAt(own, place) > 0)
    .sort((a, b) => kmApart(a, middle) - kmApart(b, middle));
  const namesake = nearFirst.find((place) => place.key === key);

  if (osm !== undefined && sharersAt(own, osm) > 0 && !isMereMiddle(osm, namesake, middle, own)) {
    return { lat: osm.lat, lon: osm.lon, source: 'osm' };
  }
  const place = namesake ?? nearFirst.find((one) => sharersAt(own, one) === 1);
  if (place !== undefined) return { lat: place.lat, lon: place.lon, source: 'geonames' };
  return { ...nearestCentre(own, middle), source: 'mesh' };
}

/** Whether the namesake elsewhere in the town is to be believed rather than `osm`. */
function isMereMiddle(osm: Point, namesake: Point | undefined, middle: Point, own: OwnCells): boolean {
  if (namesake === undefined || kmApart(osm, namesake) <= AGREEMENT_KM) return false;
  const fromMiddle = kmApart(osm, middle);
  return fromMiddle < COMPUTED_SHARE * extentKm(own) && kmApart(namesake, middle) > fromMiddle;
}

/** Root of the area; a cell has about one square kilometre. */
function extentKm(own: OwnCells): number {
  let area = 0;
  for (const sharers of own.values()) area += 1 / sharers;
  return Math.sqrt(area);
}

/** How many municipalities share the cell under a point; 0 when it is none of this municipality's. */
function sharersAt(own: OwnCells, point: Point): number {
  return own.get(cellOfPoint(point.lat, point.lon)) ?? 0;
}

/** Mean of the cells, each weighted by the share of it that is own. May lie outside a curved town. */
function meanOf(own: OwnCells): Point {
  let lat = 0;
  let lon = 0;
  let weight = 0;
  for (const [cell, sharers] of own) {
    const centre = centreOfCell(cell);
    lat += centre.lat / sharers;
    lon += centre.lon / sharers;
    weight += 1 / sharers;
  }
  return { lat: lat / weight, lon: lon / weight };
}

/** The middle of the own cell that is nearest to `point`. */
function nearestCentre(own: OwnCells, point: Point): Point {
  const centres = [...own.keys()].map(centreOfCell);
  return centres.reduce((best, one) => (kmApart(one, point) < kmApart(best, point) ? one : best));
}

/** Good enough within one town. */
function kmApart(a: Point, b: Point): number {
  return 111.2 * Math.hypot(a.lat - b.lat, (a.lon - b.lon) * Math.cos((b.lat * Math.PI) / 180));
}
