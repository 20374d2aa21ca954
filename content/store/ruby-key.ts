/** Under which name the readings of a text lie in a pack. */
import { createHash } from 'node:crypto';

/** Half of SHA-256's strength is plenty here: whoever reads compares the text itself as well. */
const KEY_LETTERS = 24;

export function rubyKey(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, KEY_LETTERS);
}
