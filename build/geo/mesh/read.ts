/**
 * Reads which 1 km cells each municipality has land in.
 *
 * Source: package jp-data-mesh-csv, a mirror of 「市区町村別メッシュ・コード一覧」 of the Statistics Bureau of
 * Japan (CC BY 4.0): 47 Shift_JIS files of `municipality code, name, mesh code, note`. A cell that a border
 * crosses is listed under every municipality it touches; 82 % belong to one only.
 */
import { readFileSync } from 'node:fs';
import type { Unit } from '../names/units.ts';
import { packageFile } from '../paths.ts';
import { type CellIndex, cellOfMeshCode } from './cells.ts';

/** Position of a unit in the list given to `readMesh`, plus 1; 0 is nobody's. */
export type Label = number;

/** Cell -> the labels that share it, ascending, at least one. Insertion order is ascending by cell. */
export type Membership = ReadonlyMap<CellIndex, readonly Label[]>;

/**
 * 境界未定地域: new land in a harbour over which neighbours had not agreed yet when the list was made (13199 is the
 * landfill in Tokyo Bay, since divided between 江東区 and 大田区). It is left to grow together from their sides.
 */
const UNDECIDED = /^(\d{2}999|13199)$/;

/**
 * Reads all 47 files.
 *
 * @param units municipalities in label order
 * @throws {Error} when a file names a code that no unit owns, or a unit has no cell
 */
export function readMesh(units: readonly Unit[]): Membership {
  const labels = new Map(units.flatMap((unit, at) => unit.meshCodes.map((code) => [code, at + 1] as const)));
  const found = new Map<CellIndex, Set<Label>>();
  for (let prefecture = 1; prefecture <= 47; prefecture++) {
    const file = `jp-data-mesh-csv/mirror/${String(prefecture).padStart(2, '0')}.csv`;
    for (const [code, meshCode] of readRows(packageFile(file))) {
      const label = labels.get(code);
      if (label === undefined && UNDECIDED.test(code)) continue;
      if (label === undefined) throw new Error(`${file}: no municipality has the code ${code}`);
      const cell = cellOfMeshCode(meshCode);
      const sharers = found.get(cell);
      if (sharers === undefined) found.set(cell, new Set([label]));
      else sharers.add(label);
    }
  }
  const membership = new Map(
    [...found]
      .sort(([a], [b]) => a - b)
      .map(([cell, sharers]) => [cell, [...sharers].sort((a, b) => a - b)] as const),
  );
  refuseLandless(units, membership);
  return membership;
}

/** Code and mesh code of every data line. */
function readRows(path: string): (readonly [code: string, meshCode: string])[] {
  const lines = new TextDecoder('shift_jis').decode(readFileSync(path)).split(/\r?\n/);
  return lines
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => {
      const fields = line.split(',');
      return [fields[0] ?? '', fields[2] ?? ''] as const;
    });
}

function refuseLandless(units: readonly Unit[], membership: Membership): void {
  const landed = new Set([...membership.values()].flat());
  const landless = units.filter((_, at) => !landed.has(at + 1));
  if (landless.length > 0) {
    throw new Error(`no mesh cell for ${landless.map((unit) => unit.code + unit.nameJa).join(', ')}`);
  }
}
