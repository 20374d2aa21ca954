/** Where this kiosk's content lies, and what was shipped or installed beside the program. */
import { join } from 'node:path';

export type Places = {
  readonly packaged: boolean;
  /** Folder of the running bundle. */
  readonly bundle: string;
  /** `resources/` of a packaged program. */
  readonly resources: string;
  /** The program's own folder of this user, always writable. */
  readonly userData: string;
};

/**
 * Data folders, the one that syncs write to first. A packaged kiosk cannot write to where it is installed:
 * what comes goes to the user's folder, and until then the shipped content shows.
 *
 * @param chosen `--data`
 */
export function dataFolders(chosen: string | undefined, places: Places): readonly [string, ...string[]] {
  if (chosen !== undefined) return [chosen];
  if (!places.packaged) return [join(places.bundle, 'data')];
  return [join(places.userData, 'data'), join(places.resources, 'data')];
}

/** Files that installation or packaging may have put there, in that order of weight. */
export function installedFiles(name: string, places: Places): readonly string[] {
  return [join(places.userData, name), join(places.packaged ? places.resources : places.bundle, name)];
}
