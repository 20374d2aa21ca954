/**
 * Makes `node_modules` match `package-lock.json`. Plain JavaScript without packages: it runs before
 * there are any. Nothing here touches the network when everything is in place.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ readonly message: string, readonly remedy: string }} Trouble */
/** @typedef {Record<string, { readonly version?: string, readonly optional?: boolean, readonly peer?: boolean, readonly devOptional?: boolean }>} LockedPackages */

/** Written into node_modules by us after a successful installation. */
const STAMP = '.renkei-installed';
const HEARTBEAT_MS = 15_000;

/**
 * Runs `npm ci` unless `node_modules` already fits.
 *
 * @param {string} root the repository
 * @returns {Promise<Trouble | null>} null when the packages are there
 */
export async function ensureDependencies(root) {
  if (areDependenciesInstalled(root)) return null;
  // `npm ci` would empty the folder behind the link, which is another repository's.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) {
    return {
      message: 'node_modules がほかの場所へのリンクで、中身が package-lock.json と合いません。',
      remedy: 'リンク先を守るため、何も変えませんでした。リンクを消してから、もう一度実行してください。',
    };
  }
  process.stderr.write('▶ 必要なパッケージを入れています。初回だけ数分かかります (installing packages)\n');
  const started = Date.now();
  const code = await npm(root, ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    return {
      message: `パッケージを入れられませんでした (npm ci: ${code})。上の npm の表示をご覧ください。`,
      remedy:
        'ネットワークとプロキシ (npm config get registry / proxy) を確かめて、もう一度実行してください。',
    };
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(join(root, 'node_modules', STAMP), wantedStamp(root));
  process.stderr.write(`  できました (${Math.round((Date.now() - started) / 1000)} 秒)\n`);
  return null;
}

/**
 * True when our stamp says so, or when npm's own record does: a developer who ran `npm install`
 * himself must not have his node_modules thrown away.
 *
 * @param {string} root the repository
 */
export function areDependenciesInstalled(root) {
  const stamp = join(root, 'node_modules', STAMP);
  const wanted = wantedStamp(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return true;
  if (!matchesNpmRecord(root)) return false;
  writeFileSync(stamp, wanted);
  return true;
}

/**
 * Links `node_modules/.bin/renkei` to our command, so that `npx renkei` finds it without network.
 *
 * @param {string} root the repository
 */
export function linkCommand(root) {
  const command = join(root, 'content', 'cli', 'renkei.mjs');
  const bin = join(root, 'node_modules', '.bin', 'renkei');
  if (!existsSync(command) || !existsSync(dirname(bin))) return;
  if (process.platform === 'win32') {
    const shim = '@node "%~dp0\\..\\..\\content\\cli\\renkei.mjs" %*\r\n';
    if (!existsSync(`${bin}.cmd`)) writeFileSync(`${bin}.cmd`, shim);
    return;
  }
  if ((statSync(command).mode & 0o111) === 0) chmodSync(command, 0o755);
  const target = join('..', '..', 'content', 'cli', 'renkei.mjs');
  const present = lstatSync(bin, { throwIfNoEntry: false });
  if (present?.isSymbolicLink() && readlinkSync(bin) === target) return;
  rmSync(bin, { force: true });
  symlinkSync(target, bin);
}

/**
 * What the stamp must say: it changes with the lock file and with the kind of machine, because
 * some packages carry binaries chosen for it.
 *
 * @param {string} root the repository
 */
function wantedStamp(root) {
  const lock = readFileSync(join(root, 'package-lock.json'));
  return `${createHash('sha256').update(lock).digest('hex')} ${process.platform}-${process.arch}\n`;
}

/**
 * Compares npm's hidden lock file (what is installed) with ours (what should be).
 *
 * @param {string} root the repository
 */
function matchesNpmRecord(root) {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = readPackages(join(root, 'package-lock.json'));
  const installed = readPackages(record);
  for (const [path, entry] of Object.entries(installed)) {
    if (wanted[path]?.version !== entry.version) return false;
  }
  // Optional ones may be missing: they are for other kinds of machine.
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || path in installed || entry.optional === true,
  );
}

/**
 * @param {string} file a lock file
 * @returns {LockedPackages} path in the tree -> what is locked there
 */
function readPackages(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
}

/**
 * Runs npm with its output shown, and says every now and then that it is still at work.
 *
 * @param {string} root the repository
 * @param {readonly string[]} args
 * @returns {Promise<number>} exit code
 */
function npm(root, args) {
  const script = process.env['npm_execpath'];
  const [command, before] = script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(command, [...before, ...args], {
      cwd: root,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32' && command === 'npm',
    });
    const beat = setInterval(() => {
      process.stderr.write(`  … ${Math.round((Date.now() - started) / 1000)} 秒たちました。続いています\n`);
    }, HEARTBEAT_MS);
    child.on('error', () => finish(127));
    child.on('close', (code) => finish(code ?? 1));

    /** @param {number} code */
    function finish(code) {
      clearInterval(beat);
      resolve(code);
    }
  });
}
