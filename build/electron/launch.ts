/**
 * The one way Electron is started in this repository: by `npm start`, the end-to-end tests, the
 * bench and the tour. It runs as an ordinary user with Chromium's sandbox, on a screen that exists,
 * and nothing of it is left when it has ended.
 */
import type { ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { Failure } from '../setup/failure.ts';
import { quiet, type Say } from '../setup/say.ts';
import { type Display, hasScreen, type ScreenSize, startVirtualDisplay } from './display.ts';
import { hasEnded, spawnGroup, stopGroup } from './group.ts';
import { moveIn, type Quarters } from './quarters.ts';
import type { KioskUser } from './user.ts';

export type LaunchOptions = {
  readonly runtime: { readonly path: string };
  /** Folder with the package.json of the app; null for a packaged app, which carries its own. */
  readonly appDir: string | null;
  /** The app's own switches; paths in them must be absolute. */
  readonly args?: readonly string[];
  /** Chromium's switches. They stand before the app folder, the app's own behind it. */
  readonly chromium?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** What the kiosk must be able to read besides the app and the runtime. */
  readonly reads?: readonly string[];
  /** Existing folders it must be able to write to; as root they are lent to the ordinary user until it ends. */
  readonly writes?: readonly string[];
  /** An X screen to use (':7'); when left out the current one, or a virtual one when there is none. */
  readonly display?: string;
  /** Size of the virtual screen; default 1920 x 1080. */
  readonly screen?: ScreenSize;
  /** A home folder of its own that is thrown away, as tests want it. As root it is always so. */
  readonly freshHome?: boolean;
  /** Opens a debugging port on 127.0.0.1 and waits until it answers. */
  readonly debugPort?: boolean;
  /** What the kiosk reads as its input; nothing when left out. */
  readonly input?: NodeJS.ReadableStream;
  /** Every line the kiosk writes. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => void;
  /** A program with arguments that is started instead and starts Electron itself: a supervisor. */
  readonly under?: readonly string[];
  /** Told what is worth knowing: another user, no sandbox, a virtual screen. */
  readonly say?: Say;
};

export type ExitResult = { readonly code: number | null; readonly signal: NodeJS.Signals | null };

export type Kiosk = {
  /** Electron's main process. */
  readonly pid: number;
  /** When it was started, this machine's clock, UTC ms with fractions. */
  readonly spawnedMs: number;
  /** null: the user who called */
  readonly user: KioskUser | null;
  readonly sandbox: boolean;
  /** The X screen it is on; null for the desktop's own. */
  readonly display: string | null;
  /** 'ws://127.0.0.1:…' for Playwright's `chromium.connectOverCDP`; null without `debugPort`. */
  readonly debugUrl: string | null;
  /** The last lines it wrote, newest last. */
  readonly output: () => string;
  /** Resolves when it has ended and everything is tidied up. Never rejects. */
  readonly ended: Promise<ExitResult>;
  /** Ends it, first politely. Resolves when nothing of it is left. May be called twice. */
  readonly stop: () => Promise<ExitResult>;
};

export const DEFAULT_SCREEN: ScreenSize = { width: 1920, height: 1080 };

const GRACE_MS = 4_000;
const DEBUG_READY_MS = 30_000;
const KEPT_LINES = 300;
const DEBUG_LINE = /^DevTools listening on (ws:\/\/\S+)/;
/** Below this Chromium's shared pictures do not fit (containers often give 64 MB). */
const MIN_SHARED_MEMORY_BYTES = 256 * 1024 * 1024;

/**
 * Starts Electron.
 *
 * @throws {Failure} display-missing; kiosk-died when it ends before it is ready
 */
export async function launchKiosk(options: LaunchOptions): Promise<Kiosk> {
  const tell = options.say ?? quiet;
  const quarters = moveIn({
    reads: [
      dirname(options.runtime.path),
      ...appFiles(options.appDir),
      ...(options.under?.slice(0, 1) ?? []),
      ...(options.reads ?? []),
    ],
    writes: options.writes ?? [],
    freshHome: options.freshHome ?? false,
    env: options.env ?? {},
  });
  for (const note of quarters.identity.notes) tell(note);
  let display: Display | null = null;
  try {
    display = await openDisplay(options, quarters, tell);
    return await start(options, quarters, display);
  } catch (error) {
    await display?.stop();
    quarters.leave();
    throw error;
  }
}

/** @returns null when the current screen is used */
async function openDisplay(options: LaunchOptions, quarters: Quarters, tell: Say): Promise<Display | null> {
  if (options.display !== undefined) return { name: options.display, stop: async () => {} };
  if (hasScreen(quarters.env, process.platform)) return null;
  const { width, height } = options.screen ?? DEFAULT_SCREEN;
  const display = await startVirtualDisplay({ width, height });
  tell(`画面がないため、仮想画面 ${display.name} (${width}×${height}) に表示します。`);
  return display;
}

async function start(options: LaunchOptions, quarters: Quarters, display: Display | null): Promise<Kiosk> {
  const { identity } = quarters;
  const words = [...(options.under ?? []), options.runtime.path, ...commandLine(options, identity.sandbox)];
  const [program = '', ...rest] = words;
  const spawnedMs = performance.timeOrigin + performance.now();
  const child = spawnGroup(program, rest, {
    env: display ? { ...quarters.env, DISPLAY: display.name, WAYLAND_DISPLAY: undefined } : quarters.env,
    cwd: quarters.cwd,
    stdio: [options.input ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    ...(identity.user ? { uid: identity.user.uid, gid: identity.user.gid } : {}),
  });
  if (child.stdin) options.input?.pipe(child.stdin);
  const kept: string[] = [];
  const debugUrl = listen(child, options, kept);
  const ended = endOf(child).then(async (result) => {
    await display?.stop();
    quarters.leave();
    return result;
  });
  const kiosk = {
    pid: child.pid ?? -1,
    spawnedMs,
    user: identity.user,
    sandbox: identity.sandbox,
    display: display?.name ?? null,
    output: () => kept.join('\n'),
    ended,
    stop: async () => {
      await stopGroup(child, GRACE_MS);
      return ended;
    },
  };
  if (!options.debugPort) return { ...kiosk, debugUrl: null };
  const url = await Promise.race([debugUrl, ended.then(() => null), timeout(DEBUG_READY_MS)]);
  if (url !== null) return { ...kiosk, debugUrl: url };
  const died = hasEnded(child);
  await kiosk.stop();
  throw new Failure(
    'kiosk-died',
    died ? 'Electron が起動の途中で終わりました。' : 'Electron が時間内に準備できませんでした。',
    kiosk.output() || '何も出力されませんでした。',
  );
}

function commandLine(options: LaunchOptions, sandbox: boolean): string[] {
  return [
    ...(sandbox ? [] : ['--no-sandbox']),
    ...(options.debugPort ? ['--remote-debugging-port=0'] : []),
    ...(hasSharedMemory() ? [] : ['--disable-dev-shm-usage']),
    ...(options.chromium ?? []),
    ...(options.appDir === null ? [] : [options.appDir]),
    ...(options.args ?? []),
  ];
}

function hasSharedMemory(): boolean {
  if (process.platform !== 'linux') return true;
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks >= MIN_SHARED_MEMORY_BYTES;
  } catch {
    return false;
  }
}

/** What Electron reads of the app: its manifest, its bundles, the one native package. */
function appFiles(appDir: string | null): string[] {
  if (appDir === null) return [];
  const manifest = join(appDir, 'package.json');
  const { main = 'index.js' } = JSON.parse(readFileSync(manifest, 'utf8')) as { main?: string };
  const bundles = dirname(join(appDir, main));
  const parts = ['main.cjs', 'preload.cjs', 'sync.cjs', 'telemetry.cjs', 'renderer'].map((name) =>
    join(bundles, name),
  );
  const native = join(appDir, 'node_modules', '@photostructure', 'sqlite');
  return [manifest, join(appDir, main), ...[...parts, native].filter((path) => existsSync(path))];
}

/** Passes lines on, keeps the last ones, and resolves with the debugging address when it appears. */
function listen(child: ChildProcess, { onLine }: LaunchOptions, kept: string[]): Promise<string> {
  return new Promise((resolve) => {
    for (const stream of ['stdout', 'stderr'] as const) {
      const input = child[stream];
      if (!input) continue;
      createInterface({ input }).on('line', (line) => {
        const address = DEBUG_LINE.exec(line)?.[1];
        if (address) resolve(address);
        kept.push(line);
        if (kept.length > KEPT_LINES) kept.shift();
        onLine?.(line, stream);
      });
    }
  });
}

function endOf(child: ChildProcess): Promise<ExitResult> {
  return new Promise((resolve) => {
    child.once('error', () => resolve({ code: 127, signal: null }));
    // 'close' follows 'exit' when the last line has been read.
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

function timeout(ms: number): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), ms).unref();
  });
}
