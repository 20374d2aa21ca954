/** Opens the packs that a repository offers, each proven as a kiosk would prove it. */
import { join } from 'node:path';
import { PackRefused } from '../pack/refusal.ts';
import { packIdOfTarget, packInRepository, parsePackTarget } from '../pack/target.ts';
import type { ReadablePack } from '../store/driver.ts';
import { openPackFile } from '../store/open.ts';
import { MetadataKind, parse, type Targets } from './documents.ts';
import { PublishRefused } from './refusal.ts';
import { readState } from './repository.ts';

/**
 * @returns the project's and the partners' packs; to be closed by the caller
 * @throws {PublishRefused} `base-missing` for a folder in which nothing is published, `repository-altered`
 */
export function openPublishedPacks(repo: string): readonly ReadablePack[] {
  const state = readState(repo);
  if (state?.targets === undefined) throw new PublishRefused('base-missing', '', repo);
  const lists = [...state.bytes].flatMap(([role, bytes]) =>
    role === 'timestamp' || role === 'snapshot' || role === 'root'
      ? []
      : [parse<Targets>(MetadataKind.Targets, bytes).signed.targets],
  );
  const opened: ReadablePack[] = [];
  try {
    for (const [path, target] of lists.flatMap((list) => Object.entries(list))) {
      const packId = packIdOfTarget(path);
      if (packId === undefined) continue;
      const entry = parsePackTarget(packId, target);
      opened.push(openPackFile(join(repo, packInRepository(packId, entry.sha256)), entry));
    }
    return opened;
  } catch (cause) {
    for (const pack of opened) pack.close();
    if (!(cause instanceof PackRefused)) throw cause;
    throw new PublishRefused('repository-altered', cause.fault.subject, cause.message, { cause });
  }
}
