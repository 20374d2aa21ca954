/** The packs that were frozen when a FORMAT first shipped (test/fixtures/packs), unpacked. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { tempFolder } from './folder.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'packs');

/** A data folder of its own with the frozen packs of a FORMAT. */
export function frozen(format: number): string {
  const fixture = join(FIXTURES, `format-${format}`);
  const folder = tempFolder();
  cpSync(join(fixture, 'library.json'), join(folder, 'library.json'));
  cpSync(join(fixture, 'blobs'), join(folder, 'blobs'), { recursive: true });
  const names = (readdirSync(join(fixture, 'packs'), { recursive: true }) as string[]).filter((name) =>
    name.endsWith('.gz'),
  );
  for (const name of names) {
    const path = join(folder, 'packs', name.slice(0, -'.gz'.length));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, gunzipSync(readFileSync(join(fixture, 'packs', name))));
  }
  return folder;
}
