/** What a kiosk does at its start, before it opens anything: a switch of sets that was broken off ends here. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock } from '../lock.ts';
import { NEXT_FILE, recoverSwitch } from './library-file.ts';
import { diskFault } from './work.ts';

/**
 * Finishes or forgets an interrupted activation (clause 6.2). Nothing happens where there is none, where
 * another process is at work in the folder, or where the folder cannot be written: the set that is active
 * is a whole one in any case.
 *
 * @param dataDir absolute path
 */
export function finishOrForget(dataDir: string, nowMs: number): void {
  if (!existsSync(join(dataDir, NEXT_FILE))) return;
  try {
    const unlock = takeLock(join(dataDir, 'staging'), nowMs);
    if (unlock === undefined) return;
    try {
      recoverSwitch(dataDir);
    } finally {
      unlock();
    }
  } catch (error) {
    if (diskFault(error) === undefined) throw error;
  }
}
