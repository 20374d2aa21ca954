/**
 * What happens around the visitors: a server with a newer release than the kiosk has, which comes soon after the
 * start, and a midnight at which the hall changes its exhibition.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { tokyoTime } from '../../content/pack/days.ts';
import { serve } from '../bench/sync/run.ts';
import { makeOldHall } from '../setup/old-hall.ts';

const PHRASE = 'a soak signs nothing of worth';
/** scrypt's work factor: the keys live as long as the run. */
const CHEAP = 1_024;
/** Has the exhibition that comes with the new release until the end of that day. */
const HALL = 'kusei-kaikan';
const MIDNIGHT = '2020-12-25T00:00:00+09:00';

export type Scene = {
  readonly data: string;
  /** The kiosk's switches. */
  readonly args: readonly string[];
  readonly close: () => void;
};

/** @param midnightInMs from now until the exhibition changes */
export async function makeScene(midnightInMs: number): Promise<Scene> {
  const { folder, data, repo, release } = await makeOldHall(PHRASE, CHEAP);
  await release();
  const server = await serve(repo, join(folder, 'requests'));
  const now = tokyoTime(Date.parse(MIDNIGHT) - midnightInMs);
  return {
    data,
    args: ['--venue', HALL, '--now', now, '--sync-from', server.url],
    close: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
