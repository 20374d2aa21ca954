/**
 * Reading signed documents strictly. A signature covers what a document means, not how it is spelt, so
 * every spelling that two readers could take differently is refused before anybody verifies it
 * (content/README.md, clause 3.1).
 */
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
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|[{}[\]]/gs;
  const colon = /\s*:/y;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [part] = found;
    const first = part.charAt(0);
    if (first === '{' || first === '[') {
      keys.push(first === '{' ? new Set() : undefined);
      if (keys.length > MAX_DEPTH) return 'nested too deeply';
    } else if (first === '}' || first === ']') {
      keys.pop();
    } else if (first === '"') {
      colon.lastIndex = token.lastIndex;
      if (!colon.test(text)) continue;
      const key = keyOf(part);
      const known = keys.at(-1);
      if (key === undefined || key === '__proto__') return `key ${part.slice(0, 40)}`;
      if (known?.has(key)) return `key ${part.slice(0, 40)} twice`;
      known?.add(key);
    } else if (!Number.isSafeInteger(Number(part))) {
      return `number ${part.slice(0, 40)}`;
    }
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
