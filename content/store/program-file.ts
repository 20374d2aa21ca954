/** Reads the program of the active set: the bytes that the set names, and nothing else, are followed. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Program, parseProgram } from '../pack/program.ts';
import { PROGRAM_SUBJECT, type ProgramEntry, programPath } from '../pack/program-target.ts';
import type { Fault, ProgramRefusalCode } from '../pack/refusal.ts';

/**
 * @param dataDir absolute path
 * @returns       the program, null when the set has none, or why it is not followed
 */
export function readProgram(dataDir: string, entry: ProgramEntry | undefined): Program | Fault | null {
  if (entry === undefined) return null;
  const fault = (code: ProgramRefusalCode, detail: string): Fault => ({
    code,
    subject: PROGRAM_SUBJECT,
    detail,
  });
  let bytes: Buffer;
  try {
    bytes = readFileSync(`${dataDir}/${programPath(entry)}`);
  } catch {
    return fault('program-missing', `version ${entry.version}`);
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  if (bytes.length !== entry.sizeBytes || sha256 !== entry.sha256)
    return fault('program-altered', `sha256 ${sha256}`);
  const program = parseProgram(bytes.toString('utf8'));
  if (program?.version !== entry.version) return fault('program-unusable', `version ${entry.version}`);
  return program;
}
