/**
 * Starts a program in a process group of its own and sees to it that the whole group ends: when
 * asked, when our own process exits, and (on Linux) even when it is killed outright.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Part of util-linux; asks the kernel to kill the child when its parent dies. */
const SETPRIV = ['/usr/bin/setpriv', '/bin/setpriv'].find((path) => existsSync(path));

const living = new Set<number>();

process.on('exit', () => {
  for (const pid of living) killGroup(pid, 'SIGKILL');
});

/** Like `spawn`, with the child leading a group of its own. Never through a shell. */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const [program, before] = SETPRIV ? [SETPRIV, ['--pdeathsig', 'KILL', command]] : [command, []];
  const child = spawn(program, [...before, ...args], { ...options, detached: process.platform !== 'win32' });
  const { pid } = child;
  if (pid === undefined) return child;
  living.add(pid);
  child.once('exit', () => {
    // Helpers that outlive their leader would be orphans.
    killGroup(pid, 'SIGKILL');
    living.delete(pid);
  });
  return child;
}

/** Asks the leader to end, and after `graceMs` kills the whole group. Resolves when the leader is gone. */
export async function stopGroup(child: ChildProcess, graceMs: number): Promise<void> {
  const { pid } = child;
  if (pid === undefined || hasEnded(child)) return;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  child.kill('SIGTERM');
  const force = setTimeout(() => killGroup(pid, 'SIGKILL'), graceMs);
  await ended;
  clearTimeout(force);
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal);
  } catch {
    // ESRCH: nobody is left, which is what we want.
  }
}
