/**
 * The official binary of the pinned `electron` package. The package carries only a downloader; the
 * binary comes from the project's release page, which many offices cannot reach. So the attempt is
 * bounded, quiet, and its failure is remembered for a day.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { withHeartbeat } from '../setup/say.ts';
import type { Runtime, RuntimeSearch } from './runtime.ts';

export type OfficialLimits = {
  /** Given up when not one byte arrived for so long. A slow line that keeps moving may take its time. */
  readonly stallMs: number;
  /** Given up after so long in any case. */
  readonly totalMs: number;
  /** A failure is not tried again before. */
  readonly rememberMs: number;
};

export const OFFICIAL_LIMITS: OfficialLimits = {
  stallMs: 20_000,
  totalMs: 15 * 60_000,
  rememberMs: 24 * 60 * 60_000,
};

const CHECK_MS = 500;

/** The binary that lies in node_modules already, or null. */
export function findOfficial(root: string): Runtime | null {
  const folder = join(root, 'node_modules', 'electron');
  // The downloader writes path.txt last, so its presence means a complete binary.
  const name = readText(join(folder, 'path.txt'));
  const version = pinnedVersion(root);
  if (name === null || version === null) return null;
  const path = join(folder, 'dist', name);
  const present = readText(join(folder, 'dist', 'version'))
    ?.trim()
    .replace(/^v/, '');
  return present === version && existsSync(path) ? { path, version, source: 'official' } : null;
}

/** Tries the package's own downloader. Null for every failure: there is another source. */
export async function downloadOfficial(search: RuntimeSearch): Promise<Runtime | null> {
  const { root, cache, env, say } = search;
  const limits = search.officialLimits ?? OFFICIAL_LIMITS;
  const script = join(root, 'node_modules', 'electron', 'install.js');
  const version = pinnedVersion(root);
  if (version === null || !existsSync(script)) return null;

  const memory = failureFile(cache, version, env);
  if (failedLately(memory, limits.rememberMs)) return null;
  say(`  公式の Electron ${version} を取得しています…`);
  const reason = await withHeartbeat(say, runDownloader(script, env, cache, limits));
  const found = reason === null ? findOfficial(root) : null;
  if (found) return found;
  writeFileSync(memory, `${reason ?? 'the downloader left no binary'}\n`);
  say('  公式の Electron は取得できませんでした。npm レジストリにある開発用の版を使います。');
  return null;
}

/** @returns null when the downloader ended well, else why not */
async function runDownloader(
  script: string,
  env: NodeJS.ProcessEnv,
  cache: string,
  limits: OfficialLimits,
): Promise<string | null> {
  mkdirSync(cache, { recursive: true });
  // A temp folder of its own, so that its growth shows whether bytes are arriving.
  const temp = mkdtempSync(join(cache, 'official-'));
  try {
    const child = spawn(process.execPath, [script], {
      env: { ...env, TMPDIR: temp, TMP: temp, TEMP: temp, ELECTRON_GET_NO_PROGRESS: '1' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    return await watch(child, temp, limits);
  } finally {
    rmSync(temp, { recursive: true, force: true });
  }
}

function watch(child: ChildProcess, temp: string, limits: OfficialLimits): Promise<string | null> {
  const started = Date.now();
  let lastBytes = 0;
  let lastGrowth = started;
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  return new Promise((resolve) => {
    const check = setInterval(() => {
      const bytes = sizeOf(temp);
      if (bytes !== lastBytes) lastGrowth = Date.now();
      lastBytes = bytes;
      const now = Date.now();
      if (now - lastGrowth > limits.stallMs) stop(`nothing arrived for ${limits.stallMs} ms`);
      else if (now - started > limits.totalMs) stop(`not finished after ${limits.totalMs} ms`);
    }, CHECK_MS);
    child.on('error', (error) => settle(error.message));
    child.on('close', (code) => settle(code === 0 ? null : errors.trim() || `exit code ${code}`));

    function stop(reason: string): void {
      errors = reason;
      child.kill('SIGKILL');
    }
    function settle(reason: string | null): void {
      clearInterval(check);
      resolve(reason);
    }
  });
}

/** One file per version and mirror: naming another mirror is a reason to try at once. */
function failureFile(cache: string, version: string, env: NodeJS.ProcessEnv): string {
  const mirror = env['ELECTRON_MIRROR'] ?? env['npm_config_electron_mirror'] ?? '';
  const tag = createHash('sha256').update(mirror).digest('hex').slice(0, 8);
  return join(cache, `official-${version}-${tag}.failed`);
}

function failedLately(memory: string, rememberMs: number): boolean {
  const written = statSync(memory, { throwIfNoEntry: false })?.mtimeMs;
  return written !== undefined && Math.abs(Date.now() - written) < rememberMs;
}

function pinnedVersion(root: string): string | null {
  const text = readText(join(root, 'node_modules', 'electron', 'package.json'));
  return text === null ? null : (JSON.parse(text) as { version: string }).version;
}

function readText(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Bytes in all files below a folder that others may be changing meanwhile. */
function sizeOf(folder: string): number {
  let total = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    total += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return total;
}
