/** Writes text in the encodings of Japanese offices: Node itself can only read some of them. */

const cp932 = new Map<string, readonly number[]>();

/** Letter -> bytes, found by reading every pair of bytes there is. */
function table(): ReadonlyMap<string, readonly number[]> {
  if (cp932.size > 0) return cp932;
  const decoder = new TextDecoder('shift_jis');
  const add = (...bytes: number[]): void => {
    const letter = decoder.decode(Uint8Array.from(bytes));
    if ([...letter].length === 1 && letter !== '\ufffd' && !cp932.has(letter)) cp932.set(letter, bytes);
  };
  for (let byte = 0; byte < 0x80; byte++) add(byte);
  for (let byte = 0xa1; byte <= 0xdf; byte++) add(byte);
  for (let lead = 0x81; lead <= 0xfc; lead++) {
    if (lead >= 0xa0 && lead <= 0xdf) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) add(lead, trail);
  }
  return cp932;
}

/** Every letter that CP932 has, ASCII left out. */
export function cp932Letters(): readonly string[] {
  return [...table().keys()].filter((letter) => letter > '\u007f' && !/[\ue000-\uf8ff]/.test(letter));
}

/** @throws for a letter that CP932 has not */
export function toCp932(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((letter) => {
      const bytes = table().get(letter);
      if (!bytes) throw new Error(`not in CP932: ${letter}`);
      return [...bytes];
    }),
  );
}

export function toUtf16(text: string, order: 'LE' | 'BE', mark: boolean): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return Uint8Array.from(order === 'LE' ? bytes : bytes.swap16());
}

export function toUtf8(text: string, mark: boolean): Uint8Array {
  return Uint8Array.from(Buffer.from(mark ? `\ufeff${text}` : text, 'utf8'));
}
