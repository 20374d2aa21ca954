/**
 * Islands that matter and are too small for the coastline data. The mesh list knows in which cells they lie;
 * a small oval stands in for each, about as large as the land really is and in the right place.
 */
import { type CellIndex, COLUMNS, COLUMNS_PER_DEGREE, centreOfCell, ROWS_PER_DEGREE } from '../mesh/cells.ts';
import type { Membership } from '../mesh/read.ts';
import type { LandRing } from './coast.ts';

/** A point in one of the islet's cells, degrees. */
type Islet = { readonly name: string; readonly lat: number; readonly lon: number };

const ISLETS: readonly Islet[] = [
  { name: '竹島', lat: 37.24, lon: 131.865 },
  { name: '沖ノ鳥島', lat: 20.4225, lon: 136.075 },
  { name: '聟島', lat: 27.6875, lon: 142.1375 },
];

/** Length of the oval's half axes as a share of the box around the cells. */
const HALF_AXIS = 0.3;
const SIDES = 16;

/**
 * A ring for each islet.
 *
 * @throws {Error} when the mesh list has no cell at an islet's point
 */
export function isletRings(membership: Membership): readonly LandRing[] {
  return ISLETS.map((islet) => ovalAround(cellsAt(membership, islet)));
}

/** The islet's cells: those of the list connected with the cell nearest to its point, corners included. */
function cellsAt(membership: Membership, { name, lat, lon }: Islet): readonly CellIndex[] {
  const start = nearestCell(membership, lat, lon);
  if (start === undefined) throw new Error(`${name}: no mesh cell near ${lat}, ${lon}`);
  const cells = [start];
  for (const cell of cells) {
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const next = cell + dy * COLUMNS + dx;
        if (membership.has(next) && !cells.includes(next)) cells.push(next);
      }
    }
  }
  return cells;
}

/** The listed cell whose middle is nearest, if any is within 0.05 degrees. */
function nearestCell(membership: Membership, lat: number, lon: number): CellIndex | undefined {
  let best: CellIndex | undefined;
  let nearest = 0.05;
  for (const cell of membership.keys()) {
    const centre = centreOfCell(cell);
    const distance = Math.hypot(centre.lat - lat, centre.lon - lon);
    if (distance >= nearest) continue;
    nearest = distance;
    best = cell;
  }
  return best;
}

function ovalAround(cells: readonly CellIndex[]): LandRing {
  const centres = cells.map(centreOfCell);
  const lats = centres.map(({ lat }) => lat);
  const lons = centres.map(({ lon }) => lon);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...lons), Math.max(...lons)];
  const halfHeight = HALF_AXIS * (north - south + 1 / ROWS_PER_DEGREE);
  const halfWidth = HALF_AXIS * (east - west + 1 / COLUMNS_PER_DEGREE);
  const points = Array.from({ length: SIDES }, (_, side) => {
    const turn = (-2 * Math.PI * side) / SIDES;
    return [
      (west + east) / 2 + halfWidth * Math.cos(turn),
      (south + north) / 2 + halfHeight * Math.sin(turn),
    ];
  });
  return [...points, ...points.slice(0, 1)];
}
