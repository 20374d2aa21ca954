/**
 * One key counts once. TUF counts signatures by key id, and an id is only a name that a list gives: with one
 * key under two names, one person could be "two of two". Such a list is refused as a whole.
 */

/**
 * @param signed the signed part of a TUF document, not yet verified
 * @returns the id under which a key appears for the second time; undefined when each appears once
 */
export function keyUnderTwoIds(signed: unknown): string | undefined {
  const delegations = field(signed, 'delegations');
  return secondName(field(signed, 'keys')) ?? secondName(field(delegations, 'keys'));
}

function secondName(keys: unknown): string | undefined {
  const seen = new Set<string>();
  for (const [keyId, key] of Object.entries(keys ?? {})) {
    const text = field(field(key, 'keyval'), 'public');
    if (typeof text !== 'string') continue;
    const tail = tailOf(text);
    if (seen.has(tail)) return keyId;
    seen.add(tail);
  }
  return undefined;
}

/** Hex in either case or PEM, bare or wrapped: the last 32 bytes are the key itself or more than tell it apart. */
function tailOf(text: string): string {
  if (!text.includes('-----')) return text.toLowerCase().slice(-64);
  return hexOfBase64(text.replaceAll(/-----[^-]*-----/g, '')).slice(-64);
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Passes over everything that is not base64. */
function hexOfBase64(text: string): string {
  const bits = [...text].map((sign) => BASE64.indexOf(sign)).filter((value) => value >= 0);
  const all = bits.map((value) => value.toString(2).padStart(6, '0')).join('');
  const bytes = all.match(/.{8}/g) ?? [];
  return bytes.map((byte) => Number.parseInt(byte, 2).toString(16).padStart(2, '0')).join('');
}

function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? Reflect.get(of, name) : undefined;
}
