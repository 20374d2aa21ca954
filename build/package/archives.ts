/**
 * The .tar.gz and the .deb of an unpacked Linux app, made with the `tar` and `dpkg-deb` of the system.
 * electron-builder would download tools of its own from GitHub for them; these are on every Debian and Ubuntu.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../setup/failure.ts';

export const ARCHIVES = ['tar.gz', 'deb'] as const;
export type ArchiveKind = (typeof ARCHIVES)[number];

/** From package.json. */
export type App = { readonly version: string; readonly description: string; readonly author: string };

/** Where hall/install.sh puts the app, too. */
const INSTALLED = 'opt/renkei-kiosk';
/** Chromium's own sandbox helper, for machines without user namespaces: root's, with the setuid bit. */
const SANDBOX = 'chrome-sandbox';
/** Debian 13 and Ubuntu 24.04 renamed libraries with 64-bit time. */
const DEPENDS = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libatk-bridge2.0-0']
  .map((name) => `${name} | ${name}t64`)
  .join(', ');

/** Node's names of machines -> Debian's. */
const DEBIAN_ARCH: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' };

/**
 * Packs `unpacked` into `out`.
 *
 * @param arch Node's name of the machine
 * @returns path of the file
 * @throws {Failure} package-tool: `tar` or `dpkg-deb` is missing or failed
 */
export function makeArchive(
  kind: ArchiveKind,
  unpacked: string,
  { out, app, arch }: { readonly out: string; readonly app: App; readonly arch: string },
): string {
  return kind === 'deb' ? makeDeb(unpacked, out, app, arch) : makeTarball(unpacked, out, app, arch);
}

function makeTarball(unpacked: string, out: string, { version }: App, arch: string): string {
  const name = `renkei-kiosk-${version}-linux-${arch}`;
  const file = join(out, `${name}.tar.gz`);
  run('tar', [
    '--sort=name',
    '--owner=0',
    '--group=0',
    '--numeric-owner',
    `--transform=s,^\\.,${name},`,
    '-czf',
    file,
    '-C',
    unpacked,
    '.',
  ]);
  return file;
}

function makeDeb(unpacked: string, out: string, app: App, arch: string): string {
  const debian = DEBIAN_ARCH[arch] ?? arch;
  const file = join(out, `renkei-kiosk-${app.version}-linux-${debian}.deb`);
  const tree = mkdtempSync(join(tmpdir(), 'renkei-deb-'));
  try {
    chmodSync(tree, 0o755);
    mkdirSync(join(tree, 'opt'));
    cpSync(unpacked, join(tree, INSTALLED), { recursive: true, verbatimSymlinks: true });
    const sandbox = join(tree, INSTALLED, SANDBOX);
    if (existsSync(sandbox)) chmodSync(sandbox, 0o4755);
    mkdirSync(join(tree, 'DEBIAN'));
    writeFileSync(join(tree, 'DEBIAN', 'control'), control(app, debian));
    run('dpkg-deb', ['--root-owner-group', '-Zgzip', '--build', tree, file]);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
  return file;
}

/** https://www.debian.org/doc/debian-policy/ch-controlfields.html */
function control({ version, description, author }: App, arch: string): string {
  return [
    'Package: renkei-kiosk',
    `Version: ${version}`,
    `Architecture: ${arch}`,
    `Maintainer: ${author}`,
    'Section: education',
    'Priority: optional',
    `Depends: ${DEPENDS}`,
    `Description: ${description}`,
    ' To make this machine a kiosk: sudo /opt/renkei-kiosk/hall/install.sh --venue <id>',
    '',
  ].join('\n');
}

function run(program: string, words: readonly string[]): void {
  const { status, stderr, error } = spawnSync(program, words, { encoding: 'utf8' });
  if (status === 0) return;
  throw new Failure(
    'package-tool',
    `${program} でまとめられませんでした。${(error?.message ?? stderr).trim()}`,
    `Debian か Ubuntu で行ってください（${program === 'tar' ? 'tar' : 'dpkg'} が要ります）。`,
  );
}
