/** Opens a screen to be measured: the kiosk or a yardstick in the same Electron, with a page to look into it. */
import { join } from 'node:path';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { type Display, startVirtualDisplay } from '../../electron/display.ts';
import { type Kiosk, launchKiosk } from '../../electron/launch.ts';
import type { Runtime } from '../../electron/runtime.ts';
import { DATA, ROOT } from '../../setup/places.ts';

/** Start of the page's own time; set by the kiosk's home and by every yardstick when they can be used. */
const MARK_LIMIT_MS = 30_000;

/** What is opened: an app folder with its arguments. */
export type Program = {
  readonly appDir: string;
  readonly args?: readonly string[];
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
};

export type Screen = {
  readonly kiosk: Kiosk;
  readonly page: Page;
  readonly session: CDPSession;
  /** From spawning Electron to the page's own mark, milliseconds; both clocks are this machine's. */
  readonly usableMs: number;
  readonly stop: () => Promise<void>;
};

/** The kiosk on any data folder. */
export const kioskOn = (dataDir: string, ...args: readonly string[]): Program => ({
  appDir: ROOT,
  args: ['--data', dataDir, ...args],
  reads: [dataDir],
});

/** The kiosk as a hall has it, on the default content. */
export const kioskWith = (...args: readonly string[]): Program => kioskOn(DATA, ...args);

/** The hall and the day on which exhibition, events and partners are on the screen. */
export const HALL = { venueId: 'arakawa-kuyakusho', today: '2020-11-20' } as const;

/** The kiosk in that hall. */
export const kioskInHall = (...args: readonly string[]): Program =>
  kioskWith('--venue', HALL.venueId, '--today', HALL.today, ...args);

/** The least an Electron window can be. @param page absolute path of what it shows; nothing when left out */
export const emptyWindow = (page?: string): Program => ({
  appDir: join(ROOT, 'build', 'bench', 'empty'),
  ...(page === undefined ? {} : { args: [`--page=${page}`], reads: [page] }),
});

/** Runs `measure` with a screen of 1920 x 1080 that every window of a measurement shares. */
export async function onDisplay<T>(measure: (display: string | undefined) => Promise<T>): Promise<T> {
  const display: Display | null =
    process.platform === 'linux' ? await startVirtualDisplay({ width: 1920, height: 1080 }) : null;
  try {
    return await measure(display?.name);
  } finally {
    await display?.stop();
  }
}

/** Starts a program with a new profile and waits until its page can be used. */
export async function openScreen(
  runtime: Runtime,
  program: Program,
  display: string | undefined,
): Promise<Screen> {
  const kiosk = await launchKiosk({
    ...program,
    runtime,
    freshHome: true,
    debugPort: true,
    chromium: ['--log-level=3'],
    ...(display === undefined ? {} : { display }),
  });
  try {
    const browser = await chromium.connectOverCDP(kiosk.debugUrl ?? '');
    const page = browser.contexts()[0]?.pages()[0] ?? (await browser.contexts()[0]?.waitForEvent('page'));
    if (!page) throw new Error('Electron opened no page');
    const handle = await page.waitForFunction(readMark, undefined, { timeout: MARK_LIMIT_MS, polling: 50 });
    const usableMs = Number(await handle.jsonValue()) - kiosk.spawnedMs;
    // Functions that run in the page come through tsx, which names them with a helper the page does not have.
    await page.evaluate('globalThis.__name = (named) => named');
    const session = await page.context().newCDPSession(page);
    const stop = async (): Promise<void> => {
      await browser.close();
      await kiosk.stop();
    };
    return { kiosk, page, session, usableMs, stop };
  } catch (error) {
    await kiosk.stop();
    throw error;
  }
}

/** Opens, measures, closes. */
export async function withScreen<T>(
  runtime: Runtime,
  program: Program,
  display: string | undefined,
  measure: (screen: Screen) => Promise<T>,
): Promise<T> {
  const screen = await openScreen(runtime, program, display);
  try {
    return await measure(screen);
  } finally {
    await screen.stop();
  }
}

/** Runs in the page: wall-clock time of the mark, or 0 while it is not set. */
function readMark(): number {
  const mark = performance.getEntriesByName('kiosk:usable')[0];
  return mark === undefined ? 0 : performance.timeOrigin + mark.startTime;
}
