/**
 * Leaves out of every icon the weights that are never drawn: each file brings six, `renderer/parts/icon.tsx` draws
 * three. Half of what the icons of home cost the start.
 */
import type { Plugin } from 'vite';

const FILE = /@phosphor-icons[\\/]react[\\/]dist[\\/]defs[\\/]\w+\.es\.js$/;
/** One entry of the map of weights. */
const NEVER_DRAWN = /^ {2}\[\n {4}"(thin|light|regular)",\n[\s\S]*?^ {2}\],?\n/gm;

export function iconsPlugin(): Plugin {
  return {
    name: 'icons',
    transform: (code, id) => (FILE.test(id) ? { code: code.replace(NEVER_DRAWN, ''), map: null } : null),
  };
}
