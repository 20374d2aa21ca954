/** Brings the program of a set onto the disk: proven in `staging/`, then given its name (clause 7.3). */
import { rmSync } from 'node:fs';
import { PROGRAM_SUBJECT, type ProgramEntry, programInRepository } from '../pack/program-target.ts';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { readProgram } from '../store/program-file.ts';
import { sizeOf } from './fetch.ts';
import { moveTo } from './landing.ts';
import { programFile, stagingOf } from './places.ts';
import { fetchAll, flushNames, type Staging } from './stage.ts';
import { onDisk } from './work.ts';

/**
 * Makes the program proven: where it belongs, or in `staging/`.
 *
 * @throws {SyncRefused | SourceGone}
 */
export async function stageProgram(at: Staging, entry: ProgramEntry | undefined): Promise<void> {
  const staging = stagingOf(at.dataDir);
  if (entry === undefined || faultOf(at.dataDir, entry) === '' || faultOf(staging, entry) === '') return;
  const { sha256, sizeBytes } = entry;
  const wanted = { path: programInRepository(sha256), subject: PROGRAM_SUBJECT, sha256, sizeBytes };
  const staged = programFile(staging, entry);
  const prove = (): void => {
    const fault = faultOf(staging, entry);
    if (fault === '') return;
    // Clause 6.1 holds for the program as well: a right signature does not make it readable.
    rmSync(staged, { force: true });
    throw new SyncRefused('pack-refused', PROGRAM_SUBJECT, fault);
  };
  await fetchAll(at, 'packs', [{ wanted, to: staged, prove }]);
}

/** Empty when the program is there, whole and readable. */
function faultOf(dataDir: string, entry: ProgramEntry): string {
  const found = readProgram(dataDir, entry);
  return found !== null && 'code' in found ? `${found.code}: ${found.detail}` : '';
}

/** Gives the proven program its name; it is on the disk when this returns. */
export async function placeProgram(
  { dataDir, afterBreak }: Pick<Staging, 'dataDir' | 'afterBreak'>,
  entry: ProgramEntry | undefined,
): Promise<void> {
  if (entry === undefined) return;
  await onDisk(PROGRAM_SUBJECT, async () => {
    const [from, to] = [programFile(stagingOf(dataDir), entry), programFile(dataDir, entry)];
    const staged = sizeOf(from) === entry.sizeBytes;
    if (staged) moveTo(from, to);
    if (staged || afterBreak) await flushNames(dataDir, [to]);
  });
}
