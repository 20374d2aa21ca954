/** Which web addresses may be handed to a visitor's phone. Pure. */

/** Addresses known to be misprints of the sources; they must not reach a visitor. */
export const FLAGGED_URLS: readonly RegExp[] = [/town\.voichi\./, /kokudoseisaku_chisei_tk_000073/];

/** Longer ones make a code that phones no longer read from 60 cm. */
const MAX_LENGTH = 400;

/** Protocol, host, port, rest. No `@` before the path: an address with a user is none of ours. */
const ADDRESS = /^https?:\/\/([^\s/?#@:]+)(?::\d{1,5})?(?:[/?#]\S*)?$/iu;

/** Names of the public web: at least two parts, the last of letters. Numbers and bare names lead nowhere. */
const HOST = /^(?:[\p{L}\p{N}-]+\.)+\p{L}[\p{L}\p{N}-]+$/u;
const LOCAL = /\.(?:local|internal|invalid|test|localhost)$/i;

/**
 * An address that anybody can open anywhere: http or https, a host of the public web by name, no user, no
 * misprint.
 *
 * @returns the address as it was given, or null where it must not be handed on
 */
export function publicAddress(url: string | null): string | null {
  if (url === null || url.length > MAX_LENGTH || FLAGGED_URLS.some((flagged) => flagged.test(url)))
    return null;
  const host = ADDRESS.exec(url)?.[1] ?? '';
  return HOST.test(host) && !LOCAL.test(host) ? url : null;
}

/** For reading and typing: without what every browser adds by itself. */
export function shortAddress(url: string): string {
  return url.replace(/^https?:\/\//, '').replace(/\/$/, '');
}
