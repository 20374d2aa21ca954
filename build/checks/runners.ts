/** Runs each kind of check with its output shown live, and counts its results. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { setPriority } from 'node:os';
import { join } from 'node:path';
import { unpackedProgram } from '../package/unpacked.ts';
import { REPORTS, ROOT } from '../setup/places.ts';
import { checkTypes } from '../typecheck.ts';
import { add, single, type Tally, tallyPlaywright, tallyVitest } from './tally.ts';

const VITEST_REPORT = join(REPORTS, 'vitest.json');
/** Also named in playwright.config.ts. */
export const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

const running = new Set<ChildProcess>();

/** Ends the runners that are at work. Their own children end with them. */
export function stopRunners(): void {
  for (const child of running) child.kill('SIGTERM');
}

/** Format and lint of the whole repository: one check. */
export async function runLint(): Promise<Tally> {
  const code = await tool('node_modules/@biomejs/biome/bin/biome', ['check', '.']);
  return single(code === 0, 'biome check: see above, or run npm run format');
}

/** One check per room. */
export async function runTypes(): Promise<Tally> {
  const rooms = checkTypes();
  for (const { room, ok, output } of rooms) {
    process.stdout.write(ok ? ` ✓ types ${room}\n` : ` ✗ types ${room}\n${output}\n`);
  }
  return add(rooms.map(({ room, ok, output }) => single(ok, `types ${room}\n${output}`)));
}

/**
 * @param niceness how far other processes come first, 0..19. Beside end-to-end tests, which mostly wait,
 *   unit tests shall take only what is left: those have visitors' seconds to keep.
 */
export async function runUnit(filters: readonly string[], niceness = 0): Promise<Tally> {
  rmSync(VITEST_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const code = await tool('node_modules/vitest/vitest.mjs', ['run', ...reporters, ...filters], { niceness });
  return tallyVitest(readReport(VITEST_REPORT), code);
}

/**
 * A test on the screen that fails is tried once more: on a busy machine a second can be missed. What held only then
 * is told among the doubts.
 *
 * @param program a packaged kiosk to be tested instead of the built sources
 */
export async function runEndToEnd(filters: readonly string[], program?: string): Promise<Tally> {
  rmSync(PLAYWRIGHT_REPORT, { force: true });
  const env: Readonly<Record<string, string>> = program === undefined ? {} : { RENKEI_PACKAGED: program };
  const code = await tool('node_modules/@playwright/test/cli.js', ['test', '--retries=1', ...filters], {
    env,
  });
  return tallyPlaywright(readReport(PLAYWRIGHT_REPORT), code);
}

/** Makes a test package as `npm run package` does, and puts it to the end-to-end tests. */
export async function runPackaged(filters: readonly string[]): Promise<Tally> {
  const code = await tool('build/bootstrap.mjs', ['package', '--test-package']);
  if (code !== 0) return single(false, `npm run package -- --test-package: exit code ${code}`);
  return runEndToEnd(filters, unpackedProgram());
}

function readReport(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Runs a script with this very Node. @param script below the repository. @returns exit code */
function tool(
  script: string,
  args: readonly string[],
  { env = {}, niceness = 0 }: { env?: Readonly<Record<string, string>>; niceness?: number } = {},
): Promise<number> {
  mkdirSync(REPORTS, { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, script), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running.add(child);
    // What it starts from now on is as modest as it.
    if (niceness > 0 && child.pid !== undefined) setPriority(child.pid, niceness);
    const end = (code: number): void => {
      running.delete(child);
      resolve(code);
    };
    child.once('error', () => end(127));
    child.once('close', (code) => end(code ?? 1));
  });
}
