/**
 * A fleet of kiosks and one server: real nginx on this machine, the real sync client, a data folder per kiosk.
 * First sync, a day on which nothing is new, a day with a new release. What the server sent is counted by
 * the server. One kiosk left behind ends the measurement.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseLibrary } from '../../content/pack/library.ts';
import type { Runtime } from '../electron/runtime.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { type Day, dayOf, type Fleet, sum } from './fleet/day.ts';
import { startNginx, whyNoNginx } from './sync/nginx.ts';
import { makeWorld } from './sync/world.ts';

/** What a hall holds is larger; every byte of it is fetched once per kiosk whatever its size. */
const SIZES = { short: { kiosks: 200, bytes: 2_000_000 }, long: { kiosks: 200, bytes: 50_000_000 } } as const;
/** A first sync may move this much more than the content: metadata and lists. */
const MOST_OVERHEAD = 1.05;
const DAILY_REQUESTS = 4;

export async function benchFleet(_runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const missing = whyNoNginx();
  if (missing !== undefined) {
    say(`  fleet: ${missing}`);
    return [];
  }
  return measureFleet(SIZES[long ? 'long' : 'short'], say);
}

type Size = { readonly kiosks: number; readonly bytes: number };

/** Leaves nothing behind. @throws Error when a kiosk was left behind */
export async function measureFleet({ kiosks, bytes }: Size, say: Say): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-fleet-'));
  // nginx may run as another user.
  chmodSync(folder, 0o755);
  const world = await makeWorld(join(folder, 'world'), bytes);
  const rootFile = join(folder, 'root.json');
  writeFileSync(rootFile, world.root);
  const server = await startNginx(world.repo);
  const fleet: Fleet = { kiosks, folder, rootFile, server };
  try {
    const told = (what: string, day: Day): Day => {
      const seconds = (day.ms / 1000).toFixed(1);
      const megabytes = (day.bytes / 1e6).toFixed(1);
      say(`  fleet: ${what}: ${kiosks}台、${day.requests}回、${megabytes} MB、${seconds} 秒、取り残し 0台`);
      return day;
    };
    const first = told('はじめて', await dayOf(fleet));
    const same = told('変わりなし', await dayOf(fleet));
    const allowed = await world.changePhoto();
    const changed = told('写真1枚が新しい', await dayOf(fleet));
    return [
      ...firstFigures(first, bytes + packBytes(first)),
      ...dailyFigures(same),
      ...changeFigures(changed, allowed),
    ];
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true });
  }
}

/** Size of the packs of the set that all kiosks show. */
function packBytes({ visits }: Day): number {
  return sum((parseLibrary(visits[0]?.set ?? '')?.packs ?? []).map(({ sizeBytes }) => sizeBytes));
}

type Told = Omit<Parameters<typeof figureOf>[0], 'group'>;
const figure = (told: Told): Figure => figureOf({ group: 'fleet', ...told });
const perKiosk = (day: Day, of: 'bytes' | 'requests'): readonly number[] => [day[of] / day.visits.length];

function timeOfOne(name: string, day: Day): Figure {
  return figure({
    name: `${name}: time of one`,
    unit: 'ms',
    values: day.visits.map(({ ms }) => ms),
    yardstick: 'the fleet, shared out',
    yardstickValues: [day.ms / day.visits.length],
    aim: null,
  });
}

function firstFigures(day: Day, bytes: number): readonly Figure[] {
  const fleet = `first sync of ${day.visits.length} kiosks`;
  return [
    figure({
      name: `${fleet}: sent to each`,
      unit: 'bytes',
      values: perKiosk(day, 'bytes'),
      yardstick: 'pictures and packs',
      yardstickValues: [bytes],
      aim: MOST_OVERHEAD,
    }),
    timeOfOne(fleet, day),
  ];
}

function dailyFigures(day: Day): readonly Figure[] {
  const most = { yardstick: 'most allowed', yardstickValues: [DAILY_REQUESTS], aim: 1 };
  const name = `a day without news, ${day.visits.length} kiosks`;
  return [
    figure({
      name: `${name}: requests of each`,
      unit: 'requests',
      values: perKiosk(day, 'requests'),
      ...most,
    }),
    figure({
      name: `${name}: sent to each`,
      unit: 'bytes',
      values: perKiosk(day, 'bytes'),
      yardstick: 'one small picture',
      yardstickValues: [20_000],
      aim: 1,
    }),
    timeOfOne(name, day),
  ];
}

function changeFigures(day: Day, allowed: number): readonly Figure[] {
  return [
    figure({
      name: `one new photo, ${day.visits.length} kiosks: sent to each`,
      unit: 'bytes',
      values: perKiosk(day, 'bytes'),
      yardstick: 'photo and its pack',
      yardstickValues: [allowed],
      aim: MOST_OVERHEAD,
    }),
  ];
}
