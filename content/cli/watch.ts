/**
 * Notices that source files changed, by looking at names, sizes and times again and again: unlike the
 * system's own notices this also sees network drives, sticks and every way in which editors save.
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Between two looks; a large source is looked at less often, so that looking costs a tenth of the time. */
const LOOK_MS = 250;

/**
 * Waits until the files have stopped changing: nothing half saved is read.
 *
 * @param folders absolute; asked anew at every look, because folders come and go
 * @returns       what the files looked like, for `changed`
 * @throws        the signal's reason
 */
export async function settled(folders: () => readonly string[], signal: AbortSignal): Promise<string> {
  for (let before = ''; ; ) {
    const now = await look(folders, signal);
    if (now === before) return now;
    before = now;
  }
}

/** Resolves when the files look unlike `before`. @throws the signal's reason */
export async function changed(
  folders: () => readonly string[],
  before: string,
  signal: AbortSignal,
): Promise<void> {
  while ((await look(folders, signal)) === before);
}

async function look(folders: () => readonly string[], signal: AbortSignal): Promise<string> {
  const start = performance.now();
  const seen = folders().flatMap((folder) => [folder, ...filesBelow(folder)]);
  const costMs = performance.now() - start;
  try {
    await pause(Math.max(LOOK_MS, costMs * 10), undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
  return seen.join('\n');
}

/** `path size time` of every file. Hidden ones and those of office programs that are open are passed over. */
function filesBelow(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      if (/^(\.|~\$)/.test(entry.name)) return [];
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      const file = statSync(path, { throwIfNoEntry: false });
      return file === undefined ? [] : [`${path} ${file.size} ${file.mtimeMs}`];
    });
  } catch {
    // Gone between two looks; the next one knows.
    return [];
  }
}
