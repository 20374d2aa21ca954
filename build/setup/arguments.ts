/** Prepares the kiosk's switches for a process that runs in another folder. */
import { resolve } from 'node:path';

/** Switches whose value is a path. */
const PATHS = ['--data', '--tour', '--root', '--sync-from', '--stick'];

/** Makes the paths in `argv` absolute, in both spellings (`--data x`, `--data=x`); leaves everything else as it is. */
export function withAbsolutePaths(argv: readonly string[], base: string): string[] {
  return argv.map((word, at) => {
    const before = argv[at - 1];
    if (before !== undefined && PATHS.includes(before)) return absolute(base, word);
    const [name = '', ...value] = word.split('=');
    return PATHS.includes(name) && value.length > 0 ? `${name}=${absolute(base, value.join('='))}` : word;
  });
}

/** A source may be an address. */
function absolute(base: string, word: string): string {
  return /^https?:\/\//i.test(word) ? word : resolve(base, word);
}
