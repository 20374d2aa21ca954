/** Where electron-builder leaves the unpacked app. */
import { join } from 'node:path';
import { ROOT } from '../setup/places.ts';

/** Everything that packaging makes; may be deleted at any moment. */
export const DIST = join(ROOT, 'build', 'dist');

/** The program of the unpacked Linux app. */
export function unpackedProgram(arch: string = process.arch): string {
  return join(DIST, arch === 'x64' ? 'linux-unpacked' : `linux-${arch}-unpacked`, 'renkei-kiosk');
}
