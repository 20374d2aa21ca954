/**
 * Follows the data folder of a preview while `renkei preview` builds into it: the screen gets each new
 * active set and hears how the source is doing.
 */
import { readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { PREVIEW_FILE, type PreviewState, parsePreviewState } from '../content/pack/preview.ts';
import type { Content } from './content.ts';
import type { Log } from './log.ts';

export type PreviewChange = {
  readonly state: PreviewState;
  /** Another active set is shown from now on. */
  readonly content: boolean;
};

export type Preview = {
  readonly state: () => PreviewState;
  /** Begins to follow. A second call takes the place of the first. */
  readonly watch: (listener: (change: PreviewChange) => void) => void;
};

const FIRST: PreviewState = { state: 'shown', errors: 0, problem: '' };
/** One save is several file operations; they come within this. */
const TOGETHER_MS = 60;

/** @param content the kiosk's content; asked to look again after every change */
export function followPreview(dataDir: string, content: Pick<Content, 'look'>, log: Log): Preview {
  let state = readState(dataDir) ?? FIRST;
  let stop = (): void => undefined;

  async function look(listener: (change: PreviewChange) => void): Promise<void> {
    const isNew = await content.look();
    const next = readState(dataDir) ?? state;
    if (!isNew && JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    listener({ state, content: isNew });
  }

  function lookAndLog(listener: (change: PreviewChange) => void): void {
    look(listener).catch((error: unknown) => log.write('error', 'preview', error));
  }

  return {
    state: () => state,
    watch: (listener) => {
      stop();
      let waiting: NodeJS.Timeout | undefined;
      const watcher = watch(dataDir, () => {
        clearTimeout(waiting);
        waiting = setTimeout(() => lookAndLog(listener), TOGETHER_MS);
      });
      // The folder goes away with `renkei preview`, which ends us as well.
      watcher.on('error', () => watcher.close());
      stop = () => watcher.close();
      // What was built while the window opened.
      lookAndLog(listener);
    },
  };
}

function readState(dataDir: string): PreviewState | undefined {
  return parsePreviewState(read(join(dataDir, PREVIEW_FILE)));
}

/** @returns empty when it cannot be read */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
