/**
 * What happens around the visitors: a server with a newer release than the kiosk has, which comes soon after the
 * start, and a midnight at which the hall changes its exhibition.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatLibrary, LIBRARY_FILE, packPath, parseLibrary } from '../../content/pack/library.ts';
import { keysNew } from '../../content/publish/manage.ts';
import { publish } from '../../content/publish/publish.ts';
import { fromFolder } from '../../content/sync/from-folder.ts';
import { LIMITS } from '../../content/sync/source.ts';
import { sync } from '../../content/sync/sync.ts';
import { type Served, serve } from '../bench/sync/run.ts';
import { DATA } from '../setup/places.ts';

const PHRASE = 'a soak signs nothing of worth';
/** scrypt's work factor: the keys live as long as the run. */
const CHEAP = 1_024;
/** Comes with the new release; the hall has it until the end of that day. */
const COMING = 'exhibition-hiroshima-9';
const HALL = 'kusei-kaikan';
const MIDNIGHT = '2020-12-25T00:00:00+09:00';
/** Tokyo's clock is so far ahead of UTC. */
const TOKYO_MS = 9 * 3_600_000;

export type Scene = {
  readonly data: string;
  /** The kiosk's switches. */
  readonly args: readonly string[];
  readonly close: () => void;
};

/** @param midnightInMs from now until the exhibition changes */
export async function makeScene(midnightInMs: number): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-soak-'));
  // The kiosk may run as another user.
  chmodSync(folder, 0o755);
  const [keys, repo, data, old] = ['keys', 'repo', 'data', 'old'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const ask = async (): Promise<string> => PHRASE;
  const nowMs = Date.now();
  const { rootFile } = await keysNew({
    folder: keys,
    rootKeys: 1,
    rootThreshold: 1,
    passphraseFor: ask,
    nowMs,
    cost: CHEAP,
  });
  mkdirSync(old);
  copyWithout(COMING, old);
  await publish({ repo, keys, builds: [old], nowMs, ask });
  const first = await sync({
    dataDir: data,
    source: fromFolder(repo),
    clock: { nowMs: Date.now, monotonicMs: () => performance.now() },
    root: readFileSync(rootFile),
    limits: { ...LIMITS, floorBytes: 0 },
  });
  if (!first.ok) throw new Error(`${first.refusal.code}: ${first.refusal.detail}`);
  await publish({ repo, keys, builds: [DATA], nowMs: nowMs + 1_000, ask });
  const server: Served = await serve(repo, join(folder, 'requests'));
  const now = `${new Date(Date.parse(MIDNIGHT) - midnightInMs + TOKYO_MS).toISOString().slice(0, 19)}+09:00`;
  return {
    data,
    args: ['--venue', HALL, '--now', now, '--sync-from', server.url],
    close: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built default content without one pack. */
function copyWithout(packId: string, folder: string): void {
  cpSync(DATA, folder, { recursive: true });
  const packs = parseLibrary(readFileSync(join(folder, LIBRARY_FILE), 'utf8'))?.packs ?? [];
  for (const pack of packs) if (pack.packId === packId) rmSync(join(folder, packPath(pack)));
  const rest = packs.filter((pack) => pack.packId !== packId);
  writeFileSync(join(folder, LIBRARY_FILE), formatLibrary({ packs: rest }));
}
