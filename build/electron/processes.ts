/** The processes of one kiosk, told apart from every other Chromium on the machine. Linux only. */
import { readdirSync, readFileSync } from 'node:fs';

export type Process = {
  readonly pid: number;
  /** Arguments, separated by NUL. */
  readonly command: string;
  /** /proc/<pid>/status */
  readonly status: string;
  /** Process group; a kiosk's is the id of its main process. */
  readonly group: number;
};

/** All living processes of the kiosk whose main process is `leader`. */
export function groupOf(leader: number): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    const found = /^\d+$/.test(name) ? readProcess(name) : null;
    return found?.group === leader ? [found] : [];
  });
}

export function renderersOf(leader: number): Process[] {
  return groupOf(leader).filter(({ command }) => command.includes('--type=renderer'));
}

/** The kiosk's own helpers that run our code, not Chromium's. */
export function utilitiesOf(leader: number): Process[] {
  return groupOf(leader).filter(({ command }) => command.includes('node.mojom.NodeService'));
}

/** '2' when the kernel filters the process's system calls, '0' when it does not. */
export function seccompOf({ status }: Process): string | undefined {
  return /^Seccomp:\s*(\d)/m.exec(status)?.[1];
}

/**
 * Memory of a kiosk, bytes. Shared pages count in shares (PSS) where the system lets us look into every process, else
 * once per process (RSS), which is more than there is.
 */
export function memoryOf(leader: number): { readonly bytes: number; readonly by: 'PSS' | 'RSS' } {
  const all = groupOf(leader);
  const shares = all.map(({ pid }) => shareOf(pid));
  if (shares.every((bytes) => bytes !== null)) return { bytes: sum(shares), by: 'PSS' };
  return { bytes: sum(all.map(residentOf)), by: 'RSS' };
}

/** PSS of one process, bytes; null where the system does not let us look. */
export function shareOf(pid: number): number | null {
  try {
    return kibibytesIn(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), 'Pss');
  } catch {
    return null;
  }
}

/**
 * Share of one process without the files it has mapped, bytes: what it took for itself. Files are shared with every
 * other Chromium on the machine, so that their share changes with those. Null where the system does not let us look.
 */
export function ownShareOf(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return kibibytesIn(text, 'Pss_Anon') + kibibytesIn(text, 'Pss_Shmem');
  } catch {
    return null;
  }
}

/** RSS of one process, bytes. */
export function residentOf({ status }: Process): number {
  return kibibytesIn(status, 'VmRSS');
}

/** @returns bytes; 0 where the line is missing */
function kibibytesIn(text: string, name: string): number {
  return 1024 * Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0);
}

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((all, value) => all + (value ?? 0), 0);
}

/** @returns null for one that has ended, also when only its parent has not yet noticed */
function readProcess(pid: string): Process | null {
  try {
    const read = (file: string) => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    const stat = read('stat');
    const [state, , group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    return { pid: Number(pid), command: read('cmdline'), status: read('status'), group: Number(group) };
  } catch {
    return null;
  }
}
