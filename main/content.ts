/**
 * The content the kiosk shows at this moment, and the change to another set without a moment between. Of
 * several data folders the first that can be shown is shown: what came by sync before what was shipped.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LIBRARY_FILE } from '../content/pack/library.ts';
import type { Opened } from '../content/store/library.ts';
import { readMediaType } from '../content/store/media.ts';
import { openTrust } from '../content/sync/trust.ts';

/** Opens the active set of a data folder, every byte of its packs proven. */
export type OpenFolder = (dataDir: string) => Promise<Opened>;

export type Content = {
  /** @throws Error before the first opening has ended */
  readonly opened: () => Opened;
  /** Type of a picture or film and its data folder; null when neither this set nor the one just left names it. */
  readonly medium: (sha256: string) => { readonly mime: string; readonly dataDir: string } | null;
  /** Newest signing time the kiosk has seen, UTC ms; 0 before the first sync. */
  readonly newestSignedMs: () => number;
  /**
   * Opens what is active on the disk now, if it is another set than the one shown. One that does not open is
   * not taken while there is another.
   *
   * @returns whether another set is shown from now on
   */
  readonly look: () => Promise<boolean>;
  /** Opens the same set once more, with every check there is: something in it is not as it should be. */
  readonly lookClosely: () => Promise<boolean>;
  /** Data folder of the set shown. */
  readonly folder: () => string;
  /** Lets go of the files of the set just left. */
  readonly forget: () => void;
};

type Shown = { readonly opened: Opened; readonly dataDir: string; readonly set: string };

/** So long pictures of the set just left are still given: a page that shows them is being drawn anew. */
const LEAVING_MS = 60_000;

/** @param folders absolute; the one that syncs write to first. Not empty */
export function makeContent(
  folders: readonly string[],
  open: OpenFolder,
  openClosely: OpenFolder = open,
): Content {
  let shown: Shown | null = null;
  let left: Shown | null = null;
  let signedMs = 0;

  /** One look after the other: two that overlap could show the older set last. */
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn(openFolder: OpenFolder, again: boolean): Promise<boolean> {
    const act = (): Promise<boolean> => lookWith(openFolder, again);
    const next = turn.then(act, act);
    turn = next.catch(() => undefined);
    return next;
  }

  async function lookWith(openFolder: OpenFolder, again: boolean): Promise<boolean> {
    signedMs = Math.max(signedMs, ...folders.map(signedSeen));
    for (const dataDir of folders) {
      const set = setOf(dataDir);
      // What is shown is as good as whatever comes behind it in the list.
      if (!again && shown?.opened.ok && shown.dataDir === dataDir && shown.set === set) return false;
      const opened = await openFolder(dataDir);
      if (!opened.ok && dataDir !== folders.at(-1)) continue;
      if (!opened.ok && shown !== null && !again) return false;
      forget();
      left = shown;
      shown = { opened, dataDir, set };
      setTimeout(forget, LEAVING_MS).unref();
      return true;
    }
    return false;
  }

  function forget(): void {
    if (left?.opened.ok) left.opened.library.close();
    left = null;
  }

  return {
    opened: () => {
      if (shown === null) throw new Error('content is not open yet');
      return shown.opened;
    },
    medium: (sha256) => {
      for (const one of [shown, left]) {
        const mime = one?.opened.ok ? readMediaType(one.opened.library, sha256) : null;
        if (one && mime !== null) return { mime, dataDir: one.dataDir };
      }
      return null;
    },
    newestSignedMs: () => signedMs,
    look: () => inTurn(open, false),
    lookClosely: async () => {
      const changed = await inTurn(openClosely, true);
      // Nothing more of what was just found wanting.
      forget();
      return changed;
    },
    folder: () => shown?.dataDir ?? folders[0] ?? '',
    forget,
  };
}

/** Text of the active set's list; empty when it cannot be read. */
function setOf(dataDir: string): string {
  try {
    return readFileSync(join(dataDir, LIBRARY_FILE), 'utf8');
  } catch {
    return '';
  }
}

function signedSeen(dataDir: string): number {
  try {
    return openTrust(dataDir).seen().newestSignedMs;
  } catch {
    return 0;
  }
}
