/** Runs each kind of check with its output shown live, and counts its results. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTS, ROOT } from '../setup/places.ts';
import { checkTypes } from '../typecheck.ts';
import { add, single, type Tally, tallyPlaywright, tallyVitest } from './tally.ts';

const VITEST_REPORT = join(REPORTS, 'vitest.json');
/** Also named in playwright.config.ts. */
export const PLAYWRIGHT_REPORT = join(REPORTS, 'playwright.json');

let running: ChildProcess | null = null;

/** Ends the runner that is at work. Its own children end with it. */
export function stopRunner(): void {
  running?.kill('SIGTERM');
}

/** Format and lint of the whole repository: one check. */
export async function runLint(): Promise<Tally> {
  const code = await tool('@biomejs/biome/bin/biome', ['check', '.']);
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

export async function runUnit(filters: readonly string[]): Promise<Tally> {
  rmSync(VITEST_REPORT, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${VITEST_REPORT}`];
  const code = await tool('vitest/vitest.mjs', ['run', ...reporters, ...filters]);
  return tallyVitest(readReport(VITEST_REPORT), code);
}

export async function runEndToEnd(filters: readonly string[]): Promise<Tally> {
  rmSync(PLAYWRIGHT_REPORT, { force: true });
  const code = await tool('@playwright/test/cli.js', ['test', ...filters]);
  return tallyPlaywright(readReport(PLAYWRIGHT_REPORT), code);
}

function readReport(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Runs a package's script with this very Node. @returns exit code */
function tool(script: string, args: readonly string[]): Promise<number> {
  mkdirSync(REPORTS, { recursive: true });
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    running = child;
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
