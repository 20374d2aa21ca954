/** HTTP byte ranges (RFC 9110, 14.1.2) as film players send them. */

/** Half open: `start` included, `end` not. */
export type ByteRange = { readonly start: number; readonly end: number };

/**
 * @param header    value of `Range`, or null
 * @param sizeBytes size of the whole
 * @returns         one range; 'whole' without a header, for other units and for several ranges (a
 *                  server may ignore those); 'unsatisfiable' when it begins behind the end
 */
export function parseRange(header: string | null, sizeBytes: number): ByteRange | 'whole' | 'unsatisfiable' {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return 'whole';
  const [first, last] = [match[1] ?? '', match[2] ?? ''];
  if (first === '') {
    const count = Math.min(Number(last), sizeBytes);
    return count === 0 ? 'unsatisfiable' : { start: sizeBytes - count, end: sizeBytes };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes : Math.min(Number(last) + 1, sizeBytes);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= sizeBytes ? 'unsatisfiable' : { start, end };
}
