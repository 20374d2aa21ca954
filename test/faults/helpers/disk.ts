/**
 * A disk of its own for a test, in an image file: full, read-only or without power, while the machine's
 * disk stays as it is. Needs root and loop mounts; elsewhere the reason is printed and the test skipped.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type FileSystem = {
  readonly name: string;
  readonly make: readonly string[];
  readonly options: string;
};

/** Names may become durable long before the bytes they stand for: the harshest ext4 there is. */
export const HARSH_EXT4: FileSystem = {
  name: 'ext4, data=writeback, noauto_da_alloc',
  make: ['mkfs.ext4', '-q', '-F'],
  options: 'loop,data=writeback,noauto_da_alloc',
};
export const EXT4: FileSystem = { name: 'ext4', make: ['mkfs.ext4', '-q', '-F'], options: 'loop' };
export const XFS: FileSystem = { name: 'xfs', make: ['mkfs.xfs', '-q', '-f'], options: 'loop' };

export type Disk = {
  readonly folder: string;
  /** Makes everything durable. */
  readonly flush: () => void;
  /** As after a power cut: what the journal has is brought to its end, everything else is gone. */
  readonly remount: (options?: string) => void;
  readonly remove: () => void;
};

/** @param sizeBytes the image is sparse; only what is written costs room */
export function makeDisk(system: FileSystem, sizeBytes: number): Disk {
  const home = mkdtempSync(join(tmpdir(), 'renkei-disk-'));
  const image = join(home, 'image');
  const folder = join(home, 'mounted');
  mkdirSync(folder);
  writeFileSync(image, '');
  truncateSync(image, sizeBytes);
  const [program = '', ...args] = system.make;
  run(program, [...args, image]);
  const mount = (options = system.options): void => run('mount', ['-o', options, image, folder]);
  try {
    mount();
  } catch (error) {
    rmSync(home, { recursive: true });
    throw error;
  }
  return {
    folder,
    flush: () => run('sync', ['-f', folder]),
    remount: (options) => {
      run('umount', [folder]);
      mount(options);
    },
    remove: () => {
      run('umount', [folder]);
      rmSync(home, { recursive: true });
    },
  };
}

/** A disk in memory that is full at exactly `sizeBytes`. */
export function makeSmallDisk(sizeBytes: number): Disk {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-small-'));
  run('mount', ['-t', 'tmpfs', '-o', `size=${sizeBytes}`, 'tmpfs', folder]);
  return {
    folder,
    flush: () => undefined,
    remount: (options = 'rw') => run('mount', ['-o', `remount,${options}`, folder]),
    remove: () => {
      run('umount', [folder]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** @returns why a disk of that kind cannot be had here; undefined when it can */
export function whyNoDisk(system: FileSystem): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return 'mounting needs Linux and root';
  try {
    makeDisk(system, MOST_BYTES).remove();
    return undefined;
  } catch (error) {
    return `${system.name}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Room for the floor that a sync leaves free (500 MB) and for what the tests write. */
export const MOST_BYTES = 900_000_000;

function run(program: string, args: readonly string[]): void {
  const ran = spawnSync(program, args, { encoding: 'utf8' });
  if (ran.error !== undefined) throw new Error(`${program}: ${ran.error.message}`);
  if (ran.status !== 0) throw new Error(`${program}: ${ran.stderr.trim()}`);
}
