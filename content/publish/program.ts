/**
 * `renkei program`: signs the program (巡回計画) into a repository, beside the packs and in the same
 * order of writing: the file under its hash first, then the lists, `timestamp.json` last.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TargetFile } from '@tufjs/models';
import { writeDurably } from '../disk.ts';
import { formatProgram, PROGRAM_FORMAT, type Program, parseProgram } from '../pack/program.ts';
import {
  PROGRAM_SUBJECT,
  PROGRAM_TARGET,
  type ProgramCustom,
  parseProgramTarget,
  programInRepository,
} from '../pack/program-target.ts';
import type { Day } from '../pack/types.ts';
import { copyTargets } from './documents.ts';
import { type PublishOptions, withRepository } from './publish.ts';
import { PublishRefused } from './refusal.ts';
import { type Released, release } from './release.ts';
import { readState, type State } from './repository.ts';

/** A program as somebody wrote it: version and date may be left to us. */
export type ProgramDraft = Omit<Program, 'version' | 'date'> & {
  /** Null: one more than the published one, or the same where nothing changes. */
  readonly version: number | null;
  /** Null: the day of publication, or the same where nothing changes. */
  readonly date: Day | null;
};

export type PublishProgramOptions = Pick<PublishOptions, 'repo' | 'keys' | 'nowMs' | 'ask'> & {
  /** Null takes the published program back: packs then say their own dates again. */
  readonly draft: ProgramDraft | null;
  /** Tokyo day. */
  readonly today: Day;
};

export type ProgramPublished = Released & {
  /** Versions; null where there is none. */
  readonly from: number | null;
  readonly to: number | null;
  readonly changed: boolean;
  readonly program: Program | null;
};

/**
 * Publishes. Interrupted at any moment, the repository serves what it served before, and the same call
 * again brings it to an end; what is published already is not published twice.
 *
 * @throws {PublishRefused}
 */
export function publishProgram(options: PublishProgramOptions): Promise<ProgramPublished> {
  const { repo, draft, today, nowMs } = options;
  return withRepository(options, async (state, keyring) => {
    if (state.targets === undefined) throw new PublishRefused('base-missing', '', 'nothing published yet');
    const before = publishedIn(repo, state);
    const program = draft && numbered(draft, before, today);
    const from = before?.version ?? null;
    const to = program?.version ?? null;
    const changed = program === null ? before !== null : !isSame(program, before);
    if (!changed) return { ...(await release(repo, state, keyring, nowMs, {})), from, to, changed, program };
    if (program !== null) refuseOlder(program, before);
    const targets = copyTargets(state.targets);
    delete targets.targets[PROGRAM_TARGET];
    if (program !== null) targets.addTarget(putIn(repo, program));
    return { ...(await release(repo, state, keyring, nowMs, { targets })), from, to, changed, program };
  });
}

/** The program that a repository offers; null when it has none. @throws {PublishRefused} */
export function publishedProgram(repo: string): Program | null {
  const state = readState(repo);
  return state === undefined ? null : publishedIn(repo, state);
}

function publishedIn(repo: string, state: State): Program | null {
  const raw = state.targets?.signed.targets[PROGRAM_TARGET];
  if (raw === undefined) return null;
  const { sha256 } = parseProgramTarget(raw);
  const bytes = readFileSync(join(repo, programInRepository(sha256)));
  const program = parseProgram(bytes.toString('utf8'));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256 || program === undefined)
    throw new PublishRefused('repository-altered', PROGRAM_SUBJECT, programInRepository(sha256));
  return program;
}

/** Fills in what the author left to us. */
function numbered(draft: ProgramDraft, before: Program | null, today: Day): Program {
  const same = before !== null && contentOf(draft) === contentOf(before);
  const version = draft.version ?? (before === null ? 1 : before.version + (same ? 0 : 1));
  return { ...draft, version, date: draft.date ?? (same ? before.date : today) };
}

function contentOf(program: ProgramDraft): string {
  return formatProgram({ ...program, version: 1, date: '2000-01-01' });
}

function isSame(program: Program, before: Program | null): boolean {
  return before !== null && formatProgram(program) === formatProgram(before);
}

/** No kiosk would take it after what it has. */
function refuseOlder({ version, date }: Program, before: Program | null): void {
  if (before === null) return;
  const detail = `version ${version}, published ${before.version}`;
  if (version < before.version) throw new PublishRefused('program-older', PROGRAM_SUBJECT, detail);
  if (version === before.version) throw new PublishRefused('program-same-version', PROGRAM_SUBJECT, detail);
  if (date < before.date)
    throw new PublishRefused('program-older', PROGRAM_SUBJECT, `date ${date}, published ${before.date}`);
}

/** The file under its hash: a name never means other bytes, so writing it again does no harm. */
function putIn(repo: string, program: Program): TargetFile {
  const bytes = Buffer.from(formatProgram(program));
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  writeDurably(join(repo, programInRepository(sha256)), bytes);
  const custom: ProgramCustom = {
    kind: 'program',
    version: program.version,
    format: PROGRAM_FORMAT,
    date: program.date,
    title: program.title.ja,
  };
  return new TargetFile({
    path: PROGRAM_TARGET,
    length: bytes.length,
    hashes: { sha256 },
    unrecognizedFields: { custom },
  });
}
