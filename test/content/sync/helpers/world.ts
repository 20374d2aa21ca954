/**
 * A small real world for sync tests: keys, built data folders with packs and pictures, a signed
 * repository, a kiosk's data folder. Everything is made by the product's own code, on a real disk.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { startDraft } from '../../../../content/author/draft.ts';
import { blobPath, formatLibrary, type LibraryEntry, packPath } from '../../../../content/pack/library.ts';
import type { PackId, PackKind } from '../../../../content/pack/types.ts';
import { keysNew } from '../../../../content/publish/manage.ts';
import { publish } from '../../../../content/publish/publish.ts';
import { openLibrary } from '../../../../content/store/library.ts';
import { fromFolder } from '../../../../content/sync/from-folder.ts';
import { type SyncOptions, type SyncOutcome, sync } from '../../../../content/sync/sync.ts';
import type { Clock } from '../../../../content/sync/work.ts';

export const PHRASE = 'correct horse battery';
/** scrypt's work factor in tests: the code is the same, the waiting is not. */
export const CHEAP = 1_024;
/** All dates hang on this one, so that nothing expires while the tests grow old. */
export const NOW = Date.UTC(2026, 3, 1, 3, 0, 0);
export const DAY = 86_400_000;

/** A clock that stands at `nowMs`; speeds are measured in real time. */
export function clockAt(nowMs: number = NOW): Clock {
  return { nowMs: () => nowMs, monotonicMs: () => performance.now() };
}

/** No waiting between retries, and a source that gives little is given up soon. */
export const QUICK = { pauseMs: 1, retries: 1, floorBytes: 0, slowForMs: 1_000, answerMs: 1_000 } as const;

export type PackDraft = {
  readonly id: string;
  readonly kind: PackKind;
  readonly version: number;
  readonly date?: string;
  /** Contents of pictures. */
  readonly blobs?: readonly Buffer[];
  /** Ids of halls. */
  readonly halls?: readonly string[];
  /** Any words, to make two packs of one version differ. */
  readonly words?: string;
};

export const BASE: PackDraft = { id: 'base', kind: 'base', version: 1 };

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes that differ for every name, of any length. */
export function picture(name: string, length = 5_000): Buffer {
  const seed = createHash('sha256').update(name).digest();
  const bytes = Buffer.alloc(length, seed);
  bytes.write(name);
  return bytes;
}

/** Writes a data folder as `renkei build` would. */
export function makeBuild(folder: string, drafts: readonly PackDraft[]): readonly LibraryEntry[] {
  mkdirSync(folder, { recursive: true });
  const entries = drafts.map((draft) => writePack(folder, draft));
  writeFileSync(join(folder, 'library.json'), formatLibrary({ packs: entries }));
  return entries;
}

function writePack(folder: string, draft: PackDraft): LibraryEntry {
  const { id, kind, version, date = '2026-03-01', blobs = [], halls = [], words = '' } = draft;
  const file = join(folder, `${id}.draft`);
  const pack = startDraft(file, kind);
  pack.insert('pack', { pack_id: id, kind, version, content_date: date });
  pack.insert('pack_text', { pack_id: id, lang: 'ja', title: `${id}のパック`, summary: words });
  for (const [position, hall] of halls.entries()) {
    pack.insert('venue', { venue_id: hall, ward_id: null, is_hall: 1, position });
  }
  for (const bytes of blobs) {
    const hash = sha256(bytes);
    pack.insert('media', {
      media_id: hash,
      mime: 'image/webp',
      size_bytes: bytes.length,
      width: 1,
      height: 1,
    });
    put(join(folder, blobPath(hash)), bytes);
  }
  pack.finish();
  const bytes = readFileSync(file);
  rmSync(file);
  const entry = { packId: id as PackId, kind, version, sha256: sha256(bytes), sizeBytes: bytes.length };
  put(join(folder, packPath(entry)), bytes);
  return entry;
}

export function put(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

export type World = {
  readonly folder: string;
  readonly keys: string;
  readonly repo: string;
  readonly data: string;
  readonly root: Buffer;
  /** Builds and publishes; each call is one release. */
  readonly release: (drafts: readonly PackDraft[], nowMs?: number) => Promise<void>;
  /** One sync from the folder, with the world's root. */
  readonly sync: (options?: Partial<SyncOptions>) => Promise<SyncOutcome>;
  readonly remove: () => void;
};

/** @param signedMs when keys and releases are signed, unless a release says otherwise */
export async function makeWorld(rootKeys = 1, rootThreshold = 1, signedMs = NOW): Promise<World> {
  // Resolved: some systems keep their temporary folder behind a link.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'renkei-')));
  const [keys, repo, data] = ['keys', 'repo', 'data'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const passphraseFor = async (): Promise<string> => PHRASE;
  const options = { folder: keys, rootKeys, rootThreshold, passphraseFor, nowMs: signedMs, cost: CHEAP };
  const { rootFile } = await keysNew(options);
  const root = readFileSync(rootFile);
  let builds = 0;
  return {
    folder,
    keys,
    repo,
    data,
    root,
    release: async (drafts, nowMs = signedMs) => {
      builds += 1;
      const build = join(folder, `build-${builds}`);
      makeBuild(build, drafts);
      await publish({ repo, keys, builds: [build], nowMs, ask: passphraseFor });
    },
    sync: (more = {}) =>
      sync({
        dataDir: data,
        source: fromFolder(repo),
        clock: clockAt(signedMs),
        limits: QUICK,
        root,
        ...more,
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Ids and versions of what the data folder shows, or the faults that keep it from showing anything. */
export function shown(dataDir: string): readonly string[] {
  const opened = openLibrary(dataDir);
  if (!opened.ok) return opened.faults.map((fault) => `fault ${fault.code}`);
  const { library } = opened;
  const rows = library.all<{ readonly id: string; readonly version: number }>(
    'SELECT pack_id AS id, version FROM pack',
  );
  library.close();
  const faults = library.faults.map((fault) => `fault ${fault.code}`);
  return [...rows.map((row) => `${row.id} ${row.version}`), ...faults];
}
