/**
 * Opens the kiosk itself. The tools know nothing of Electron: they call the start script of the repository
 * as a process of its own, which finds or fetches what it needs, and end it with themselves.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const START_SCRIPT = fileURLToPath(new URL('../../build/bootstrap.mjs', import.meta.url));

export type KioskWindow = {
  /** Exit code when it has ended, whoever ended it. Never rejects. */
  readonly ended: Promise<number>;
  /** Asks it to end. */
  readonly close: () => void;
};

/** Whether this copy of the tools stands beside the kiosk's program. */
export function hasKiosk(): boolean {
  return existsSync(START_SCRIPT);
}

/** @param args the kiosk's own switches */
export function openKioskWindow(args: readonly string[]): KioskWindow {
  const child = spawn(process.execPath, [START_SCRIPT, 'start', ...args], {
    // The open pipe is how it hears that we are gone, however we went.
    stdio: ['pipe', 'inherit', 'inherit'],
    // A group of its own: Ctrl+C reaches it through us alone, once.
    detached: process.platform !== 'win32',
  });
  child.stdin?.on('error', () => undefined);
  return { ended: endOf(child), close: () => void child.stdin?.end() };
}

function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(127));
    child.once('close', (code) => resolve(code ?? 1));
  });
}
