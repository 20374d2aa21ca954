/** A screen for Electron: the one we are in, or a virtual one (Xvfb) where there is none. Linux only. */
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Failure } from '../setup/failure.ts';
import { spawnGroup, stopGroup } from './group.ts';

export type Display = {
  /** ':3' */
  readonly name: string;
  readonly stop: () => Promise<void>;
};

export type ScreenSize = { readonly width: number; readonly height: number };

const READY_MS = 15_000;
const GRACE_MS = 2_000;

/**
 * True when a program started from here could open a window. Build machines often name an X screen
 * that nobody runs, so a local one must have its socket.
 *
 * @param isThere whether a file exists
 */
export function hasScreen(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
  isThere: (path: string) => boolean = existsSync,
): boolean {
  if (platform !== 'linux' || env['WAYLAND_DISPLAY']) return true;
  const display = env['DISPLAY'];
  if (!display) return false;
  const local = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(display)?.[1];
  return local === undefined || isThere(`/tmp/.X11-unix/X${local}`);
}

/**
 * Starts a virtual screen on a free number.
 *
 * @throws {Failure} display-missing
 */
export async function startVirtualDisplay({ width, height }: ScreenSize): Promise<Display> {
  const screen = ['-screen', '0', `${width}x${height}x24`];
  // -noreset: without it the server starts over when its last window closes, and drops settings.
  const child = spawnGroup('Xvfb', ['-displayfd', '3', ...screen, '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    errors = (errors + chunk.toString()).slice(-2000);
  });
  const number = await new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), READY_MS);
    const settle = (value: string | null) => {
      clearTimeout(timer);
      resolve(value);
    };
    let text = '';
    (child.stdio[3] as Readable | null)?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.endsWith('\n')) settle(text.trim());
    });
    child.once('error', (error) => {
      errors += error.message;
      settle(null);
    });
    child.once('exit', () => settle(null));
  });
  if (number === null) {
    await stopGroup(child, GRACE_MS);
    throw new Failure(
      'display-missing',
      `画面がなく、仮想画面 (Xvfb) も起動できませんでした。${errors.trim().split('\n').at(-1) ?? ''}`.trimEnd(),
      'デスクトップの端末から実行するか、sudo apt-get install -y xvfb で Xvfb を入れてください。',
    );
  }
  return { name: `:${number}`, stop: () => stopGroup(child, GRACE_MS) };
}
