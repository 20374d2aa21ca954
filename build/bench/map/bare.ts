/** Writes the bare Leaflet page into a folder of its own. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { readMap } from '../../../content/store/home.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { DATA, ROOT } from '../../setup/places.ts';
import { HALL } from '../screen/open.ts';

/** As large as the kiosk's map on the same screen. */
export type Size = { readonly width: number; readonly height: number };

/** Etorofu to Kyushu, as the kiosk's first view. */
const VIEW = [
  [30.95, 128.55],
  [45.6, 148.95],
] as const;
const SHAPES = join(ROOT, 'renderer', 'map', 'shapes', 'municipalities-400.topojson');
const LEAFLET_CSS = join(ROOT, 'node_modules', 'leaflet', 'dist', 'leaflet.css');

/** @returns the page's path, and how to remove it */
export async function writeBarePage({ width, height }: Size): Promise<{
  readonly page: string;
  readonly remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-bare-map-'));
  chmodSync(folder, 0o755);
  const bundled = await build({
    entryPoints: [join(import.meta.dirname, 'bare-page.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  });
  const data = `points=${JSON.stringify(allPoints())};shapes=${readFileSync(SHAPES, 'utf8')};view=${JSON.stringify(VIEW)}`;
  const style = `${readFileSync(LEAFLET_CSS, 'utf8')}\nbody{margin:0}#map{position:absolute;left:50px;top:98px;width:${width}px;height:${height}px}`;
  const page = join(folder, 'bare.html');
  writeFileSync(join(folder, 'data.js'), data);
  writeFileSync(join(folder, 'bare.js'), bundled.outputFiles[0]?.text ?? '');
  writeFileSync(
    page,
    `<!doctype html><meta charset="utf-8"><title>bare map</title><style>${style}</style><div id="map"></div>
<script src="data.js"></script><script src="bare.js"></script>`,
  );
  return { page, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function allPoints(): readonly (readonly [number, number])[] {
  const opened = openLibrary(DATA);
  if (!opened.ok) throw new Error('the default content cannot be opened');
  try {
    return readMap(opened.library, 'ja', HALL).points.map(({ lat, lon }) => [lat, lon] as const);
  } finally {
    opened.library.close();
  }
}
