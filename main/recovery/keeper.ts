/**
 * Keeps the screen alive: notices that the page died, hangs, was closed or did not load, and climbs the
 * ladder. Whatever happens, there is a window with something in it.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { App, BrowserWindow } from 'electron';
import type { Log } from '../log.ts';
import { startHeartbeat } from './heartbeat.ts';
import { climb, FRESH, HEALTHY_MS, type Ladder, type Measure, parseLadder, RETRY_MS } from './ladder.ts';

export type KeeperOptions = {
  readonly app: App;
  readonly log: Log;
  /** Makes a new window; nothing is loaded in it yet. */
  readonly open: () => BrowserWindow;
  readonly startPage: string;
  readonly restPage: string;
  /** Remembers failures across a relaunch. */
  readonly memoryFile: string;
  readonly nowMs: () => number;
  /** A developer's window may be closed, and that ends the program. */
  readonly closable: boolean;
};

export type Keeper = {
  /** The window of this moment; another one after a rung that makes a new one. */
  readonly window: () => BrowserWindow;
  /** From now on losing the window is no fault: the program is about to end. */
  readonly release: () => void;
};

/** Opens the window, loads the page and keeps both. Resolves when the page has loaded or failed once. */
export async function keep(options: KeeperOptions): Promise<Keeper> {
  const { app, log, open, startPage, restPage, memoryFile, nowMs } = options;
  let ladder: Ladder = readLadder(memoryFile);
  let window = open();
  let quitting = false;
  let resting = false;
  let pending: NodeJS.Timeout | undefined;
  let healthy: NodeJS.Timeout | undefined;

  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('child-process-gone', (_event, details) => {
    // Chromium brings its helpers (graphics, network) back by itself; the log tells staff how often.
    log.write('warning', 'helper process gone', { type: details.type, reason: details.reason });
  });

  function watch(): void {
    const watched = window;
    const { webContents } = watched;
    let stopBeat = (): void => undefined;
    webContents.on('did-finish-load', () => {
      stopBeat();
      stopBeat = startHeartbeat({
        ask: () => webContents.executeJavaScript('1'),
        // Ends as `render-process-gone`, where everything else goes on.
        onHang: () => {
          log.write('error', 'page hangs');
          webContents.forcefullyCrashRenderer();
        },
      });
    });
    webContents.on('render-process-gone', (_event, details) => {
      stopBeat();
      fail(watched, 'page process gone', { reason: details.reason, exitCode: details.exitCode });
    });
    webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
      if (isMainFrame) fail(watched, 'page not loaded', { code, description, url });
    });
    watched.on('closed', () => {
      stopBeat();
      if (options.closable) app.quit();
      fail(watched, 'window closed', null);
    });
  }

  function fail(failed: BrowserWindow, what: string, detail: unknown): void {
    if (quitting || failed !== window || pending !== undefined) return;
    log.write('error', what, detail);
    clearTimeout(healthy);
    // At rest even the still page may die; it comes back, and the ladder waits for its own time.
    const measure = resting ? { rung: 'rest' as const, afterMs: 1_000 } : count();
    pending = setTimeout(() => {
      pending = undefined;
      take(measure);
    }, measure.afterMs);
  }

  function count(): Measure {
    const step = climb(ladder, nowMs());
    ladder = step.ladder;
    remember(memoryFile, ladder);
    return step.measure;
  }

  function take({ rung }: Measure): void {
    log.write('warning', 'recovery', { rung, failures: ladder.failures });
    if (rung === 'relaunch') {
      quitting = true;
      app.relaunch();
      app.exit(0);
    } else if (rung === 'rest') {
      rest();
    } else {
      if (rung === 'new-window' || window.isDestroyed()) renew();
      load(startPage);
    }
  }

  function rest(): void {
    if (!resting) setTimeout(tryAgain, RETRY_MS);
    resting = true;
    renew();
    load(restPage);
  }

  function tryAgain(): void {
    resting = false;
    ladder = FRESH;
    renew();
    load(startPage);
  }

  function renew(): void {
    const old = window;
    window = open();
    watch();
    if (!old.isDestroyed()) old.destroy();
  }

  function load(url: string): void {
    // A failure to load arrives as `did-fail-load`; a window that was closed meanwhile needs no answer.
    window.loadURL(url).catch(() => undefined);
    clearTimeout(healthy);
    if (resting) return;
    healthy = setTimeout(() => {
      ladder = FRESH;
      rmSync(memoryFile, { force: true });
    }, HEALTHY_MS);
    healthy.unref();
  }

  watch();
  await window.loadURL(startPage).catch(() => undefined);
  return {
    window: () => window,
    release: () => {
      quitting = true;
    },
  };
}

function readLadder(file: string): Ladder {
  try {
    return parseLadder(readFileSync(file, 'utf8'));
  } catch {
    return FRESH;
  }
}

function remember(file: string, ladder: Ladder): void {
  try {
    writeFileSync(file, JSON.stringify(ladder));
  } catch {
    // A full or read-only disk: the ladder then starts at its foot after a relaunch.
  }
}
