/**
 * Is this kiosk all right? The facts are gathered elsewhere; here they become lines with a light each,
 * and the worst light answers the question.
 */

import { DAY_MS, tokyoDay } from '../../content/pack/days.ts';
import type { Fault } from '../../content/pack/refusal.ts';
import type { Day } from '../../content/pack/types.ts';
import type { Light, Readiness, ReadinessLine } from '../ipc/contract.ts';
import { trendOf } from './memory.ts';
import type { Signatures } from './signatures.ts';

export type Facts = {
  readonly today: Day;
  readonly nowMs: number;
  readonly clockBelieved: boolean;
  /** Packs that are shown; 0: nothing can be shown. */
  readonly shown: number;
  readonly faults: readonly Fault[];
  readonly signatures: Signatures;
  /** Null: could not be asked. */
  readonly freeBytes: number | null;
  readonly floorBytes: number;
  readonly memoryNowBytes: number;
  readonly memory: readonly number[];
  readonly update: { readonly atMs: number; readonly code: string } | null;
  readonly touch: { readonly day: Day; readonly missed: number } | null;
  readonly setAside: string | null;
};

/** Two weeks are enough for somebody to bring a stick. */
const DAYS_TO_LOOK = 14;
/** A hall's computer has 4 GB or more; beyond this something of ours is wrong. */
const MEMORY_TO_LOOK_BYTES = 1_200_000_000;
/** Free room, as a multiple of the floor, below which the next update may not fit. */
const ROOM_TO_LOOK = 3;

export function judge(facts: Facts): Readiness {
  const lines: readonly ReadinessLine[] = [
    packs(facts),
    signature(facts),
    daysLeft(facts),
    disk(facts),
    memory(facts),
    clock(facts),
    update(facts),
    touch(facts),
    memoryFile(facts),
  ];
  return { today: facts.today, overall: worst(lines), lines, memory: facts.memory };
}

function worst(lines: readonly ReadinessLine[]): Light {
  return (['act', 'look'] as const).find((light) => lines.some((line) => line.light === light)) ?? 'good';
}

function packs({ shown, faults }: Facts): ReadinessLine {
  const light = shown === 0 ? 'act' : faults.length > 0 ? 'look' : 'good';
  return { about: 'packs', light, shown, faults };
}

function signature({ signatures: { setId, newestSignedMs } }: Facts): ReadinessLine {
  const signedDay = newestSignedMs === null ? null : tokyoDay(newestSignedMs);
  return { about: 'signature', light: signedDay === null ? 'look' : 'good', setId, signedDay };
}

function daysLeft({ signatures: { expiresMs }, nowMs }: Facts): ReadinessLine {
  if (expiresMs === null) return { about: 'days-left', light: 'look', days: null, until: null };
  const days = Math.floor((expiresMs - nowMs) / DAY_MS);
  const light = days < 0 ? 'act' : days < DAYS_TO_LOOK ? 'look' : 'good';
  return { about: 'days-left', light, days, until: tokyoDay(expiresMs) };
}

function disk({ freeBytes, floorBytes }: Facts): ReadinessLine {
  const light =
    freeBytes === null || freeBytes < floorBytes
      ? 'act'
      : freeBytes < floorBytes * ROOM_TO_LOOK
        ? 'look'
        : 'good';
  return { about: 'disk', light, freeBytes, floorBytes };
}

function memory({ memory: samples, memoryNowBytes: nowBytes }: Facts): ReadinessLine {
  const trend = trendOf(samples);
  const light = trend === 'rising' || nowBytes > MEMORY_TO_LOOK_BYTES ? 'look' : 'good';
  return { about: 'memory', light, nowBytes, trend };
}

function clock({ clockBelieved, nowMs }: Facts): ReadinessLine {
  return { about: 'clock', light: clockBelieved ? 'good' : 'act', believed: clockBelieved, nowMs };
}

function update({ update: last }: Facts): ReadinessLine {
  if (last === null) return { about: 'update', light: 'look', atMs: null, code: null };
  const good = last.code === 'done' || last.code === 'unchanged';
  return { about: 'update', light: good ? 'good' : 'look', atMs: last.atMs, code: last.code };
}

function touch({ touch: last }: Facts): ReadinessLine {
  if (last === null) return { about: 'touch', light: 'look', day: null, missed: null };
  return { about: 'touch', light: last.missed === 0 ? 'good' : 'act', day: last.day, missed: last.missed };
}

function memoryFile({ setAside }: Facts): ReadinessLine {
  return { about: 'memory-file', light: setAside === null ? 'good' : 'look', file: setAside };
}
