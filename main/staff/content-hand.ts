/**
 * The staff's hand on the content: begins and stops work, tells how it goes in words the screen knows,
 * and remembers how it ended. Visitors' screens go on meanwhile.
 */
import type { ContentView, PackLine, WorkResult, WorkView } from '../ipc/contract.ts';
import type { StateOrNot } from '../state/state.ts';
import type { Ending, SyncControl, SyncState } from '../sync/control.ts';
import type { Outcome, SyncFrom } from '../sync/messages.ts';

export type ContentHand = {
  /** Where content comes from by itself, as text; null: only by stick. */
  readonly source: string | null;
  readonly view: () => Promise<ContentView>;
  /** From this folder, or by itself where null. */
  readonly sync: (folder: string | null) => void;
  readonly stop: () => void;
  readonly back: () => void;
  /** The control, once it stands; until then there is no work. */
  readonly take: (control: SyncControl) => void;
};

export type HandOptions = {
  readonly dataDir: string;
  readonly source: SyncFrom | null;
  readonly changed: (work: WorkView) => void;
  readonly ended: (ending: Ending) => void;
};

const NOTHING_YET: SyncState = { phase: 'idle', last: null };

export function makeContentHand({ dataDir, source, changed, ended }: HandOptions): ContentHand {
  let control: SyncControl | null = null;
  let last: Ending | null = null;
  const work = (): WorkView => workOf(control?.state() ?? NOTHING_YET);
  const sourceText = source === null ? null : source.by === 'line' ? source.url : source.folder;

  return {
    source: sourceText,
    view: async () => {
      // Reading signatures needs libraries that no start should wait for.
      const { readSets } = await import('../../content/sync/sets.ts');
      const { current, previous } = await readSets(dataDir);
      return {
        source: sourceText,
        current: current?.map(lineOf) ?? null,
        previous: previous?.map(lineOf) ?? null,
        previousIsNewer: isNewer(previous ?? [], current ?? []),
        work: work(),
      };
    },
    // Neither ever rejects; how it went comes with the state.
    sync: (folder) => {
      const from = folder === null ? source : { by: 'folder' as const, folder };
      if (from !== null) void control?.sync(from, { again: true });
    },
    back: () => void control?.rollback(),
    stop: () => control?.cancel(),
    take: (given) => {
      control = given;
      given.subscribe((state) => {
        if (state.last !== null && state.last !== last) {
          last = state.last;
          ended(state.last);
        }
        changed(workOf(state));
      });
    },
  };
}

/** Remembers how it ended. Work of the schedule that brought nothing is not written into the audit. */
export function noteEnding(found: StateOrNot, ending: Ending, report: (error: unknown) => void): void {
  if (!found.ok) return;
  const { job, asker, outcome } = ending;
  const { settings, audit } = found.state;
  const result = resultOf(ending);
  const code = result.code === 'refused' ? result.refusal.code : result.code;
  try {
    if (job === 'sync') {
      const done = code === 'updated' || code === 'mended' ? 'done' : code;
      settings.remember('last-update', { atMs: ending.endedMs, code: done === 'held' ? 'unchanged' : done });
    }
    if (asker === 'staff' || code === 'updated')
      audit.write(job === 'rollback' ? 'rollback' : 'sync', code, `${asker}${detailOf(outcome)}`);
  } catch (error) {
    report(error);
  }
}

function detailOf(outcome: Outcome): string {
  if (!outcome.ok) return ` ${outcome.refusal.subject}`.trimEnd();
  return 'changes' in outcome ? ` ${outcome.changes.length}` : '';
}

function workOf(state: SyncState): WorkView {
  const { last } = state;
  const result = last === null ? null : resultOf(last);
  if (state.phase === 'idle')
    return { phase: 'idle', job: last && jobOf(last), progress: null, stopping: false, result };
  const { work, progress, stopping } = state;
  return { phase: 'working', job: jobOf(work), progress, stopping, result };
}

function jobOf({ job, from }: Pick<Ending, 'job' | 'from'>): NonNullable<WorkView['job']> {
  if (job === 'rollback') return 'back';
  return from?.by === 'folder' ? 'stick' : 'line';
}

function resultOf({ outcome, endedMs: atMs, from, safeToRemove, receipt }: Ending): WorkResult {
  const stick = from?.by === 'folder' ? { safeToRemove, receipt: receipt !== null } : null;
  if (!outcome.ok) return { code: 'refused', refusal: outcome.refusal, atMs, stick };
  if ('changes' in outcome) return { code: outcome.state, changes: outcome.changes.length, atMs, stick };
  const code = isNewer(outcome.to, outcome.from) ? 'forth' : 'back';
  return { code, changes: outcome.to.length, atMs, stick };
}

type Versioned = Pick<PackLine, 'packId' | 'version'>;

/** By the first pack that differs; a set with more packs of the same versions is the newer one. */
export function isNewer(one: readonly Versioned[], other: readonly Versioned[]): boolean {
  const versions = new Map(other.map(({ packId, version }) => [packId, version]));
  const changed = one.find(({ packId, version }) => (versions.get(packId) ?? version) !== version);
  if (changed === undefined) return one.length > other.length;
  return changed.version > (versions.get(changed.packId) ?? 0);
}

function lineOf(pack: {
  readonly packId: string;
  readonly version: number;
  readonly signed: { readonly title: string; readonly date: string } | null;
}): PackLine {
  const { packId, version, signed } = pack;
  return { packId, version, title: signed?.title ?? null, date: signed?.date ?? null };
}
