/**
 * Reading signed documents strictly. A signature covers what a document means, not how it is spelt, so
 * every spelling that two readers could take differently is refused before anybody verifies it
 * (content/README.md, clause 3.1).
 */

import { keyUnderTwoIds } from '../pack/same-key.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { SIGNED_AT } from '../pack/target.ts';

/** Most bytes of each role's document. */
export const MAX_DOCUMENT_BYTES = {
  root: 512_000,
  timestamp: 16_384,
  snapshot: 2_000_000,
  targets: 5_000_000,
} as const;

const MAX_DEPTH = 24;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export type Document = {
  readonly version: number;
  /** UTC milliseconds. */
  readonly expiresMs: number;
  /** When it was signed, as the signer says; 0 for a repository that does not say. */
  readonly signedAtMs: number;
};

/**
 * Looks at a document before its signature is checked.
 *
 * @param role name for the refusal
 * @throws {SyncRefused} `captive-portal` for a page, `metadata-damaged` for everything else
 */
export function readDocument(bytes: Uint8Array, role: string): Document {
  const damaged = (detail: string, cause?: unknown): never => {
    throw new SyncRefused('metadata-damaged', role, detail, { cause });
  };
  let text: string;
  try {
    // ignoreBOM keeps a byte order mark in the text, where JSON then refuses it.
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    return damaged('not UTF-8', cause);
  }
  if (/^\s*</.test(text)) throw new SyncRefused('captive-portal', role, text.slice(0, 60));
  const fault = findTrick(text);
  if (fault !== undefined) return damaged(fault);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    return damaged('not JSON', cause);
  }
  const signed = isRecord(raw) ? raw['signed'] : undefined;
  if (!isRecord(signed)) return damaged('no signed part');
  const twin = keyUnderTwoIds(signed);
  if (twin !== undefined) return damaged(`the key ${twin.slice(0, 12)} under two ids`);
  const { version, expires, [SIGNED_AT]: signedAt } = signed;
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1) return damaged('version');
  // A date that JavaScript cannot read would never expire.
  const expiresMs = timeOf(expires) ?? damaged('expires');
  return { version, expiresMs, signedAtMs: timeOf(signedAt) ?? 0 };
}

function timeOf(value: unknown): number | undefined {
  const ms = typeof value === 'string' && TIME.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(ms) ? undefined : ms;
}

/**
 * Duplicate keys, `__proto__`, numbers that are not whole, and nesting without end, found by walking
 * over the text once. Not a parser: what is left is for `JSON.parse`.
 *
 * @returns what was found, undefined for plain JSON
 */
export function findTrick(text: string): string | undefined {
  const keys: (Set<string> | undefined)[] = [];
  // Sticky expressions without a second way to match: time grows with the text, not with its square.
  const gap = /[\s,]*/y;
  const colon = /\s*:/y;
  const number = /-?\d[\d.eE+-]*/y;
  for (let at = skip(gap, text, 0); at < text.length; at = skip(gap, text, at)) {
    const first = text.charAt(at);
    if (first === '"') {
      const end = endOfString(text, at);
      if (end === undefined) return 'a string without end';
      const literal = text.slice(at, end);
      at = skip(colon, text, end);
      if (at === end) continue;
      const key = keyOf(literal);
      const known = keys.at(-1);
      if (key === undefined || key === '__proto__') return `key ${literal.slice(0, 40)}`;
      if (known?.has(key)) return `key ${literal.slice(0, 40)} twice`;
      known?.add(key);
      continue;
    }
    const end = skip(number, text, at);
    const part = text.slice(at, end);
    if (part !== '' && !Number.isSafeInteger(Number(part))) return `number ${part.slice(0, 40)}`;
    if (first === '{' || first === '[') {
      keys.push(first === '{' ? new Set() : undefined);
      if (keys.length > MAX_DEPTH) return 'nested too deeply';
    } else if (first === '}' || first === ']') keys.pop();
    at = Math.max(end, at + 1);
  }
  return undefined;
}

/** @returns where a sticky expression stops matching from `at` on; `at` itself when it does not match */
function skip(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}

/** @returns the place behind the closing quote of the string that begins at `at` */
function endOfString(text: string, at: number): number | undefined {
  for (let end = at + 1; end < text.length; end += 1) {
    const sign = text.charCodeAt(end);
    if (sign === 0x22) return end + 1;
    if (sign === 0x5c) end += 1;
  }
  return undefined;
}

function keyOf(literal: string): string | undefined {
  try {
    const value: unknown = JSON.parse(literal);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
