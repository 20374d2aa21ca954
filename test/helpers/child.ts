/** Real processes of plain Node, as staff and operating systems start them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RENKEI, ROOT } from './places.ts';

export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
};

export type ChildOptions = { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> };

/** Starts `renkei` as `npx renkei` does. */
export function runRenkei(argv: readonly string[], options: ChildOptions = {}): Promise<Ended> {
  return ended(startRenkei(argv, options));
}

/** The same, for a test that has something to do with it before it ends. */
export function startRenkei(argv: readonly string[], options: ChildOptions = {}): ChildProcess {
  return start([RENKEI, ...argv], options);
}

/** What to build, from where, into what, and after how many packs the process kills itself. */
export type ChildBuild = {
  readonly source: string;
  readonly gazetteer: string;
  readonly out: string;
  readonly dieAt?: number;
};

/** Starts a build that can be killed. */
export function startBuild(wanted: ChildBuild, options: ChildOptions = {}): ChildProcess {
  const { source, gazetteer, out, dieAt } = wanted;
  const script = fileURLToPath(new URL('build-child.ts', import.meta.url));
  const tsx = fileURLToPath(import.meta.resolve('tsx'));
  const more = dieAt === undefined ? [] : [String(dieAt)];
  return start(['--import', tsx, script, source, gazetteer, out, ...more], options);
}

function start(argv: readonly string[], { cwd = ROOT, env = {} }: ChildOptions): ChildProcess {
  return spawn(process.execPath, argv, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for the end and gives all that was printed. */
export function ended(child: ChildProcess): Promise<Ended> {
  const texts = { out: '', err: '' };
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    texts.out += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    texts.err += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, ...texts }));
  });
}
