/** One writer at a time in a folder, also after a crash of the one before. */
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, listNames, makeFolder } from './disk.ts';

type Holder = { readonly pid: number; readonly life: string; readonly token: string };

/** Only where a lock cannot appear whole: one without readable content is being written, for so long. */
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
  const own = join(folder, `lock.${token}`);
  const mine: Holder = { pid: process.pid, life: lifeOf(process.pid), token };
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const result = create(path, mine, own);
    if (result === 'mine') {
      sweep(folder);
      return () => release(path, token);
    }
    const holder = read(path);
    // A lock that appears whole and cannot be read was torn by a power cut: nobody holds it.
    const unwritten = result === 'held-perhaps-unwritten' && isFresh(path, nowMs);
    if (holder === undefined ? unwritten : isAlive(holder)) return undefined;
    if (!removeStale(path, holder, own)) break;
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

/** Disks that know no second name for a file (FAT) say one of these. */
const NO_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EISDIR'];

/** Written under a name of its own and then linked: the lock appears whole or not at all. */
function create(path: string, mine: Holder, own: string): 'mine' | 'held' | 'held-perhaps-unwritten' {
  try {
    writeFileSync(own, JSON.stringify(mine), { flag: 'wx' });
    linkSync(own, path);
    return 'mine';
  } catch (error) {
    const code = codeOf(error);
    if (NO_LINKS.includes(code)) return createInPlace(path, mine) ? 'mine' : 'held-perhaps-unwritten';
    // ENOENT: whoever got the lock meanwhile swept ours away.
    if (code === 'EEXIST' || code === 'ENOENT') return 'held';
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function createInPlace(path: string, mine: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Removes what dead processes left of their attempts; one that lives may be holding another's lock. */
function sweep(folder: string): void {
  for (const name of listNames(folder).filter((one) => one.startsWith('lock.'))) {
    const holder = read(join(folder, name));
    if (holder === undefined || !isAlive(holder)) rmSync(join(folder, name), { force: true });
  }
}

function release(path: string, token: string): void {
  try {
    if (read(path)?.token === token) rmSync(path, { force: true });
  } catch {
    // The disk failed or became read-only: the lock is void as soon as this process ends.
  }
}

function read(path: string): Holder | undefined {
  try {
    const raw = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder>;
    const { pid, life, token } = raw;
    return pid === undefined || life === undefined || token === undefined ? undefined : { pid, life, token };
  } catch (error) {
    // A disk that fails to read it says nothing of who holds it.
    if (codeOf(error) !== '' && codeOf(error) !== 'ENOENT') throw error;
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
