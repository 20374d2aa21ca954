/**
 * Notices that npm has been ended. npm runs scripts through a shell, and when npm alone gets a
 * signal (from a service manager or a test harness) neither the shell nor we hear of it: the kiosk
 * would stay behind with nobody to end it. Linux only; elsewhere nothing is noticed.
 */
import { readFileSync } from 'node:fs';

const CHECK_MS = 500;

/** Calls `tell` once when the npm that started us is gone. Does nothing when npm did not start us. */
export function whenCallerIsGone(tell: () => void): void {
  if (process.platform !== 'linux' || process.env['npm_lifecycle_event'] === undefined) return;
  const started = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === started) return;
    clearInterval(watch);
    tell();
  }, CHECK_MS);
  watch.unref();
}

/** Our parent and, when that is npm's shell, npm itself: '812 811'. Orphans are given another parent. */
function ancestors(): string {
  const parent = process.ppid;
  return isShell(parent) ? `${parent} ${parentOf(parent)}` : String(parent);
}

function isShell(pid: number): boolean {
  return /^(ba|da)?sh$/.test(read(pid, 'comm').trim());
}

function parentOf(pid: number): string {
  const stat = read(pid, 'stat');
  // The second field is a name in brackets that may hold spaces; state and parent follow it.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '';
}

function read(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
