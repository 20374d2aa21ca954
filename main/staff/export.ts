/** Writes what staff take along to a stick: whole or not at all, and on the stick when this returns. */
import { join } from 'node:path';
import { writeDurably } from '../../content/disk.ts';
import type { Day } from '../../content/pack/types.ts';
import type { Exported, ExportKind } from '../ipc/contract.ts';
import { countsAsCsv } from '../state/counts-file.ts';
import type { State } from '../state/state.ts';
import type { PluggedStick } from './sticks.ts';

const FOLDER = 'renkei-export';

export function exportTo(
  stick: PluggedStick,
  what: ExportKind,
  { state, log }: { readonly state: State; readonly log: () => string },
  where: { readonly venueId: string; readonly today: Day },
): Exported {
  const ending = what === 'counts' ? 'csv' : 'jsonl';
  const name = `${what}-${where.venueId}-${where.today}.${ending}`;
  const texts: Readonly<Record<ExportKind, () => string>> = {
    counts: () => countsAsCsv(state.counts.exported()),
    audit: state.audit.lines,
    log,
  };
  writeDurably(join(stick.folder, FOLDER, name), texts[what]());
  return { file: `${FOLDER}/${name}`, stick: stick.name };
}
