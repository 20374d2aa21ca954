/**
 * Everything that signs a release, as the faults see it: the command, the state before, and what a kiosk
 * may show after the command was broken off. Whatever was half written, a kiosk that syncs then shows the
 * release before or the new one, and the same command again goes through.
 */
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openLibrary } from '../../../content/store/library.ts';
import { buildData } from '../../helpers/library.ts';
import { exhibitionPack, SMALL_BASE, writeSource } from '../../helpers/source.ts';
import { renkei } from './program.ts';
import { expectWhole, leftOver, NEW, OLD, type Scene, takeUpdate } from './scene.ts';

export type Publication = {
  readonly name: string;
  /** Repository before the command. */
  readonly repo: (scene: Scene) => string;
  /** A kiosk that shows what the repository says. */
  readonly kiosk: (scene: Scene) => string;
  readonly command: (scene: Scene, repo: string) => readonly string[];
  /** What a kiosk shows, before and after. */
  readonly states: readonly [before: string, after: string];
};

export const PUBLICATIONS: readonly Publication[] = [
  {
    name: 'publishing',
    repo: (scene) => scene.oldRepo,
    kiosk: (scene) => scene.data,
    command: (scene, repo) => ['publish', scene.build, '--repo', repo, '--keys', scene.keys],
    states: [`${OLD}, no program`, `${NEW}, no program`],
  },
  {
    name: 'publishing a program',
    repo: (scene) => scene.repo,
    kiosk: (scene) => scene.newData,
    command: (scene, repo) => [
      ...['program', join(scene.folder, 'plan.csv'), '--content', join(scene.folder, 'content')],
      ...['--repo', repo, '--keys', scene.keys],
    ],
    states: [`${NEW}, no program`, `${NEW}, program 1`],
  },
];

/** Lays out what the program speaks of: the packs of the scene know no venue. */
export function writePlan({ folder }: Scene): void {
  const built = buildData(writeSource({ ...SMALL_BASE, ...exhibitionPack('hiroshima-9') }));
  cpSync(built, join(folder, 'content'), { recursive: true });
  writeFileSync(join(folder, 'plan.csv'), '展示,会場,期間\nhiroshima-9,荒川区,令和9年4月1日〜24日\n');
}

/**
 * A kiosk takes what the repository offers now, then the same publication goes through.
 *
 * @param kiosk folder to be made and removed again
 * @returns what the kiosk showed before the publication was repeated
 */
export async function expectPublishes(
  scene: Scene,
  publication: Publication,
  repo: string,
  kiosk: string,
): Promise<string> {
  const [, after] = publication.states;
  cpSync(publication.kiosk(scene), kiosk, { recursive: true });
  expect(await takeUpdate(kiosk, repo)).toMatchObject({ ok: true });
  const now = await stateOf(kiosk);
  expect(publication.states).toContain(now);
  const again = await renkei(publication.command(scene, repo));
  expect(again, again.err).toMatchObject({ code: 0 });
  expect(leftOver(repo)).toEqual([]);
  expect(await takeUpdate(kiosk, repo)).toMatchObject({ ok: true });
  expect(await stateOf(kiosk)).toBe(after);
  rmSync(kiosk, { recursive: true });
  return now;
}

/** Packs and program of a kiosk, everything verified. */
async function stateOf(kiosk: string): Promise<string> {
  const packs = await expectWhole(kiosk, [OLD, NEW]);
  const opened = openLibrary(kiosk);
  if (!opened.ok) throw new Error('does not open');
  const { library } = opened;
  const version = library.program?.version;
  library.close();
  return `${packs}, ${version === undefined ? 'no program' : `program ${version}`}`;
}
