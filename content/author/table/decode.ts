/**
 * Finds out in which encoding a text file was saved. Offices send CSV as Excel writes it: CP932 (called
 * ANSI or Shift_JIS there), UTF-8 with or without a mark, or UTF-16 ("Unicode text").
 */

export type Encoding = 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'CP932';

export type Decoded = { readonly text: string; readonly encoding: Encoding };

/** @returns undefined when the bytes are no text in any of these encodings */
export function decode(bytes: Uint8Array): Decoded | undefined {
  const marked = markOf(bytes);
  if (marked) return decodeAs(marked, bytes);
  const wide = wideOf(bytes);
  if (wide) return decodeAs(wide, bytes);
  // Japanese in CP932 is practically never valid UTF-8, so UTF-8 is tried first.
  return decodeAs('UTF-8', bytes) ?? decodeAs('CP932', bytes);
}

/** A byte order mark says it. */
function markOf(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'UTF-8';
  if (a === 0xff && b === 0xfe) return 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  return undefined;
}

/** How many of the first bytes are looked at for zeros. */
const SAMPLE_BYTES = 4096;

/** Without a mark: UTF-16 has a zero byte beside each comma and line end; few other letters have one. */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  if (bytes.length < 2 || bytes.length % 2 !== 0) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd === even) return undefined;
  return odd > even ? 'UTF-16LE' : 'UTF-16BE';
}

const LABELS: Readonly<Record<Encoding, string>> = {
  'UTF-8': 'utf-8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  // The Encoding Standard's shift_jis is CP932 with the extensions of NEC and IBM (髙, ①, ㈱).
  CP932: 'shift_jis',
};

function decodeAs(encoding: Encoding, bytes: Uint8Array): Decoded | undefined {
  try {
    const text = new TextDecoder(LABELS[encoding], { fatal: true }).decode(bytes);
    // A zero letter is in no text: the bytes are something else.
    return text.includes('\0') ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
}
