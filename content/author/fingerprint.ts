/**
 * What a pack's bytes depend on beside its source: this room's own code and words, the tables, the library that
 * writes the file, and the Unicode tables of the runtime. A pack made by another program is made anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { sha256Of } from './cache.ts';

const require = createRequire(import.meta.url);

/** Folders of `content/` whose code decides what is in a pack. */
const ROOMS = ['author', 'pack'];
/** Packages that decide what is in a pack, beside those named in the recipes of pictures and pages. */
const PACKAGES = ['@photostructure/sqlite', 'lindera-wasm-nodejs-ipadic', 'yaml', 'zod'];

let known: string | undefined;

/** Hash of the program, in hex; read once per run. */
export function programFingerprint(): string {
  known ??= sha256Of(
    JSON.stringify([ROOMS.flatMap(filesOf), PACKAGES.map(versionOf), process.versions['unicode']]),
  );
  return known;
}

/** Name and hash of every source file, sorted. */
function filesOf(room: string): readonly (readonly [string, string])[] {
  const folder = fileURLToPath(new URL(`../${room}/`, import.meta.url));
  const names = (readdirSync(folder, { recursive: true }) as string[]).map((name) =>
    name.replaceAll('\\', '/'),
  );
  return names
    .filter((name) => /\.(ts|yaml)$/.test(name))
    .sort()
    .map((name) => [`${room}/${name}`, sha256Of(readFileSync(`${folder}/${name}`))] as const);
}

/** Found through its folder: not every package lets its `package.json` be asked for. */
function versionOf(name: string): string {
  const folder = require.resolve.paths(name)?.find((place) => {
    try {
      return readFileSync(`${place}/${name}/package.json`).length > 0;
    } catch {
      return false;
    }
  });
  const text = folder ? readFileSync(`${folder}/${name}/package.json`, 'utf8') : '{}';
  return `${name} ${(JSON.parse(text) as { readonly version?: string }).version ?? ''}`;
}
