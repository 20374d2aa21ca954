/** The name by which receipts tell this kiosk from another in the same hall: random, kept beside the settings. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeDurably } from '../../content/disk.ts';

/** @returns 24 hex digits; new ones each time where the file can neither be read nor written */
export function kioskId(file: string): string {
  try {
    const known = readFileSync(file, 'utf8').trim();
    if (/^[0-9a-f]{24}$/.test(known)) return known;
  } catch {
    // First start, or a disk that fails: both get a new one.
  }
  const id = randomBytes(12).toString('hex');
  try {
    writeDurably(file, `${id}\n`);
  } catch {
    // The receipt then carries a name for this run only.
  }
  return id;
}
