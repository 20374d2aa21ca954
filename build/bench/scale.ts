/**
 * How the kiosk's work grows with its content: towns, records, media. Each size beside the smallest of its curve; with
 * `--long` the curves are drawn into `build/pictures/scale.svg`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawChart, type Panel } from '../chart.ts';
import type { Runtime } from '../electron/runtime.ts';
import { ROOT } from '../setup/places.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf, median } from './figures.ts';
import { type Size, writeBase } from './scale/base.ts';
import { kioskOn, onDisplay, withScreen } from './screen/open.ts';
import { switchOnce, twoSets } from './sync/activate.ts';
import { syncOnce } from './sync/run.ts';
import { makeWorld } from './sync/world.ts';

const SIZES = {
  short: { towns: [100, 1_741], records: [1_000, 10_000], media: [10e6, 40e6] },
  long: { towns: [100, 1_741, 10_000], records: [1_000, 10_000, 100_000], media: [10e6, 100e6, 1000e6] },
} as const;
/** Beside which the other is varied. */
const USUAL: Size = { towns: 1_741, records: 1_000 };
const SEED = 3;
const RUNS = 3;
/** Whole starts of the kiosk in Electron. */
const STARTS = 2;
/** Words searched for, of two and three letters. */
const WORDS = 60;

/** One measure at each size of a curve. */
type Row = { readonly at: number; readonly values: Readonly<Record<string, readonly number[]>> };

const UNITS: Readonly<Record<string, string>> = {
  'pack size': 'MB',
  'start to usable home': 'ms',
  'proving and opening': 'ms',
  'first look at the map': 'ms',
  'search, 95 %': 'ms',
  'memory of reading': 'MB',
  'first sync': 'ms',
  activation: 'ms',
  'memory of a sync': 'MB',
};

export async function benchScale(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const sizes = SIZES[long ? 'long' : 'short'];
  const folder = mkdtempSync(join(tmpdir(), 'renkei-scale-'));
  const told = (what: string, row: Row): Row => {
    const values = Object.entries(row.values).map(([name, all]) => `${name} ${median(all).toFixed(1)}`);
    say(`  scale: ${what} ${row.at.toLocaleString('en')}: ${values.join('、')}`);
    return row;
  };
  try {
    const [towns, records, media]: [Row[], Row[], Row[]] = [[], [], []];
    await onDisplay(async (display) => {
      const measure = (at: number, size: Size) => libraryAt(runtime, display, folder, at, size);
      for (const at of sizes.towns) towns.push(told('まち', await measure(at, { ...USUAL, towns: at })));
      for (const at of sizes.records)
        records.push(told('記事', await measure(at, { ...USUAL, records: at })));
    });
    for (const at of sizes.media) media.push(told('写真と映像', await mediaAt(folder, at)));
    if (long) writeFileSync(join(ROOT, 'build', 'pictures', 'scale.svg'), pictureOf(towns, records, media));
    return [...figures('towns', towns), ...figures('records', records), ...figures('bytes of media', media)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function libraryAt(
  runtime: Runtime,
  display: string | undefined,
  folder: string,
  at: number,
  size: Size,
): Promise<Row> {
  const base = writeBase(join(folder, `${size.towns}-${size.records}`), size, SEED);
  const words = base.titles.slice(0, WORDS).map((title, i) => title.slice(0, 2 + (i % 2)));
  const script = join(ROOT, 'build', 'bench', 'scale', 'opening.ts');
  const runs = Array.from({ length: RUNS }, () => {
    const args = ['--import', 'tsx', script, base.dataDir, JSON.stringify(words)];
    const ran = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return JSON.parse(ran.stdout) as Readonly<Record<'openMs' | 'mapMs' | 'searchMs' | 'rss', number>>;
  });
  const startMs: number[] = [];
  for (let run = 0; run < STARTS; run += 1) {
    const program = kioskOn(base.dataDir);
    startMs.push(await withScreen(runtime, program, display, async ({ usableMs }) => usableMs));
  }
  rmSync(base.dataDir, { recursive: true });
  return {
    at,
    values: {
      'pack size': [base.bytes / 1e6],
      'start to usable home': startMs,
      'proving and opening': runs.map(({ openMs }) => openMs),
      'first look at the map': runs.map(({ mapMs }) => mapMs),
      'search, 95 %': runs.map(({ searchMs }) => searchMs),
      'memory of reading': runs.map(({ rss }) => rss / 1e6),
    },
  };
}

async function mediaAt(folder: string, bytes: number): Promise<Row> {
  const world = await makeWorld(join(folder, 'media'), bytes);
  const rootFile = join(folder, 'root.json');
  writeFileSync(rootFile, world.root);
  const syncs = Array.from({ length: 3 }, () => {
    const cost = syncOnce(world.repo, join(folder, 'kiosk'), rootFile);
    rmSync(join(folder, 'kiosk'), { recursive: true });
    return cost;
  });
  rmSync(world.folder, { recursive: true });
  const data = await twoSets(join(folder, 'sets'), bytes);
  const activation = [];
  for (let run = 0; run < RUNS; run += 1) activation.push(switchOnce(data));
  rmSync(join(folder, 'sets'), { recursive: true });
  return {
    at: bytes,
    values: {
      'first sync': syncs.map(({ ms }) => ms),
      activation,
      'memory of a sync': syncs.map(({ grownBytes }) => grownBytes / 1e6),
    },
  };
}

/** Every measure at the largest size beside the smallest of the curve. */
function figures(of: string, rows: readonly Row[]): readonly Figure[] {
  const [smallest, largest] = [rows[0], rows.at(-1)];
  if (smallest === undefined || largest === undefined || smallest === largest) return [];
  return Object.entries(largest.values).map(([name, values]) =>
    figureOf({
      group: 'scale',
      name: `${name}, ${largest.at.toLocaleString('en')} ${of}`,
      unit: UNITS[name] ?? '',
      values,
      yardstick: `${smallest.at.toLocaleString('en')} ${of}`,
      yardstickValues: smallest.values[name] ?? [Number.NaN],
      aim: null,
    }),
  );
}

const IN_JAPANESE: Readonly<Record<string, string>> = {
  'pack size': 'パックの大きさ MB',
  'start to usable home': '起動 ms',
  'proving and opening': 'たしかめて開く ms',
  'first look at the map': '地図の最初 ms',
  'search, 95 %': 'さがす 95 % ms',
  'memory of reading': 'メモリ MB',
  'first sync': '最初の取り込み ms',
  activation: '切りかえ ms',
  'memory of a sync': 'メモリ MB',
};

function pictureOf(towns: readonly Row[], records: readonly Row[], media: readonly Row[]): string {
  const panel = (title: Panel['title'], rows: readonly Row[], per: number): Panel => ({
    title,
    unit: '',
    curves: Object.keys(rows[0]?.values ?? {}).map((name) => ({
      name: [IN_JAPANESE[name] ?? name, `${name}, ${UNITS[name] ?? ''}`] as const,
      points: rows.map(({ at, values }) => [at / per, Math.max(0.01, median(values[name] ?? [0]))] as const),
    })),
  });
  return drawChart({
    title: ['内容が増えると', 'As the content grows'],
    across: ['まちの数、記事の数、写真と映像のMB', 'towns, records, MB of media'],
    logarithmic: true,
    panels: [
      panel(['まち', 'Towns'], towns, 1),
      panel(['記事', 'Records'], records, 1),
      panel(['写真と映像', 'Media'], media, 1e6),
    ],
  });
}
