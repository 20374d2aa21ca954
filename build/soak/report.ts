/** The report of a soak: a table of all looks (CSV), pictures of the curves (SVG), and what they say. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tokyoDay } from '../../content/pack/days.ts';
import { type Curve, drawChart } from '../chart.ts';
import { type Held, KINDS, type Memory } from './looks.ts';
import { grows, type Trend, trendOf } from './trend.ts';

export type Look = {
  /** Sessions that had ended. */
  readonly session: number;
  /** Since the first visitor came. */
  readonly atMs: number;
  readonly memory: Memory;
  readonly held: Held;
  /** Frames of the session before this look, ms. */
  readonly frameP95Ms: number;
  readonly frameMaxMs: number;
  /** So far. */
  readonly errors: number;
  readonly restarts: number;
  readonly axe: number;
  /** What happened since the last look: `sync`, `rotation`. */
  readonly events: string;
};

export type Verdict = {
  readonly name: string;
  readonly trend: Trend | null;
  readonly grows: boolean;
};

/** Where the kiosk has warmed up: everything was loaded once, every cache has its size. */
const WARM_SESSIONS = 500;
const WARM_SHARE = 0.2;

const MEASURES: Readonly<Record<string, (look: Look) => number>> = {
  'memory of all processes': ({ memory }) => totalOf(memory),
  'memory of main': ({ memory }) => memory.main,
  'memory of renderer': ({ memory }) => memory.renderer,
  'JS heap': ({ held }) => held.heapBytes,
  'DOM nodes': ({ held }) => held.nodes,
  listeners: ({ held }) => held.listeners,
};

export function totalOf(memory: Memory): number {
  return KINDS.reduce((sum, kind) => sum + memory[kind], 0);
}

/** From session 500, or from the fifth part of a shorter run. */
export function verdictsOf(looks: readonly Look[]): readonly Verdict[] {
  const last = looks.at(-1)?.session ?? 0;
  const from = Math.min(WARM_SESSIONS, Math.ceil(last * WARM_SHARE));
  const warm = looks.filter(({ session }) => session >= from);
  return Object.entries(MEASURES).map(([name, of]) => {
    const trend = trendOf(warm.map((look) => ({ x: look.session, y: of(look) })));
    return { name, trend, grows: grows(trend) };
  });
}

export function csvOf(looks: readonly Look[]): string {
  const head = [
    'session',
    'seconds',
    ...KINDS.map((kind) => `${kind}_mb`),
    'total_mb',
    'heap_mb',
    'nodes',
    'listeners',
    'frame_p95_ms',
    'frame_max_ms',
    'errors',
    'restarts',
    'axe',
    'events',
  ];
  const rows = looks.map(({ session, atMs, memory, held, ...look }) => [
    session,
    Math.round(atMs / 1000),
    ...KINDS.map((kind) => megabytes(memory[kind])),
    megabytes(totalOf(memory)),
    megabytes(held.heapBytes),
    held.nodes,
    held.listeners,
    Math.round(look.frameP95Ms),
    Math.round(look.frameMaxMs),
    look.errors,
    look.restarts,
    look.axe,
    look.events,
  ]);
  return `${[head, ...rows].map((row) => row.join(',')).join('\n')}\n`;
}

/** @param note what was run, where and when */
export function pictureOf(looks: readonly Look[], note: readonly [ja: string, en: string]): string {
  const curve = (ja: string, en: string, of: (look: Look) => number): Curve => ({
    name: [ja, en],
    points: looks.map((look) => [look.session, of(look)]),
  });
  return drawChart({
    title: ['つづけて使ったときのキオスク', 'A kiosk in lasting use'],
    note,
    marks: looks.flatMap(({ session, events }) =>
      events === '' ? [] : [{ at: session, name: markOf(events) }],
    ),
    across: ['来館者の数', 'visits'],
    panels: [
      {
        title: ['メモリ（プロセスごと）', 'Memory by process'],
        unit: 'MB',
        curves: [
          curve('すべて', 'all processes', ({ memory }) => megabytes(totalOf(memory))),
          curve('画面', 'renderer', ({ memory }) => megabytes(memory.renderer)),
          curve('本体', 'main', ({ memory }) => megabytes(memory.main)),
          curve('描画', 'graphics', ({ memory }) => megabytes(memory.gpu)),
        ],
      },
      {
        title: ['画面のプログラムが持っているもの', 'Held by the page'],
        unit: 'MB',
        curves: [curve('JSのメモリ', 'JS heap', ({ held }) => megabytes(held.heapBytes))],
      },
      {
        title: ['画面の部品の数', 'Pieces of the page'],
        unit: '',
        curves: [
          curve('部品', 'DOM nodes', ({ held }) => held.nodes),
          curve('操作の受け手', 'listeners', ({ held }) => held.listeners),
        ],
      },
      {
        title: ['画面の1コマにかかった時間', 'Time of a frame'],
        unit: 'ms',
        curves: [curve('20コマに19コマ', '95th percentile', ({ frameP95Ms }) => Math.round(frameP95Ms))],
      },
    ],
  });
}

function markOf(events: string): readonly [ja: string, en: string] {
  const of = (event: string) => events.includes(event);
  if (of('sync') && of('rotation')) return ['更新・展示替え', 'sync, new exhibition'];
  return of('sync') ? ['更新', 'sync'] : ['展示替え', 'new exhibition'];
}

/** Lines for the terminal and the README. */
export function summaryOf(looks: readonly Look[], verdicts: readonly Verdict[]): string {
  return verdicts
    .map(({ name, trend, grows: bad }) => {
      if (trend === null) return `  ${name}: ${looks.length} looks, too few to tell`;
      const growth = `${trend.growth >= 0 ? '+' : ''}${(100 * trend.growth).toFixed(1)} %`;
      const { points, slopeFrom, slopeTo, z } = trend;
      const between = [slopeFrom, slopeTo].map((slope) => per1000(name, slope)).join(' .. ');
      return `  ${name}: ${growth} over ${points} looks; per 1,000 visits ${per1000(name, trend.slope)} (99 %: ${between}; Mann-Kendall z ${z.toFixed(2)})${bad ? ' GROWS' : ''}`;
    })
    .join('\n');
}

/** A slope in what one thinks in: MB for bytes, pieces for the rest. */
function per1000(name: string, slope: number): string {
  const isBytes = name.startsWith('memory') || name === 'JS heap';
  const value = (slope * 1000) / (isBytes ? 1024 ** 2 : 1);
  return `${value >= 0 ? '+' : ''}${value.toFixed(1)}${isBytes ? ' MB' : ''}`;
}

/** Writes soak.csv and soak.svg. */
export function writeReport(folder: string, looks: readonly Look[], nowMs: number): void {
  const { session = 0, atMs = 0 } = looks.at(-1) ?? {};
  const [count, minutes, day] = [session.toLocaleString('en'), Math.round(atMs / 60_000), tokyoDay(nowMs)];
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'soak.csv'), csvOf(looks));
  const note = [
    `来館者${count}人、${minutes}分間、${day}時点`,
    `${count} visits in ${minutes} minutes, as of ${day}`,
  ] as const;
  writeFileSync(join(folder, 'soak.svg'), pictureOf(looks, note));
}

function megabytes(bytes: number): number {
  return Number((bytes / 1024 ** 2).toFixed(1));
}
