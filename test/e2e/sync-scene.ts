/** A hall with last year's content, and a signed repository that has this year's: real keys, real HTTP. */
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA } from '../../build/setup/places.ts';
import { formatLibrary, LIBRARY_FILE, packPath, parseLibrary } from '../../content/pack/library.ts';
import { keysNew } from '../../content/publish/manage.ts';
import { publish } from '../../content/publish/publish.ts';
import { fromFolder } from '../../content/sync/from-folder.ts';
import { sync } from '../../content/sync/sync.ts';
import { type Served, serve } from '../content/sync/helpers/server.ts';
import { CHEAP, PHRASE } from '../content/sync/helpers/world.ts';

/** The exhibition that only the new release has. */
export const COMING = 'exhibition-hiroshima-9';

export type SyncScene = {
  readonly folder: string;
  /** What the kiosk shows, synced from the old release. */
  readonly data: string;
  /** The new release. */
  readonly repo: string;
  readonly keys: string;
  readonly server: Served;
  /** Adds the packs of a built folder to the release. */
  readonly release: (build: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

const ask = async (): Promise<string> => PHRASE;
const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now() };

/** The built default content must be there. */
export async function makeSyncScene(): Promise<SyncScene> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-e2e-'));
  // The kiosk may run as another user.
  chmodSync(folder, 0o755);
  const [keys, repo, data, old] = ['keys', 'repo', 'data', 'old'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const nowMs = Date.now();
  const { rootFile } = await keysNew({
    folder: keys,
    rootKeys: 1,
    rootThreshold: 1,
    passphraseFor: ask,
    nowMs,
    cost: CHEAP,
  });
  withoutTheComing(old);
  await publish({ repo, keys, builds: [old], nowMs, ask });
  const root = readFileSync(rootFile);
  const first = await sync({
    dataDir: data,
    source: fromFolder(repo),
    clock,
    root,
    limits: { floorBytes: 0 },
  });
  if (!first.ok) throw new Error(`${first.refusal.code} ${first.refusal.detail}`);
  const release = async (build: string): Promise<void> => {
    await publish({ repo, keys, builds: [build], nowMs: Date.now(), ask });
  };
  await release(DATA);
  const server = await serve(repo);
  return {
    folder,
    data,
    repo,
    keys,
    server,
    release,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function withoutTheComing(folder: string): void {
  cpSync(DATA, folder, { recursive: true });
  const manifest = parseLibrary(readFileSync(join(folder, LIBRARY_FILE), 'utf8'));
  const packs = manifest?.packs ?? [];
  for (const pack of packs) if (pack.packId === COMING) rmSync(join(folder, packPath(pack)));
  const rest = packs.filter((pack) => pack.packId !== COMING);
  writeFileSync(join(folder, LIBRARY_FILE), formatLibrary({ packs: rest }));
}
