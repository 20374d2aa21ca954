/**
 * What happens around the visitors: a server with a newer release than the kiosk has, taken soon after the start, and
 * a midnight at which the hall changes to an exhibition that only that release has.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, tokyoDay, tokyoTime } from '../../content/pack/days.ts';
import type { Day } from '../../content/pack/types.ts';
import { publishProgram } from '../../content/publish/program.ts';
import { readExhibition } from '../../content/store/exhibitions.ts';
import { openLibrary } from '../../content/store/library.ts';
import { serve } from '../bench/sync/run.ts';
import { makeOldHall } from '../setup/old-hall.ts';
import { DATA } from '../setup/places.ts';

const PHRASE = 'a soak signs nothing of worth';
/** scrypt's work factor: the keys live as long as the run. */
const CHEAP = 1_024;
const HALL = 'kusei-kaikan';
const EXHIBITION = 'hiroshima-9';
const STAYS_DAYS = 20;

export type Scene = {
  readonly data: string;
  /** The kiosk's switches. */
  readonly args: readonly string[];
  /** Title of the exhibition that the new release announces and that midnight opens. */
  readonly coming: string;
  readonly close: () => void;
};

/** @param midnightInMs from now until the exhibition changes */
export async function makeScene(midnightInMs: number): Promise<Scene> {
  const { folder, data, repo, keys, release } = await makeOldHall(PHRASE, CHEAP);
  await release();
  const nowMs = Date.now();
  const today = tokyoDay(nowMs);
  // A day that is sure to lie ahead of the signatures: no earlier clock is believed.
  const first = addDays(today, 2);
  const stay = { exhibition: EXHIBITION, venue: HALL, first, last: addDays(first, STAYS_DAYS) };
  await publishProgram({
    repo,
    keys,
    nowMs,
    today,
    ask: async () => PHRASE,
    draft: {
      version: null,
      date: null,
      title: { ja: '巡回計画' },
      stays: [{ ...stay, opening: null, note: null, screenOnly: false }],
    },
  });
  const server = await serve(repo, join(folder, 'requests'));
  const now = tokyoTime(Date.parse(`${first}T00:00:00+09:00`) - midnightInMs);
  return {
    data,
    args: ['--venue', HALL, '--now', now, '--sync-from', server.url],
    coming: titleOn(first),
    close: () => {
      server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function titleOn(today: Day): string {
  const opened = openLibrary(DATA);
  if (!opened.ok) throw new Error(`default content: ${JSON.stringify(opened.faults)}`);
  try {
    const view = readExhibition(opened.library, 'ja', { venueId: HALL, today }, EXHIBITION);
    if (view === null) throw new Error(`${EXHIBITION} is not in the default content`);
    return view.title;
  } finally {
    opened.library.close();
  }
}
