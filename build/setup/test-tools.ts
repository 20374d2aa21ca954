/**
 * Programs that some tests need and the kiosk does not: attempts to escape type on a real X keyboard, sync is held
 * to a real nginx, power cuts to a real file system. Root on Debian and Ubuntu gets them installed; everybody else
 * is told, and those tests say why they are skipped.
 */
import { spawnSync } from 'node:child_process';
import { hasProgram } from './libraries.ts';
import type { Say } from './say.ts';

/** A program and the Debian package that brings it. */
const TOOLS: readonly (readonly [program: string, pack: string])[] = [
  ['xdotool', 'xdotool'],
  ['xwininfo', 'x11-utils'],
  ['xrandr', 'x11-xserver-utils'],
  ['xinput', 'xinput'],
  ['shellcheck', 'shellcheck'],
  ['systemd-analyze', 'systemd'],
  ['nginx', 'nginx-light'],
  ['xfs_io', 'xfsprogs'],
  ['mkfs.ext4', 'e2fsprogs'],
  ['gcc', 'gcc'],
];

const LIMIT_MS = 300_000;

/** Installs what is missing where it may. Never fails: a machine without them tests less and says so. */
export function bringTestTools(say: Say, uid: number | undefined): void {
  if (process.platform !== 'linux') return;
  const missing = TOOLS.filter(([program]) => !hasProgram(program)).map(([, pack]) => pack);
  if (missing.length === 0) return;
  if (uid === 0 && hasProgram('apt-get')) {
    say(`▶ 試験の道具を入れています (${missing.join(' ')})`);
    install(['libc6-dev', ...missing]);
  }
  const still = TOOLS.filter(([program]) => !hasProgram(program)).map(([, pack]) => pack);
  if (still.length > 0) say(`一部の試験は飛ばします。するには: sudo apt-get install -y ${still.join(' ')}`);
}

function install(packages: readonly string[]): void {
  const apt = (...words: readonly string[]) =>
    spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-qq', ...words], {
      stdio: 'ignore',
      timeout: LIMIT_MS,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
}
