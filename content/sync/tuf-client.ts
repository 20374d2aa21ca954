/**
 * Our client behind the small command interface of the public TUF conformance suite
 * (theupdateframework/tuf-conformance, CLIENT-CLI.md). The same refresh and search as in a sync; only the
 * storing of targets is the suite's, not ours.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TargetFile } from '@tufjs/models';
import { codeOf, writeDurably } from '../disk.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { findTarget, type LoadRole, strictLoader } from './delegations.ts';
import { fetchBytes } from './fetch.ts';
import { fromHttp } from './from-http.ts';
import { type Refreshed, refresh } from './refresh.ts';
import { LIMITS } from './source.ts';
import { fileNameOf, folderShelf, NOTHING_SEEN } from './trust.ts';
import type { Clock, Work } from './work.ts';

/** `init`: takes the root as it is; the first refresh judges it. No request is made. */
export function tufInit(metadataDir: string, rootFile: string): void {
  mkdirSync(metadataDir, { recursive: true });
  folderShelf(metadataDir).write('root', readFileSync(rootFile));
}

export type TufPlace = { readonly metadataDir: string; readonly metadataUrl: string; readonly clock: Clock };

type Session = { readonly refreshed: Refreshed; readonly load: LoadRole };

/** `refresh`. @throws {SyncRefused | SourceGone} */
export async function tufRefresh({ metadataDir, metadataUrl, clock }: TufPlace): Promise<Session> {
  const work = workWith(metadataUrl, clock);
  try {
    const shelf = folderShelf(metadataDir);
    const from = { work, prefix: '' };
    const refreshed = await refresh(from, shelf, [shelf.read('root')], NOTHING_SEEN);
    return { refreshed, load: strictLoader(from, shelf, refreshed.store) };
  } finally {
    work.source.close();
  }
}

export type TufTargets = { readonly names: readonly string[]; readonly url: string; readonly folder: string };

/** `download`: refreshes once, then takes each target in order. @throws at the first that fails */
export async function tufDownload(place: TufPlace, targets: TufTargets): Promise<void> {
  const { refreshed, load } = await tufRefresh(place);
  const work = workWith(targets.url, place.clock);
  try {
    for (const name of targets.names) {
      const found = await findTarget(name, [], load);
      if (found === undefined) throw new SyncRefused('source-incomplete', name, 'nobody signs this target');
      await download(work, found.target, refreshed, targets.folder);
    }
  } finally {
    work.source.close();
  }
}

async function download(work: Work, target: TargetFile, { store }: Refreshed, folder: string): Promise<void> {
  const path = join(folder, fileNameOf(target.path));
  if (isAsSigned(target, readIfThere(path))) return;
  const bytes = await fetchBytes(
    work,
    nameInRepository(target, store.root.signed.consistentSnapshot),
    target.length,
  );
  if (!isAsSigned(target, bytes))
    throw new SyncRefused('target-altered', target.path, `${bytes.length} bytes`);
  writeDurably(path, bytes);
}

function nameInRepository(target: TargetFile, consistent: boolean): string {
  const [hash] = Object.values(target.hashes);
  const parts = target.path.split('/');
  const last = parts.pop() ?? '';
  const name = consistent && hash !== undefined ? `${hash}.${last}` : last;
  return [...parts, name].map(encodeURIComponent).join('/');
}

function isAsSigned(target: TargetFile, bytes: Buffer | undefined): boolean {
  const hashes = Object.entries(target.hashes);
  if (bytes?.length !== target.length || hashes.length === 0) return false;
  return hashes.every(([algorithm, hash]) => createHash(algorithm).update(bytes).digest('hex') === hash);
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function workWith(url: string, clock: Clock): Work {
  const limits = { ...LIMITS, retries: 0 };
  const { signal } = new AbortController();
  return { source: fromHttp(url, limits), limits, clock, signal, onBytes: () => undefined };
}
