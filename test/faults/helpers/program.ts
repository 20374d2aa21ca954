/**
 * The real command line as a process that faults can be let loose on: bundled, because thousands of
 * starts must be quick, and with `faults.c` preloaded, which makes one chosen call go wrong.
 */
import { type ChildProcessByStdio, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { build } from 'esbuild';
import { OUT } from '../../../build/setup/places.ts';
import { PHRASE } from '../../content/sync/helpers/world.ts';
import { ROOT } from '../../helpers/places.ts';

/** Beside `node_modules`, where packages with a binary of their own are found; one per test process. */
const FOLDER = join(OUT, `faults-${process.pid}`);
const LIBRARY = join(FOLDER, 'faults.so');

const WITH_A_BINARY = ['sharp', '@napi-rs/*', '@photostructure/*', 'lindera*', 'pdfjs-dist'];

const ENTRIES = {
  renkei: `import { main } from './content/cli/main.ts';
    process.exitCode = await main(process.argv.slice(2));`,
  loop: `import './test/faults/helpers/loop.ts';`,
};

/** @returns removes it again */
export async function makeProgram(): Promise<() => void> {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, contents] of Object.entries(ENTRIES)) {
    await build({
      stdin: { contents, resolveDir: ROOT, loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.17',
      external: WITH_A_BINARY,
      // CommonJS packages inside an ES module ask for `require`.
      banner: { js: "import{createRequire as r_}from'node:module';const require=r_(import.meta.url);" },
      outfile: join(FOLDER, `${name}.mjs`),
      logLevel: 'warning',
    });
  }
  return () => rmSync(FOLDER, { recursive: true, force: true });
}

/**
 * Compiles `faults.c` if need be.
 *
 * @returns why it cannot be had here; undefined when it can. Printed, so that nobody takes a skipped
 *          test for a passed one
 */
export function whyNoFaults(): string | undefined {
  if (process.platform !== 'linux') return 'faults.c needs Linux';
  if (existsSync(LIBRARY)) return undefined;
  mkdirSync(FOLDER, { recursive: true });
  const source = join(import.meta.dirname, '..', 'faults.c');
  const flags = ['-shared', '-fPIC', '-O2', '-Wall', '-Wno-nonnull-compare', '-D_FORTIFY_SOURCE=0'];
  const made = spawnSync('gcc', [...flags, '-o', LIBRARY, source, '-ldl'], { encoding: 'utf8' });
  if (made.error !== undefined) return `faults.c needs gcc (${made.error.message})`;
  return made.status === 0 ? undefined : `faults.c does not compile: ${made.stderr}`;
}

/** What goes wrong, as `faults.c` says it. */
export type Fault = {
  /** Folder whose changes (or reads) are counted. */
  readonly under: string;
  readonly on?: 'change' | 'read';
  /** Number of the call, from 1 on; 0: none. */
  readonly at?: number;
  readonly does?: 'kill' | 'cut' | 'commit' | 'EIO' | 'ENOSPC' | 'EPERM';
  /** Only calls of this name count. */
  readonly only?: string;
  readonly stays?: boolean;
  readonly log?: string;
  readonly mount?: string;
  readonly clockSeconds?: number;
};

export type Ran = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
};

/** Starts `renkei <args>`. */
function start(args: readonly string[], fault?: Fault): ChildProcessByStdio<null, Readable, Readable> {
  return spawn(process.execPath, [join(FOLDER, 'renkei.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, RENKEI_PASSPHRASE: PHRASE, NODE_OPTIONS: '', ...environmentOf(fault) },
  });
}

/** Starts `loop.ts`, which works until it is killed. */
export function startLoop(args: readonly string[]): ChildProcessByStdio<null, Readable, null> {
  return spawn(process.execPath, [join(FOLDER, 'loop.mjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Runs `renkei <args>` to its end, or to the fault. */
export function renkei(args: readonly string[], fault?: Fault): Promise<Ran> {
  const child = start(args, fault);
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, out, err }));
  });
}

function environmentOf(fault: Fault | undefined): NodeJS.ProcessEnv {
  if (fault === undefined) return {};
  const {
    under,
    on = 'change',
    at = 0,
    does = 'kill',
    stays = false,
    only,
    log,
    mount,
    clockSeconds = 0,
  } = fault;
  return {
    LD_PRELOAD: LIBRARY,
    // Calls through the ring would pass the library by.
    UV_USE_IO_URING: '0',
    FAULT_UNDER: under,
    FAULT_ON: on,
    FAULT_AT: String(at),
    FAULT_DO: does,
    FAULT_STAYS: stays ? '1' : '0',
    FAULT_CLOCK: String(clockSeconds),
    ...(only === undefined ? {} : { FAULT_ONLY: only }),
    ...(log === undefined ? {} : { FAULT_LOG: log }),
    ...(mount === undefined ? {} : { FAULT_MOUNT: mount }),
  };
}

/** Lets a command run to its end and counts the calls that could go wrong in it. */
export async function countCalls(args: readonly string[], fault: Fault): Promise<readonly string[]> {
  const log = join(FOLDER, 'calls');
  writeFileSync(log, '');
  const ran = await renkei(args, { ...fault, at: 0, log });
  if (ran.code !== 0) throw new Error(`${args[0]}: ${ran.code} ${ran.out}${ran.err}`);
  return readFileSync(log, 'utf8').trimEnd().split('\n');
}
