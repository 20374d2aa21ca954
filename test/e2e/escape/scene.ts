/**
 * One kiosk that attempts to escape are made on, and the question asked after each: is it still the kiosk, the
 * whole kiosk and nothing but the kiosk? (The same oracle for every attempt, by keyboard, mouse, touch, page
 * script or operating system.)
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { groupOf } from '../../build/electron/helpers/processes.ts';
import { type Started, type StartOptions, startKiosk } from '../kiosk.ts';

const START_PAGE = 'app://kiosk/index.html';
const HOME = /地図でさがす|ちずで さがす|Find on the map/;
/** Programs through which other programs are opened. */
const OPENERS = [
  'xdg-open',
  'gio',
  'sensible-browser',
  'x-www-browser',
  'gnome-open',
  'kde-open',
  'exo-open',
  'xdg-email',
];
/** Our windows are at least this large; Chromium keeps some tiny ones that are never seen. */
const MIN_WINDOW = 20;

export type Scene = {
  readonly started: Started;
  /** Runs an X tool (`xdotool`, `xwininfo`) on the kiosk's screen. */
  readonly x: (program: string, ...words: readonly string[]) => string;
  /** Asserts that nothing happened. */
  readonly expectUnharmed: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** Whether the tools of the attempts are installed; without them the suite says so and is skipped. */
export function missingTools(): string | null {
  if (process.platform !== 'linux') return 'X11 is needed';
  const missing = ['xdotool', 'xwininfo'].filter(
    (name) => spawnSync('which', [name], { stdio: 'ignore' }).status !== 0,
  );
  return missing.length === 0 ? null : `apt install xdotool x11-utils (missing: ${missing.join(', ')})`;
}

export async function openScene(
  options: Pick<StartOptions, 'args' | 'data' | 'display' | 'env'> = {},
): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-escape-'));
  const opened = join(folder, 'log', 'opened');
  const bin = putOpeners(folder, opened);
  const started = await startKiosk({
    ...options,
    reads: [bin],
    writes: [join(folder, 'log')],
    env: { ...options.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` },
  });
  await expect(started.page.locator('#screen')).toContainText(HOME);
  const { pid, display } = started.kiosk;
  const x = (program: string, ...words: readonly string[]): string =>
    execFileSync(program, words, { encoding: 'utf8', env: { ...process.env, DISPLAY: display ?? ':0' } });
  const home = homeOf(pid);
  const before = { files: filesOf(home), ports: portsOf(pid), screen: screenSize(x) };

  async function expectUnharmed(): Promise<void> {
    expect(
      groupOf(pid).some((one) => one.pid === pid),
      'the program is still the one that was started',
    ).toBe(true);
    await expect
      .poll(() => windowsOf(x).map((one) => covers(one, before.screen) || one), {
        timeout: 5_000,
        message: 'one window, and it fills the screen',
      })
      .toEqual([true]);
    await expect
      .poll(() => targetsOf(started), { timeout: 5_000, message: 'one page, ours' })
      .toEqual([START_PAGE]);
    expect(existsSync(opened) ? readFileSync(opened, 'utf8') : '', 'no other program was opened').toBe('');
    expect(filesOf(home), 'no file was left in the home folder').toEqual(before.files);
    expect(portsOf(pid), 'no port was opened').toEqual(before.ports);
    await expectHomeReachable(started);
  }

  return {
    started,
    x,
    expectUnharmed,
    stop: async () => {
      await started.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function putOpeners(folder: string, log: string): string {
  chmodSync(folder, 0o755);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  mkdirSync(join(folder, 'log'));
  for (const name of OPENERS) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${log}"\n`);
    chmodSync(join(bin, name), 0o755);
  }
  return bin;
}

/** Mapped windows right below the root, as 'WIDTHxHEIGHT+X+Y'. */
function windowsOf(x: Scene['x']): readonly string[] {
  return [...x('xwininfo', '-root', '-children').matchAll(/^\s+(0x[0-9a-f]+) .*?(\d+)x(\d+)[+-]/gm)]
    .filter(([, , width, height]) => Number(width) > MIN_WINDOW && Number(height) > MIN_WINDOW)
    .flatMap(([, id = '']) => {
      const told = spawnInfo(x, id);
      return /Map State: IsViewable/.test(told) ? [geometryOf(told)] : [];
    });
}

/** A window may be gone between being listed and being asked. */
function spawnInfo(x: Scene['x'], id: string): string {
  try {
    return x('xwininfo', '-id', id);
  } catch {
    return '';
  }
}

function geometryOf(told: string): string {
  const value = (name: string): string => new RegExp(`${name}:\\s+(-?\\d+)`).exec(told)?.[1] ?? '?';
  return `${value('Width')}x${value('Height')}+${value('Absolute upper-left X')}+${value('Absolute upper-left Y')}`;
}

type Size = { readonly width: number; readonly height: number };

function screenSize(x: Scene['x']): Size {
  const [, width, height] = /(\d+)x(\d+)\+/.exec(geometryOf(x('xwininfo', '-root'))) ?? [];
  return { width: Number(width), height: Number(height) };
}

/** One row may lie below the edge (main/window.ts). */
function covers(geometry: string, { width, height }: Size): boolean {
  return [`${width}x${height}+0+0`, `${width}x${height + 1}+0+0`].includes(geometry);
}

async function targetsOf(started: Started): Promise<readonly string[]> {
  const { host } = new URL(started.kiosk.debugUrl ?? '');
  const targets = (await (await fetch(`http://${host}/json/list`)).json()) as readonly {
    readonly url: string;
  }[];
  return targets.map(({ url }) => url);
}

function homeOf(pid: number): string {
  const found = readFileSync(`/proc/${pid}/environ`, 'utf8')
    .split('\0')
    .find((one) => one.startsWith('HOME='));
  return found?.slice('HOME='.length) ?? '/nonexistent';
}

/** What a save dialog or a download would add to. Chromium's own profile lies in hidden folders. */
function filesOf(home: string): readonly string[] {
  return readdirSync(home).filter((name) => !name.startsWith('.') && name !== 'tmp');
}

/** Ports on which a process of the kiosk listens. */
function portsOf(leader: number): readonly string[] {
  const sockets = new Set(groupOf(leader).flatMap(({ pid }) => socketsOf(pid)));
  return ['tcp', 'tcp6'].flatMap((table) =>
    readFileSync(`/proc/net/${table}`, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((words) => words[3] === '0A' && sockets.has(words[9] ?? ''))
      .map((words) => words[1] ?? ''),
  );
}

function socketsOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
      const target = readlink(`/proc/${pid}/fd/${fd}`);
      return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? [];
    });
  } catch {
    return [];
  }
}

function readlink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/**
 * A visitor who finds the kiosk now finds it as large as ever and gets to its home screen within five seconds,
 * whatever screen and language it was left in: the resting picture takes any touch, the first button below is
 * the way home. A page that is just being brought back has some seconds more to stand.
 */
async function expectHomeReachable(started: Started): Promise<void> {
  let stoodMs: number | null = null;
  const arrive = async (page: Page): Promise<unknown> => {
    const view = await page.evaluate(() => [visualViewport?.scale, devicePixelRatio]);
    stoodMs ??= performance.now();
    if (await isHome(page)) return { view, home: true };
    const home = page.getByRole('contentinfo').getByRole('button').first();
    if (await home.isVisible().catch(() => false)) await home.click({ timeout: 1_000 });
    else await page.mouse.click(REST_POINT.x, REST_POINT.y);
    return { view, home: await isHome(page) };
  };
  await expect
    .poll(() => started.fresh(arrive).catch(() => null), {
      timeout: 12_000,
      message: 'nothing zoomed, and home',
    })
    .toEqual({ view: [1, 1], home: true });
  expect(performance.now() - (stoodMs ?? 0), 'home within 5 seconds').toBeLessThan(5_000);
}

const REST_POINT = { x: 960, y: 300 };

async function isHome(page: Page): Promise<boolean> {
  const text = await page.locator('body').innerText({ timeout: 1_000 });
  return HOME.test(text);
}
