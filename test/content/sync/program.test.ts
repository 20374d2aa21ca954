/** The program travels with the set: signed, staged, proven, kept, healed and rolled back as packs are. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseLibrary } from '../../../content/pack/library.ts';
import { PROGRAM_SUBJECT, programInRepository, programPath } from '../../../content/pack/program-target.ts';
import { type ProgramDraft, publishedProgram, publishProgram } from '../../../content/publish/program.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { fromFolder } from '../../../content/sync/from-folder.ts';
import { rollback } from '../../../content/sync/rollback.ts';
import { readSets } from '../../../content/sync/sets.ts';
import { verify } from '../../../content/sync/verify.ts';
import { BASE, clockAt, DAY, makeWorld, NOW, PHRASE, QUICK, type World } from './helpers/world.ts';

let world: World;
beforeEach(async () => {
  world = await makeWorld();
  await world.release([BASE]);
});
afterEach(() => world.remove());

function draftOf(exhibition: string, more: Partial<ProgramDraft> = {}): ProgramDraft {
  const one = { exhibition, venue: 'hall', first: '2026-05-01', last: '2026-05-31' };
  const stays = [{ ...one, opening: null, note: null, screenOnly: false }];
  return { version: null, date: null, title: { ja: '巡回計画' }, stays, ...more };
}

function plan(draft: ProgramDraft | null, nowMs = NOW) {
  const { repo, keys } = world;
  return publishProgram({ repo, keys, draft, today: '2026-04-01', nowMs, ask: async () => PHRASE });
}

function shownProgram(): string | null {
  const opened = openLibrary(world.data);
  if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
  opened.library.close();
  const { program, faults } = opened.library;
  return faults[0]?.code ?? (program && `${program.version} ${program.stays[0]?.exhibition}`);
}

function entryHere() {
  const manifest = parseLibrary(readFileSync(join(world.data, 'library.json'), 'utf8'));
  if (manifest?.program === undefined) throw new Error('no program in the set');
  return manifest.program;
}

function changedBytes(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

describe('the program', () => {
  it('comes with the set, is named by it, and is said as a change', async () => {
    await plan(draftOf('a'));
    const outcome = await world.sync();
    expect(outcome).toMatchObject({
      ok: true,
      state: 'updated',
      changes: [{ packId: 'base' }, { packId: PROGRAM_SUBJECT, title: '巡回計画', from: null, to: 1 }],
    });
    expect(shownProgram()).toBe('1 a');
    expect(await world.sync()).toMatchObject({ state: 'unchanged', bytes: 0 });
    const sets = await readSets(world.data);
    expect(sets.program).toEqual({
      current: { ...entryHere(), signed: { title: '巡回計画', date: '2026-04-01' } },
      previous: null,
    });
  });

  it('alone may change: nothing but its own bytes move', async () => {
    await plan(draftOf('a'));
    await world.sync();
    await plan(draftOf('b'));
    const outcome = await world.sync();
    expect(outcome).toMatchObject({
      state: 'updated',
      changes: [{ packId: PROGRAM_SUBJECT, from: 1, to: 2 }],
    });
    expect(outcome.ok && outcome.bytes).toBe(entryHere().sizeBytes);
    expect(shownProgram()).toBe('2 b');
    expect(readdirSync(join(world.data, 'programs'))).toHaveLength(2);
  });

  it('of a set that nobody keeps is cleared away', async () => {
    for (const id of ['a', 'b', 'c']) {
      await plan(draftOf(id));
      await world.sync();
    }
    expect(readdirSync(join(world.data, 'programs')).map((name) => name.slice(0, 2))).toEqual(['2-', '3-']);
  });

  it('goes back with its set', async () => {
    await plan(draftOf('a'));
    await world.sync();
    await plan(draftOf('b'));
    await world.sync();
    expect(rollback(world.data, clockAt())).toMatchObject({ ok: true });
    expect(shownProgram()).toBe('1 a');
    expect(await world.sync()).toMatchObject({ state: 'held' });
    expect(rollback(world.data, clockAt())).toMatchObject({ ok: true });
    expect(shownProgram()).toBe('2 b');
  });

  it('taken back leaves the set without one, and the set goes on', async () => {
    await plan(draftOf('a'));
    await world.sync();
    await plan(null);
    expect(await world.sync()).toMatchObject({ state: 'updated', changes: [{ from: 1, to: null }] });
    expect(shownProgram()).toBeNull();
  });

  it('that has gone from the disk is told, then mended by the next sync', async () => {
    await plan(draftOf('a'));
    await world.sync();
    const { rmSync } = await import('node:fs');
    rmSync(join(world.data, 'programs'), { recursive: true });
    expect(shownProgram()).toBe('program-missing');
    expect(await world.sync()).toMatchObject({ state: 'mended' });
    expect(shownProgram()).toBe('1 a');
  });
});

describe('refusals of the program', () => {
  it('altered in the source: target-altered, and the old one stays', async () => {
    await plan(draftOf('a'));
    await world.sync();
    const { program } = await plan(draftOf('b'));
    expect(program?.version).toBe(2);
    for (const name of readdirSync(join(world.repo, 'targets', 'programs')))
      changedBytes(join(world.repo, 'targets', 'programs', name));
    expect(await world.sync()).toMatchObject({
      ok: false,
      refusal: { code: 'target-altered', subject: PROGRAM_SUBJECT },
    });
    expect(shownProgram()).toBe('1 a');
  });

  it('missing in the source: source-incomplete', async () => {
    await plan(draftOf('a'));
    const { rmSync } = await import('node:fs');
    rmSync(join(world.repo, 'targets', 'programs'), { recursive: true });
    expect(await world.sync()).toMatchObject({ ok: false, refusal: { code: 'source-incomplete' } });
    expect(existsSync(join(world.data, 'library.json'))).toBe(false);
  });

  it('of an older version under new signatures: rollback', async () => {
    await plan(draftOf('a', { version: 5 }));
    await world.sync();
    // Somebody with the keys takes it back and publishes an old one again.
    await plan(null);
    await plan(draftOf('b', { version: 4 }));
    expect(await world.sync()).toMatchObject({
      ok: false,
      refusal: { code: 'rollback', subject: PROGRAM_SUBJECT },
    });
    expect(shownProgram()).toBe('5 a');
  });

  it('of the same version with other bytes: same-version-differs', async () => {
    await plan(draftOf('a', { version: 5 }));
    await world.sync();
    await plan(null);
    await plan(draftOf('b', { version: 5 }));
    expect(await world.sync()).toMatchObject({ ok: false, refusal: { code: 'same-version-differs' } });
  });
});

describe('verify', () => {
  const check = (heal: boolean) =>
    verify({
      dataDir: world.data,
      clock: clockAt(),
      limits: QUICK,
      ...(heal ? { source: fromFolder(world.repo) } : {}),
    });

  it('finds a changed bit in the program and heals it', async () => {
    await plan(draftOf('a'));
    await world.sync();
    expect(await check(false)).toMatchObject({ sound: true, findings: [] });
    changedBytes(join(world.data, programPath(entryHere())));
    expect(shownProgram()).toBe('program-altered');
    const found = { code: 'target-altered', subject: PROGRAM_SUBJECT, healed: false };
    expect(await check(false)).toMatchObject({ sound: false, findings: [found] });
    expect(await check(true)).toMatchObject({ sound: true, findings: [{ ...found, healed: true }] });
    expect(shownProgram()).toBe('1 a');
  });

  it('finds a program in library.json that nobody signed', async () => {
    await plan(draftOf('a'));
    await world.sync();
    const file = join(world.data, 'library.json');
    const raw = JSON.parse(readFileSync(file, 'utf8'));
    delete raw.program;
    const text = `${JSON.stringify(raw, null, 2)}\n`;
    writeFileSync(file, text);
    // The proof is found by the hash of the file: another file has none.
    expect(await check(false)).toMatchObject({ sound: false, findings: [{ code: 'not-signed' }] });
  });
});

describe('publishProgram', () => {
  it('numbers by itself, and does nothing twice', async () => {
    expect(await plan(draftOf('a'))).toMatchObject({ from: null, to: 1, changed: true });
    expect(await plan(draftOf('a'), NOW + DAY)).toMatchObject({ from: 1, to: 1, changed: false });
    expect(await plan(draftOf('b'))).toMatchObject({ from: 1, to: 2, changed: true });
    expect(publishedProgram(world.repo)?.date).toBe('2026-04-01');
  });

  it.each([
    ['program-older', { version: 1 }],
    ['program-same-version', { version: 2 }],
    ['program-older', { date: '2026-03-31' }],
  ] as const)('refuses %s', async (code, more) => {
    await plan(draftOf('a', { version: 2 }));
    await expect(plan(draftOf('b', more))).rejects.toMatchObject({ code });
  });

  it('refuses a program without anything published, and a file that was changed in the repository', async () => {
    const { repo, keys, remove } = await makeWorld();
    const options = {
      repo,
      keys,
      draft: draftOf('a'),
      today: '2026-04-01',
      nowMs: NOW,
      ask: async () => PHRASE,
    };
    await expect(publishProgram(options)).rejects.toMatchObject({ code: 'base-missing' });
    remove();
    await plan(draftOf('a'));
    const [name = ''] = readdirSync(join(world.repo, 'targets', 'programs'));
    changedBytes(join(world.repo, 'targets', 'programs', name));
    await expect(plan(draftOf('b'))).rejects.toMatchObject({ code: 'repository-altered' });
  });

  it('survives a break between the file and the lists: the next call brings it to its end', async () => {
    await plan(draftOf('a'));
    // What a broken attempt leaves: the file under its hash, no list that names it.
    const stray = join(world.repo, programInRepository('0'.repeat(64)));
    writeFileSync(stray, 'half');
    expect(await plan(draftOf('b'))).toMatchObject({ to: 2 });
    await world.sync();
    expect(shownProgram()).toBe('2 b');
  });
});
