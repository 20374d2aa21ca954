/**
 * The active set and how it changes (content/README.md, section 6). `library.json` names what is shown;
 * renaming a new one over it is the activation. Three names, so that a power cut between any two steps
 * leaves a whole set active and never loses the one to go back to:
 *
 * ```
 * library.next.json      1. the new set, written and on the disk
 * library.previous.json  2. a copy of the active one
 * library.json           3. the rename of library.next.json: the activation
 * ```
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, flushFolder, sweepTemporary, writeDurably } from '../disk.ts';
import { LIBRARY_FILE, type LibraryManifest, parseLibrary } from '../pack/library.ts';

export const NEXT_FILE = 'library.next.json';
const PREVIOUS = 'library.previous.json';

/** A set as it lies on the disk. */
export type SetFile = { readonly text: string; readonly manifest: LibraryManifest };

export type SetName = 'current' | 'previous' | 'next';
const FILES: { readonly [Name in SetName]: string } = {
  current: LIBRARY_FILE,
  previous: PREVIOUS,
  next: NEXT_FILE,
};

/** @returns undefined when there is none or it cannot be read as one */
export function readSet(dataDir: string, name: SetName): SetFile | undefined {
  let text: string;
  try {
    text = readFileSync(join(dataDir, FILES[name]), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  const manifest = parseLibrary(text);
  return manifest === undefined ? undefined : { text, manifest };
}

/** Whether the file of a set is there, readable or not. */
export function hasSetFile(dataDir: string, name: SetName): boolean {
  return existsSync(join(dataDir, FILES[name]));
}

/** Identifies a set: SHA-256 of its `library.json`, hex. */
export function hashOfSet(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Makes a set the active one; what was active becomes the previous one. Everything it names must be in
 * place and on the disk.
 */
export function activate(dataDir: string, text: string): void {
  writeDurably(join(dataDir, NEXT_FILE), text);
  const current = readSet(dataDir, 'current');
  if (current !== undefined) writeDurably(join(dataDir, PREVIOUS), current.text);
  finishSwitch(dataDir);
}

function finishSwitch(dataDir: string): void {
  renameSync(join(dataDir, NEXT_FILE), join(dataDir, LIBRARY_FILE));
  flushFolder(dataDir);
}

/**
 * Brings an interrupted switch to an end: if the copy of the active set was already made, the switch is
 * finished (what it names was proven before it began), otherwise it is forgotten.
 */
export function recoverSwitch(dataDir: string): void {
  sweepTemporary(dataDir);
  const next = readSet(dataDir, 'next');
  const current = readSet(dataDir, 'current');
  const begun = current === undefined || readSet(dataDir, 'previous')?.text === current.text;
  if (next !== undefined && begun) finishSwitch(dataDir);
  else rmSync(join(dataDir, NEXT_FILE), { force: true });
}

/** Takes back an activation that turned out not to open: `before` is active again. */
export function putBack(dataDir: string, before: SetFile | undefined, previous: SetFile | undefined): void {
  if (before === undefined) rmSync(join(dataDir, LIBRARY_FILE), { force: true });
  else writeDurably(join(dataDir, LIBRARY_FILE), before.text);
  if (previous === undefined) rmSync(join(dataDir, PREVIOUS), { force: true });
  else writeDurably(join(dataDir, PREVIOUS), previous.text);
  flushFolder(dataDir);
}
