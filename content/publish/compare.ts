/** Whether a pack may follow the one that is published. */
import type { TargetFile } from '@tufjs/models';
import type { PackId } from '../pack/types.ts';
import { PublishRefused } from './refusal.ts';

/** Versions before and after; null where there is none. */
export type PublishChange = {
  readonly packId: PackId;
  readonly from: number | null;
  readonly to: number | null;
};

/**
 * What a pack would change.
 *
 * @returns undefined when it is published already
 * @throws {PublishRefused} `pack-older` or `pack-same-version`
 */
export function compare(
  before: TargetFile | undefined,
  after: TargetFile,
  packId: PackId,
): PublishChange | undefined {
  const [from, to] = [before, after].map((one) => Number(one?.custom['version'] ?? 0)) as [number, number];
  if (before === undefined) return { packId, from: null, to };
  const same = before.hashes['sha256'] === after.hashes['sha256'];
  if (to < from) throw new PublishRefused('pack-older', packId, `${to} < ${from}`);
  if (to === from && !same) throw new PublishRefused('pack-same-version', packId, `version ${to}`);
  return to === from ? undefined : { packId, from, to };
}
