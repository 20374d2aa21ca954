/**
 * The first file that runs on a fresh machine: `node build/bootstrap.mjs <verb> …`.
 * Plain JavaScript without packages, because its work is to fetch the packages; then it hands over
 * to the verb's own file inside the same process, so exit code and signals need no relaying.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** verb -> the file that does it. */
const VERBS = Object.freeze({
  start: 'build/start.ts',
  test: 'build/test.ts',
  bench: 'build/bench.ts',
  soak: 'build/soak.ts',
  package: 'build/package.ts',
  renkei: 'content/cli/renkei.mjs',
});

/**
 * @param {string} running the running Node's version, '20.17.0'
 * @param {string} needed the `engines` entry, '>=20.17'
 * @returns {boolean} true when the running one is the same or newer
 */
export function isNodeNewEnough(running, needed) {
  const [major = 0, minor = 0] = running.split('.').map(Number);
  const [wantMajor = 0, wantMinor = 0] = needed
    .replace(/^[^0-9]*/, '')
    .split('.')
    .map(Number);
  return major > wantMajor || (major === wantMajor && minor >= wantMinor);
}

/**
 * Brings the packages in and runs the verb.
 *
 * @param {readonly string[]} argv verb and its arguments
 * @returns {Promise<void>} the verb sets `process.exitCode` itself
 */
async function main(argv) {
  const [verb = '', ...rest] = argv;
  const needed = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).engines.node;
  if (!isNodeNewEnough(process.versions.node, needed)) {
    return giveUp(
      `Node.js ${process.versions.node} は古すぎます。${needed} が必要です。`,
      'https://nodejs.org/ から新しい版を入れてください。',
    );
  }
  if (!Object.hasOwn(VERBS, verb)) {
    return giveUp(`「${verb}」という命令はありません。`, `使えるもの: ${Object.keys(VERBS).join(', ')}`);
  }
  // Not a static import: an old Node must get the sentence above, not a syntax error.
  const { ensureDependencies, linkCommand } = await import('./setup/dependencies.mjs');
  const trouble = await ensureDependencies(ROOT);
  if (trouble) return giveUp(trouble.message, trouble.remedy);
  linkCommand(ROOT);

  const file = join(ROOT, VERBS[/** @type {keyof typeof VERBS} */ (verb)]);
  process.argv = [process.execPath, file, ...rest];
  if (file.endsWith('.ts')) (await import('tsx/esm/api')).register();
  await import(pathToFileURL(file).href);
}

/**
 * @param {string} message what is wrong
 * @param {string} remedy what to do
 */
function giveUp(message, remedy) {
  process.stderr.write(`✗ ${message}\n  ${remedy}\n`);
  process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
