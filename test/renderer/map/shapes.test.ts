/**
 * The committed map shapes: complete, closed, shared and small. They are generated, so this test is what tells
 * when a new version of the generator has lost an island or opened a gap.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MultiPolygon, Polygon, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../../content/author/gazetteer/gazetteer.ts';
import { ATTRIBUTION_LONG, ATTRIBUTION_SHORT } from '../../../renderer/map/shapes/attribution.ts';
import { UNCOUNTED_CODES } from '../../../renderer/map/shapes/uncounted.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FOLDER = join(ROOT, 'renderer/map/shapes');
const MAX_TOTAL_BYTES = 3_000_000;
const LEVELS = {
  municipalities: ['municipalities-60', 'municipalities-400'],
  prefectures: ['prefectures-60', 'prefectures-400', 'prefectures-1200'],
} as const;
const FILES = [...LEVELS.municipalities, ...LEVELS.prefectures, 'lakes', 'neighbours'] as const;
type FileName = (typeof FILES)[number];

const { municipalities, prefectures } = loadGazetteer(join(ROOT, 'content/author/gazetteer'));

type Shape = { readonly code: string; readonly polygons: readonly Position[][][] };
type Loaded = {
  readonly bytes: number;
  readonly topology: Topology;
  readonly object: GeometryCollection<{ code?: string }>;
  readonly shapes: readonly Shape[];
};

/** Each file is read once, when a test first asks for it. */
const loaded = new Map<FileName, Loaded>();
function load(name: FileName): Loaded {
  const already = loaded.get(name);
  if (already !== undefined) return already;
  const text = readFileSync(join(FOLDER, `${name}.topojson`), 'utf8');
  const topology = JSON.parse(text) as Topology;
  const object = topology.objects[name.replace(/-\d+$/, '')] as Loaded['object'];
  const shapes = feature(topology, object).features.map(({ properties, geometry }) => ({
    code: properties.code ?? '',
    polygons: polygonsOf(geometry as Polygon | MultiPolygon),
  }));
  const result = { bytes: Buffer.byteLength(text), topology, object, shapes };
  loaded.set(name, result);
  return result;
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
}

type Box = { west: number; south: number; east: number; north: number };

function boxOf(polygons: readonly Position[][][]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of polygons.flat(2)) {
    box.west = Math.min(box.west, lon);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lon);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

/** Even-odd over all rings. */
function contains(polygons: readonly Position[][][], lat: number, lon: number): boolean {
  let inside = false;
  for (const ring of polygons.flat()) {
    for (const [index, [ax = 0, ay = 0]] of ring.slice(0, -1).entries()) {
      const [bx = 0, by = 0] = ring[index + 1] ?? [];
      if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) inside = !inside;
    }
  }
  return inside;
}

/** Absolute arc numbers of each geometry. */
function arcsOf({ object }: Loaded): readonly (readonly number[])[] {
  return object.geometries.map((geometry) => {
    const arcs = 'arcs' in geometry ? (geometry.arcs as readonly unknown[]) : [];
    return (arcs.flat(Number.POSITIVE_INFINITY) as number[]).map((arc) => (arc < 0 ? ~arc : arc));
  });
}

describe.each(LEVELS.municipalities)('%s', (name) => {
  it('has one shape for each of the 1,741 and for the six villages that are not counted', () => {
    const expected = [...municipalities.map(({ code }) => code), ...UNCOUNTED_CODES].sort();
    expect(
      load(name)
        .shapes.map(({ code }) => code)
        .sort(),
    ).toEqual(expected);
  });

  it('has every municipality’s point inside its own shape, or at most 2 km outside the box of it', () => {
    const shapes = new Map(load(name).shapes.map((shape) => [shape.code, shape.polygons]));
    const slack = 2 / 90;
    let inside = 0;
    for (const { code, nameJa, lat, lon } of municipalities) {
      const polygons = shapes.get(code) ?? [];
      if (contains(polygons, lat, lon)) inside++;
      const { west, south, east, north } = boxOf(polygons);
      const near = lon > west - slack && lon < east + slack && lat > south - slack && lat < north + slack;
      expect(near, nameJa).toBe(true);
    }
    expect(inside / municipalities.length).toBeGreaterThan(0.97);
  });

  it('shares its arcs: each belongs to one municipality, or to exactly two', () => {
    const users = new Map<number, number>();
    for (const arc of arcsOf(load(name)).flat()) users.set(arc, (users.get(arc) ?? 0) + 1);
    const counts = [...users.values()];
    expect(counts.every((count) => count <= 2)).toBe(true);
    expect(counts.filter((count) => count === 2).length).toBeGreaterThan(3500);
    expect(users.size).toBe(load(name).topology.arcs.length);
  });

  it.each([
    ['千代田区', '131016', '中央区', '131024'],
    ['釧路市', '012068', '釧路町', '016616'],
    ['町田市 in Tokyo', '132098', '川崎市 in Kanagawa', '141305'],
  ])('has %s and %s share a border', (_a, codeA, _b, codeB) => {
    const file = load(name);
    const arcs = arcsOf(file);
    const of = (code: string): readonly number[] =>
      arcs[file.shapes.findIndex((one) => one.code === code)] ?? [];
    expect(of(codeA).some((arc) => of(codeB).includes(arc))).toBe(true);
  });
});

describe.each(LEVELS.prefectures)('%s', (name) => {
  it('has one shape for each of the 47', () => {
    expect(load(name).shapes.map(({ code }) => code)).toEqual(prefectures.map(({ code }) => code));
  });
  it('has the label point of every prefecture on its land', () => {
    const shapes = new Map(load(name).shapes.map((shape) => [shape.code, shape.polygons]));
    const outside = prefectures.filter(({ code, lat, lon }) => !contains(shapes.get(code) ?? [], lat, lon));
    expect(outside.map(({ nameJa }) => nameJa)).toEqual([]);
  });
  it('has Okinawa with many islands', () => {
    expect(load(name).shapes.at(-1)?.polygons.length).toBeGreaterThan(10);
  });
});

describe.each(FILES)('%s', (name) => {
  it('has closed rings of at least three sides', () => {
    for (const ring of load(name).shapes.flatMap(({ polygons }) => polygons.flat())) {
      expect(ring.length).toBeGreaterThanOrEqual(4);
      expect(ring.at(-1)).toEqual(ring[0]);
    }
  });
  it('stays within bounds', () => {
    const limits =
      name === 'neighbours'
        ? { west: 35, south: -48, east: 235, north: 80 }
        : { west: 122.9, south: 20.4, east: 154, north: 45.6 };
    const box = boxOf(load(name).shapes.flatMap(({ polygons }) => polygons));
    const slack = 0.001;
    expect(box.west).toBeGreaterThanOrEqual(limits.west - slack);
    expect(box.south).toBeGreaterThanOrEqual(limits.south - slack);
    expect(box.east).toBeLessThanOrEqual(limits.east + slack);
    expect(box.north).toBeLessThanOrEqual(limits.north + slack);
  });
  it('knows nothing but codes, and is quantised', () => {
    const { object, topology } = load(name);
    const keys = object.geometries.flatMap(({ properties }) => Object.keys(properties ?? {}));
    expect([...new Set(keys)]).toEqual(name.includes('-') ? ['code'] : []);
    expect(topology.transform).toBeDefined();
  });
});

describe('the levels', () => {
  it.each(Object.entries(LEVELS))('get strictly smaller: %s', (_layer, names) => {
    const points = names.map((name) => load(name).topology.arcs.reduce((sum, arc) => sum + arc.length, 0));
    const bytes = names.map((name) => load(name).bytes);
    for (const sizes of [points, bytes]) {
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      expect(new Set(sizes).size).toBe(sizes.length);
    }
  });

  it.each([60, 400] as const)('draw prefectures of level %s along borders of its municipalities', (level) => {
    const key = ([lon = 0, lat = 0]: Position): string => `${lon.toFixed(6)},${lat.toFixed(6)}`;
    const known = new Set(
      load(`municipalities-${level}`).shapes.flatMap(({ polygons }) => polygons.flat(2).map(key)),
    );
    const points = load(`prefectures-${level}`).shapes.flatMap(({ polygons }) => polygons.flat(2));
    // Torishima belongs to Tokyo, but to no municipality.
    const unknown = points.filter((point) => !known.has(key(point)));
    expect(unknown.every(([lon = 0, lat = 0]) => lon > 139 && lon < 141 && lat > 29 && lat < 32.4)).toBe(
      true,
    );
  });
});

describe('the islands', () => {
  it.each([
    ['竹島', '325287', 37.2416, 131.8625],
    ['沖ノ鳥島', '134210', 20.424, 136.08],
    ['南鳥島', '134210', 24.286, 153.98],
    ['与那国島', '473821', 24.455, 122.99],
    ['択捉島', '016993', 45.2, 147.9],
    ['国後島', '016977', 44.3, 146.05],
    ['羽田空港', '131113', 35.55, 139.78],
    ['青海', '131083', 35.62, 139.79],
    ['中央防波堤', '131083', 35.597, 139.805],
  ])('have %s', (_name, code, lat, lon) => {
    const shape = load('municipalities-60').shapes.find((one) => one.code === code);
    expect(contains(shape?.polygons ?? [], lat, lon)).toBe(true);
  });

  it.each([
    ['竹島', 37.24, 131.87],
    ['国後島', 44.1, 145.9],
    ['択捉島', 45, 147.7],
    ['色丹島', 43.8, 146.75],
    ['魚釣島', 25.745, 123.48],
    ['Honshu', 36, 138],
  ])('leave %s to our own shapes, not to the neighbours', (_name, lat, lon) => {
    const neighbours = load('neighbours').shapes.flatMap(({ polygons }) => polygons);
    expect(contains(neighbours, lat, lon)).toBe(false);
  });
});

describe('lakes', () => {
  it.each([
    ['琵琶湖', 35.3, 136.1],
    ['霞ヶ浦', 36.04, 140.4],
    ['猪苗代湖', 37.47, 140.09],
    ['サロマ湖', 44.15, 143.8],
    ['浜名湖', 34.74, 137.58],
  ])('have %s', (_name, lat, lon) => {
    expect(
      contains(
        load('lakes').shapes.flatMap(({ polygons }) => polygons),
        lat,
        lon,
      ),
    ).toBe(true);
  });
});

describe('the folder', () => {
  it('has these shape files and no others', () => {
    const found = readdirSync(FOLDER).filter((file) => file.endsWith('.topojson'));
    expect(found.sort()).toEqual(FILES.map((name) => `${name}.topojson`).sort());
  });
  it('weighs less than 3 MB', () => {
    expect(FILES.reduce((sum, name) => sum + load(name).bytes, 0)).toBeLessThan(MAX_TOTAL_BYTES);
  });
  it('says in its README how large each file is', () => {
    const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
    for (const name of FILES) {
      const { bytes, topology } = load(name);
      const points = topology.arcs.reduce((sum, arc) => sum + arc.length, 0);
      const figures = [Math.round(bytes / 1000), points].map((count) => count.toLocaleString('en'));
      expect(readme).toMatch(new RegExp(`\`${name}\\.topojson\`[^\n]*\\| *${figures.join(' *\\| *')} *\\|`));
    }
  });
  it('names every source in the credits', () => {
    for (const words of [ATTRIBUTION_SHORT.ja, ATTRIBUTION_SHORT.en]) {
      // Natural Earth is in the public domain: the long credit names it.
      for (const source of ['© OpenStreetMap contributors', 'ODbL', 'GeoNames']) {
        expect(words).toContain(source);
      }
    }
    for (const words of [ATTRIBUTION_LONG.ja, ATTRIBUTION_LONG.en].map((paragraphs) =>
      paragraphs.join(' '),
    )) {
      for (const source of [
        '© OpenStreetMap contributors',
        'Open Database License',
        'CC BY 4.0',
        'GeoNames',
        'Natural Earth',
      ]) {
        expect(words).toContain(source);
      }
    }
  });
});
