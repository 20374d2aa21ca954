/** Writes the shape files and says how large they are. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShapeFile } from './shapes/levels.ts';
import { withoutUnusedArcs } from './shapes/prune.ts';

const EXTENSION = '.topojson';

/**
 * Writes all shape files and removes older ones that are no longer made.
 *
 * @returns one line per file for the screen: name, bytes, points, arcs
 * @throws {Error} before anything is written, when a file has no geometry
 */
export function writeShapes(folder: string, files: readonly ShapeFile[]): readonly string[] {
  for (const [name, { arcs }] of files) {
    if (arcs.length === 0) throw new Error(`${name} would be empty`);
  }
  const names = new Set(files.map(([name]) => name));
  for (const old of readdirSync(folder)) {
    if (old.endsWith(EXTENSION) && !names.has(old)) rmSync(join(folder, old));
  }
  return files.map(([name, whole]) => {
    const topology = withoutUnusedArcs(whole);
    const text = `${JSON.stringify(topology)}\n`;
    writeFileSync(join(folder, name), text);
    const points = topology.arcs.reduce((total, arc) => total + arc.length, 0);
    const figures = [text.length, points, topology.arcs.length].map((count) => count.toLocaleString('en'));
    return `${name}: ${figures[0]} bytes, ${figures[1]} points, ${figures[2]} arcs`;
  });
}
