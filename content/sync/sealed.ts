/**
 * Text that notices when a single bit of it changes: for files of our own that nobody signed. Against
 * rotting disks, not against people.
 */
import { createHash } from 'node:crypto';

/** @param value anything JSON can hold */
export function seal(value: unknown): string {
  const content = JSON.stringify(value);
  return `{"sha256":"${sumOf(content)}","content":${content}}\n`;
}

/** @returns what was sealed; undefined when the text is not exactly as it was written */
export function unseal(text: string): unknown {
  const [, sum, content = ''] = /^\{"sha256":"([0-9a-f]{64})","content":(.*)\}\n$/s.exec(text) ?? [];
  return sum === sumOf(content) ? JSON.parse(content) : undefined;
}

function sumOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}
