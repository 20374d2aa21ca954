/** One writer at a time in a folder, also after a crash of the one before. */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf, makeFolder } from './disk.ts';

type Holder = { readonly pid: number; readonly life: string; readonly token: string };

/** A lock without readable content is being written, or was when the power went. */
const UNWRITTEN_MS = 10_000;

/**
 * Takes the folder's lock.
 *
 * @param folder absolute; made when missing
 * @returns      gives the lock back; undefined when a living process holds it
 */
export function takeLock(folder: string, nowMs: number): (() => void) | undefined {
  makeFolder(folder);
  const path = join(folder, 'lock');
  const token = randomUUID();
  const mine: Holder = { pid: process.pid, life: lifeOf(process.pid), token };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (create(path, mine)) return () => release(path, token);
    const holder = read(path);
    if (holder === undefined ? isFresh(path, nowMs) : isAlive(holder)) return undefined;
    if (!removeStale(path, holder, join(folder, `lock.${token}`))) break;
  }
  return undefined;
}

/**
 * Renames the stale lock away before it is removed, and looks at what it got: of two that found the same
 * stale lock, the slower one may hold the other's new lock in its hands and puts it back.
 */
function removeStale(path: string, stale: Holder | undefined, aside: string): boolean {
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return true;
    throw error;
  }
  const right = read(aside)?.token === stale?.token;
  try {
    if (!right) linkSync(aside, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
  return right;
}

function create(path: string, mine: Holder): boolean {
  let handle: number;
  try {
    handle = openSync(path, 'wx');
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(handle, JSON.stringify(mine));
  } finally {
    closeSync(handle);
  }
  return true;
}

function release(path: string, token: string): void {
  if (read(path)?.token === token) rmSync(path, { force: true });
}

function read(path: string): Holder | undefined {
  try {
    const raw = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    const { pid, life, token } = raw;
    return pid === undefined || life === undefined || token === undefined ? undefined : { pid, life, token };
  } catch {
    return undefined;
  }
}

function isFresh(path: string, nowMs: number): boolean {
  const writtenMs = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  return writtenMs !== undefined && Math.abs(nowMs - writtenMs) < UNWRITTEN_MS;
}

function isAlive({ pid, life }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    if (codeOf(error) !== 'EPERM') return false;
  }
  return lifeOf(pid) === life;
}

/**
 * Tells a process from a later one that got the same number: boot and start time on Linux. Elsewhere
 * empty, and the number alone decides.
 */
function lifeOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Field 22, start time; the name in field 2 may hold spaces and brackets.
    return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''}`;
  } catch {
    return '';
  }
}
