/**
 * One sync, from the first request to "updated". The same for kiosk, command line and tests; for a line
 * and for a stick. It either makes a whole, signed, proven set active in one instant, or leaves what was
 * there and says why.
 */
import type { SyncRefusal } from '../pack/sync-refusal.ts';
import { clearParts, collect } from './collect.ts';
import { sizeOf } from './fetch.ts';
import { activateAndRead, clearUp, keepOf, type OpenSet, openActive } from './finish.ts';
import { hashOfSet } from './library-file.ts';
import { makePackReader } from './pack-reader.ts';
import { packFile, programFile, stagingOf } from './places.ts';
import { type Prepared, prepare, type Roots, type SyncChange } from './prepare.ts';
import { type FreeBytes, freeBytes } from './room.ts';
import { placePacks, stageBlobs, stagePacks } from './stage.ts';
import { placeProgram, stageProgram } from './stage-program.ts';
import { run, type SyncRefusedOutcome, type Task, type TaskOptions } from './task.ts';
import type { Trust } from './trust.ts';
import { onDisk, refuseWhenCancelled } from './work.ts';

export type { SyncRefusedOutcome };

export type SyncOptions = TaskOptions &
  Roots & {
    /** Take the set even if staff went back from it before. */
    readonly again?: boolean;
    readonly free?: FreeBytes;
    readonly open?: OpenSet;
  };

/**
 * `updated`: the new set is active, was opened and read. `mended`: the same set, files that were missing
 * are back. `unchanged`: nothing to do. `held`: staff went back from this very set.
 */
export type SyncState = 'updated' | 'mended' | 'unchanged' | 'held';

export type SyncDone = {
  readonly ok: true;
  readonly state: SyncState;
  readonly changes: readonly SyncChange[];
  /** Bytes of packs and media that came over. */
  readonly bytes: number;
  readonly tookMs: number;
  /** Partners whose part stays as it was, and why. */
  readonly warnings: readonly SyncRefusal[];
  /** When the source's signature runs out, UTC ms. */
  readonly validUntilMs: number;
};

export type SyncOutcome = SyncDone | SyncRefusedOutcome;

/** Brings a data folder up to date. Never throws for what the source, the disk or staff do. */
export function sync(options: SyncOptions): Promise<SyncOutcome> {
  return run(options, async (task) => {
    const prepared = await prepare(task.work, task.dataDir, task.trust, options);
    const { changes, warnings, validUntilMs } = prepared;
    const state = stateOf(task, prepared, options.again === true);
    if (state === 'updated' || state === 'mended') await take(task, prepared, state, options);
    else await onDisk('', () => mendTrust(task.trust, prepared));
    const tookMs = task.work.clock.monotonicMs() - task.startMs;
    return { ok: true, state, changes, bytes: task.bytes(), tookMs, warnings, validUntilMs };
  });
}

/** What a sync would do. */
export type Plan = Pick<SyncDone, 'ok' | 'state' | 'changes' | 'warnings' | 'validUntilMs'> & {
  /** Bytes of the packs that would come. */
  readonly packBytes: number;
  /** Most bytes of pictures and films that would come; which of them are here is known only then. */
  readonly mediaBytesAtMost: number;
};

/** Looks at a source, fully verified, without taking anything: what staff are asked about. */
export function plan(options: SyncOptions): Promise<Plan | SyncRefusedOutcome> {
  return run(options, async (task) => {
    const prepared = await prepare(task.work, task.dataDir, task.trust, options);
    const { offer, changes, current, warnings, validUntilMs } = prepared;
    const here = new Set(current?.manifest.packs.map((pack) => pack.sha256));
    const coming = offer.packs.filter((pack) => !here.has(pack.sha256));
    return {
      ok: true,
      state: stateOf(task, prepared, options.again === true),
      changes,
      packBytes: coming.reduce((total, pack) => total + pack.sizeBytes, 0),
      mediaBytesAtMost: coming.reduce((total, pack) => total + pack.blobs.bytes, 0),
      warnings,
      validUntilMs,
    };
  });
}

function stateOf(task: Task, prepared: Prepared, again: boolean): SyncState {
  const { text, current, entries, program, seen } = prepared;
  const hash = hashOfSet(text);
  if (current?.text === text) {
    const whole = entries.every((pack) => sizeOf(packFile(task.dataDir, pack)) === pack.sizeBytes);
    const planned = program === undefined || sizeOf(programFile(task.dataDir, program)) === program.sizeBytes;
    return whole && planned && task.trust.proof(hash) !== undefined ? 'unchanged' : 'mended';
  }
  return seen.heldBack === hash && !again ? 'held' : 'updated';
}

/** The same set may be signed anew (another date, other keys): keep the newer signature. Torn verdicts go. */
function mendTrust(trust: Trust, { current, text, proof }: Prepared): void {
  if (!trust.verdictsAreWhole()) trust.keepVerdicts('', []);
  const hash = hashOfSet(text);
  if (current?.text === text && trust.proof(hash) !== proof) trust.keepProof(hash, proof);
}

async function take(task: Task, prepared: Prepared, state: SyncState, options: SyncOptions): Promise<void> {
  const { work, dataDir, trust, report, afterBreak } = task;
  const { entries, program, text, proof, seen } = prepared;
  const packs = await onDisk('', () => makePackReader(trust));
  const staging = { work, dataDir, report, free: options.free ?? freeBytes, packs, afterBreak };
  await stageProgram(staging, program);
  const blobs = await stagePacks(staging, entries);
  await onDisk('', () => {
    // Before room is measured: what given-up transfers and forgotten sets left does not count.
    clearParts(stagingOf(dataDir), new Set([...entries.map((pack) => pack.sha256), ...blobs.keys()]));
    collect(dataDir, keepOf(dataDir, packs, { packs: entries, program, blobs: blobs.keys() }));
  });
  await stageBlobs(staging, blobs);
  refuseWhenCancelled(work);
  report.begin('activating', 0, 0, 0);
  await placePacks(staging, entries);
  await placeProgram(staging, program);
  await onDisk('', () => {
    trust.keepProof(hashOfSet(text), proof);
    if (state === 'updated') {
      activateAndRead(dataDir, text, entries.length, packs.verdicts, options.open ?? openActive);
    }
    trust.remember({ ...seen, heldBack: state === 'updated' ? '' : seen.heldBack });
    clearUp(dataDir, trust, packs);
  });
}
