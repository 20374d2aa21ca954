/**
 * Starts the real kiosk for a test and connects to its page. Electron is started the way `npm start`
 * does it (ordinary user, real sandbox); Playwright comes in through the debugging port.
 */
import { chmodSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { ScreenSize } from '../../build/electron/display.ts';
import { type Kiosk, launchKiosk } from '../../build/electron/launch.ts';
import { DATA, ROOT } from '../../build/setup/places.ts';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import { type Library, openLibrary } from '../../content/store/library.ts';

const START_PAGE = 'app://kiosk/index.html';

export type Started = {
  readonly kiosk: Kiosk;
  readonly page: Page;
  /** What the page complained about since it was opened: console errors, exceptions, failed requests. */
  readonly complaints: readonly string[];
  /** Does something with the page that stands now, over a new connection: a killed page takes its own along. */
  readonly fresh: <T>(look: (page: Page) => Promise<T>) => Promise<T>;
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly data?: string;
  readonly args?: readonly string[];
  readonly screen?: ScreenSize;
  /** An X screen that is there already. */
  readonly display?: string;
  /** See `LaunchOptions`. */
  readonly under?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The kiosk may change its data. */
  readonly writable?: boolean;
  readonly reads?: readonly string[];
  readonly writes?: readonly string[];
};

/** A packaged kiosk to be tested instead of the built sources: the path of its program. */
const PACKAGED = process.env['RENKEI_PACKAGED'];

/** Starts the kiosk on the default content, or on `data`, and waits for its page. */
export async function startKiosk(options: StartOptions = {}): Promise<Started> {
  const {
    data = DATA,
    args = [],
    screen,
    display,
    under,
    env,
    writable = false,
    reads = [],
    writes = [],
  } = options;
  const runtime = await makeReady(quiet, { data: true });
  const kiosk = await launchKiosk({
    runtime: PACKAGED ? { path: PACKAGED } : runtime,
    appDir: PACKAGED ? null : ROOT,
    args: ['--data', data, ...args],
    reads: [data, ...reads],
    writes: [...(writable ? [data] : []), ...writes],
    chromium: ['--log-level=3'],
    freshHome: true,
    debugPort: true,
    ...(screen ? { screen } : {}),
    ...(display ? { display } : {}),
    ...(under ? { under } : {}),
    ...(env ? { env } : {}),
  });
  try {
    const { browser, page } = await connect(kiosk);
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('requestfailed', (request) => complaints.push(`request failed: ${request.url()}`));
    const stop = async (): Promise<void> => {
      await browser.close();
      await kiosk.stop();
    };
    return { kiosk, page, complaints, fresh: (look) => lookAnew(kiosk, look), stop };
  } catch (error) {
    await kiosk.stop();
    throw new Error(`no page; the kiosk said:\n${kiosk.output()}`, { cause: error });
  }
}

async function connect(kiosk: Kiosk): Promise<{ readonly browser: Browser; readonly page: Page }> {
  await untilPageStands(kiosk.debugUrl ?? '', (url) => url === START_PAGE);
  const browser = await chromium.connectOverCDP(kiosk.debugUrl ?? '');
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((one) => one.url() === START_PAGE);
  if (!page) throw new Error('Electron opened no page of ours');
  return { browser, page };
}

/**
 * Waits for our page before connecting: Playwright hangs when it attaches to a window in the moment in
 * which it changes from about:blank to its page.
 */
async function untilPageStands(debugUrl: string, isOurs: (url: string) => boolean): Promise<void> {
  const { host } = new URL(debugUrl);
  for (const deadlineMs = Date.now() + 30_000; Date.now() < deadlineMs; ) {
    const targets = (await (await fetch(`http://${host}/json/list`)).json()) as readonly {
      readonly url: string;
    }[];
    if (targets.length > 0 && targets.every(({ url }) => isOurs(url))) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('our page did not come within 30 seconds');
}

/** A program that was started anew listens at another port: the newest counts. */
function debugUrlNow({ output, debugUrl }: Kiosk): string {
  const said = [...output().matchAll(/^DevTools listening on (ws:\/\/\S+)/gm)];
  return said.at(-1)?.[1] ?? debugUrl ?? '';
}

async function lookAnew<T>(kiosk: Kiosk, look: (page: Page) => Promise<T>): Promise<T> {
  const debugUrl = debugUrlNow(kiosk);
  await untilPageStands(debugUrl, (url) => url.startsWith('app://'));
  const browser = await chromium.connectOverCDP(debugUrl);
  try {
    const pages = browser.contexts().flatMap((context) => context.pages());
    const page = pages.find((one) => one.url().startsWith('app://'));
    if (!page) throw new Error('no page of ours stands');
    return await look(page);
  } finally {
    await browser.close();
  }
}

/** The same library that the kiosk shows, to hold what is on the screen against. */
export function openDefaultLibrary(): Library {
  const opened = openLibrary(DATA);
  if (!opened.ok) throw new Error(`default content: ${JSON.stringify(opened.faults)}`);
  return opened.library;
}

/** A copy of the built default content in a folder that every user may read, to damage at will. */
export function copyOfData(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-data-'));
  // A temp folder is closed to others; the kiosk may run as another user.
  chmodSync(folder, 0o755);
  cpSync(DATA, folder, { recursive: true });
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
