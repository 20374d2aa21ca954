/**
 * A hall that shows the release before the newest: a repository that real keys signed, a data folder synced from it.
 * The newest release is the built default content, with one exhibition more; whoever asked publishes it when it
 * should come. For end-to-end tests and the soak.
 */
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatLibrary, LIBRARY_FILE, packPath, parseLibrary } from '../../content/pack/library.ts';
import { keysNew } from '../../content/publish/manage.ts';
import { publish } from '../../content/publish/publish.ts';
import { fromFolder } from '../../content/sync/from-folder.ts';
import { sync } from '../../content/sync/sync.ts';
import { DATA } from './places.ts';

/** The exhibition that only the newest release has. */
export const COMING = 'exhibition-hiroshima-9';

export type OldHall = {
  readonly folder: string;
  /** What the kiosk shows. */
  readonly data: string;
  readonly repo: string;
  readonly keys: string;
  /** Adds the packs of a built folder to the release; the built default content when left out. */
  readonly release: (build?: string) => Promise<void>;
};

/**
 * The built default content must be there.
 *
 * @param phrase of the keys
 * @param cost   scrypt's work factor; keys that live as long as a run need little
 */
export async function makeOldHall(phrase: string, cost: number): Promise<OldHall> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-hall-'));
  // The kiosk may run as another user.
  chmodSync(folder, 0o755);
  const place = (name: string): string => join(folder, name);
  const [keys, repo, data, old] = [place('keys'), place('repo'), place('data'), place('old')];
  const ask = async (): Promise<string> => phrase;
  const release = async (build = DATA): Promise<void> => {
    await publish({ repo, keys, builds: [build], nowMs: Date.now(), ask });
  };
  const { rootFile } = await keysNew({
    folder: keys,
    rootKeys: 1,
    rootThreshold: 1,
    passphraseFor: ask,
    nowMs: Date.now(),
    cost,
  });
  withoutTheComing(old);
  await release(old);
  const first = await sync({
    dataDir: data,
    source: fromFolder(repo),
    clock: { nowMs: () => Date.now(), monotonicMs: () => performance.now() },
    root: readFileSync(rootFile),
    limits: { floorBytes: 0 },
  });
  if (!first.ok) throw new Error(`${first.refusal.code}: ${first.refusal.detail}`);
  return { folder, data, repo, keys, release };
}

function withoutTheComing(folder: string): void {
  cpSync(DATA, folder, { recursive: true });
  const packs = parseLibrary(readFileSync(join(folder, LIBRARY_FILE), 'utf8'))?.packs ?? [];
  for (const pack of packs) if (pack.packId === COMING) rmSync(join(folder, packPath(pack)));
  const rest = packs.filter((pack) => pack.packId !== COMING);
  writeFileSync(join(folder, LIBRARY_FILE), formatLibrary({ packs: rest }));
}
