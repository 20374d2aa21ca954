/** Puts a program into a data folder, as a sync would leave it but for the signature. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLibrary, LIBRARY_FILE, parseLibrary } from '../../content/pack/library.ts';
import { formatProgram, type Program, type Stay } from '../../content/pack/program.ts';
import { programPath } from '../../content/pack/program-target.ts';

/** A stay with nothing special about it. */
export function stay(exhibition: string, venue: string, first: string, last: string): Stay {
  return { exhibition, venue, first, last, opening: null, note: null, screenOnly: false };
}

export function programOf(stays: readonly Stay[], more: Partial<Program> = {}): Program {
  return { version: 1, date: '2020-01-01', title: { ja: '巡回計画', en: 'Program' }, stays, ...more };
}

export function putProgram(dataDir: string, program: Program): void {
  const text = formatProgram(program);
  const sha256 = createHash('sha256').update(text).digest('hex');
  const entry = { version: program.version, sha256, sizeBytes: Buffer.byteLength(text) };
  mkdirSync(join(dataDir, 'programs'), { recursive: true });
  writeFileSync(join(dataDir, programPath(entry)), text);
  const file = join(dataDir, LIBRARY_FILE);
  const manifest = parseLibrary(readFileSync(file, 'utf8'));
  if (manifest === undefined) throw new Error('library.json is not an active set');
  writeFileSync(file, formatLibrary({ ...manifest, program: entry }));
}
