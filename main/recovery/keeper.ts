/**
 * Keeps the screen alive: notices that the page died, hangs, went blank, was closed or did not load, and
 * climbs the ladder. Whatever happens, there is a window with something in it.
 */
import type { App, BrowserWindow } from 'electron';
import type { Log } from '../log.ts';
import { watchScreen } from './eyes.ts';
import { startHeartbeat } from './heartbeat.ts';
import { climb, FRESH, HEALTHY_MS, type Ladder, type Measure, RETRY_MS, type Rung } from './ladder.ts';
import type { LadderMemory } from './memory.ts';

export type KeeperOptions = {
  readonly app: Pick<App, 'on' | 'quit'>;
  readonly log: Log;
  /** Makes a new window; nothing is loaded in it yet. */
  readonly open: () => BrowserWindow;
  readonly startPage: string;
  readonly restPage: string;
  /** What is remembered, the start that is under way counted already. */
  readonly ladder: Ladder;
  readonly memory: LadderMemory;
  readonly nowMs: () => number;
  /** A developer's window may be closed, and that ends the program. */
  readonly closable: boolean;
  /** Begins with the still page: earlier starts failed too often. */
  readonly atRest: boolean;
  /** Called whenever the page answers. */
  readonly onAlive: () => void;
  /** Called whenever a hand does something: finger, mouse, key. */
  readonly onTouched: () => void;
  /** Shows the content before the present one again. @returns whether there was any */
  readonly goBack: () => boolean;
  /** Ends the program so that it starts anew. */
  readonly relaunch: () => void;
};

export type Keeper = {
  /** The window of this moment; another one after a rung that makes a new one. */
  readonly window: () => BrowserWindow;
  /** Makes a fresh page in a new window, for another reason than a failure. */
  readonly freshen: () => void;
  /** From now on losing the window is no fault: the program is about to end. */
  readonly release: () => void;
};

/** How wide the picture is that is looked at for colours, pixels. */
const LOOK_WIDTH = 64;

/** Opens the window, loads the page and keeps both. Resolves when the page has loaded or failed once. */
export async function keep(options: KeeperOptions): Promise<Keeper> {
  const { app, log, open, startPage, restPage, memory, nowMs } = options;
  let ladder = options.ladder;
  let window = open();
  let quitting = false;
  let resting = false;
  let pending: NodeJS.Timeout | undefined;
  let healthy: NodeJS.Timeout | undefined;

  app.on('before-quit', release);
  app.on('child-process-gone', (_event, { type, reason }) => {
    // Chromium brings its helpers (graphics, network) back by itself; the log tells staff how often. A sync
    // process that has told its outcome is ended by us; one that died before, the sync itself tells of.
    const level = type === 'Utility' && reason === 'killed' ? 'info' : 'warning';
    log.write(level, 'helper process gone', { type, reason });
  });

  function release(): void {
    quitting = true;
    memory.write({ ...ladder, running: false });
  }

  function watch(): void {
    const watched = window;
    const { webContents } = watched;
    let stopWatching = (): void => undefined;
    webContents.on('input-event', options.onTouched);
    webContents.on('did-finish-load', () => {
      stopWatching();
      stopWatching = watchPage(watched, options, (what) => fail(watched, what, null));
    });
    webContents.on('render-process-gone', (_event, details) => {
      stopWatching();
      const { reason, exitCode } = details;
      // Chromium has lost what its processes are made from: only a new program has it again.
      const atLeast = reason === 'launch-failed' ? 'relaunch' : 'reload';
      fail(watched, 'page process gone', { reason, exitCode }, atLeast);
    });
    webContents.on('did-fail-load', (_event, code, description, url, isMainFrame) => {
      if (isMainFrame) fail(watched, 'page not loaded', { code, description, url });
    });
    watched.on('closed', () => {
      stopWatching();
      if (options.closable) app.quit();
      fail(watched, 'window closed', null);
    });
  }

  function fail(failed: BrowserWindow, what: string, detail: unknown, atLeast: Rung = 'reload'): void {
    if (quitting || failed !== window || pending !== undefined) return;
    log.write('error', what, detail);
    clearTimeout(healthy);
    // At rest even the still page may die; it comes back, and the ladder waits for its own time.
    const measure = resting ? { rung: 'rest' as const, afterMs: 1_000 } : count(atLeast);
    pending = setTimeout(() => {
      pending = undefined;
      take(measure);
    }, measure.afterMs);
  }

  function count(atLeast: Rung): Measure {
    const step = climb(ladder, nowMs(), atLeast);
    ladder = step.ladder;
    memory.write(ladder);
    return step.measure;
  }

  function take({ rung }: Measure): void {
    log.write('warning', 'recovery', { rung, failures: ladder.failures });
    if (rung === 'relaunch' || (rung === 'previous-set' && options.goBack())) relaunch();
    else if (rung === 'previous-set' || rung === 'rest') rest();
    else again(rung === 'new-window' || window.isDestroyed());
  }

  function relaunch(): void {
    release();
    options.relaunch();
  }

  function rest(): void {
    if (!resting) setTimeout(tryAgain, RETRY_MS);
    resting = true;
    renew();
    load(restPage);
  }

  function tryAgain(): void {
    resting = false;
    forget();
    again(true);
  }

  function again(inNewWindow: boolean): void {
    if (inNewWindow) renew();
    load(startPage);
  }

  function forget(): void {
    ladder = { ...FRESH, running: true };
    memory.write(ladder);
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
    expectHealth();
  }

  function expectHealth(): void {
    clearTimeout(healthy);
    if (resting) return;
    healthy = setTimeout(forget, HEALTHY_MS);
    healthy.unref();
  }

  watch();
  if (options.atRest) rest();
  else {
    await window.loadURL(startPage).catch(() => undefined);
    expectHealth();
  }
  return {
    window: () => window,
    freshen: () => {
      if (!quitting && !resting && pending === undefined) again(true);
    },
    release,
  };
}

/** Asks and looks at a page that has loaded. @returns a function that stops it */
function watchPage(
  { webContents }: BrowserWindow,
  { log, onAlive }: KeeperOptions,
  onFault: (what: string) => void,
): () => void {
  const stops = [
    startHeartbeat({
      ask: () => webContents.executeJavaScript('1').then(onAlive),
      // Ends as `render-process-gone`, where everything else goes on.
      onHang: () => {
        log.write('error', 'page hangs');
        webContents.forcefullyCrashRenderer();
      },
    }),
    watchScreen({
      look: async () => (await webContents.capturePage()).resize({ width: LOOK_WIDTH }),
      onBlank: () => onFault('page is blank'),
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
