/** What a program may speak of, read from wherever the content is: a repository, a data folder, a source. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { namesOf, type ProgramNames } from '../author/program/names.ts';
import { readSource } from '../author/source.ts';
import { LIBRARY_FILE } from '../pack/library.ts';
import type { Program } from '../pack/program.ts';
import { openPublishedPacks } from '../publish/packs.ts';
import { publishedProgram } from '../publish/program.ts';
import { openLibrary } from '../store/library.ts';

export type ProgramContent = {
  readonly names: ProgramNames;
  /** The program that is there; null in a source, and where there is none. */
  readonly program: Program | null;
};

/** Why the content cannot be read. The message is for staff. */
export class NoContent extends Error {
  override readonly name = 'NoContent';
}

/**
 * @param folder absolute
 * @throws {NoContent | PublishRefused}
 */
export function readProgramContent(folder: string): ProgramContent {
  if (existsSync(join(folder, LIBRARY_FILE))) return ofDataFolder(folder);
  if (existsSync(join(folder, 'metadata'))) return ofRepository(folder);
  return ofSource(folder);
}

function ofDataFolder(folder: string): ProgramContent {
  const opened = openLibrary(folder);
  if (!opened.ok) {
    const codes = opened.faults.map(({ code }) => code).join('、');
    throw new NoContent(`データフォルダ「${folder}」が読めません（${codes}）。`);
  }
  const { library } = opened;
  try {
    return { names: namesOf(library.all), program: library.program };
  } finally {
    library.close();
  }
}

function ofRepository(folder: string): ProgramContent {
  const packs = openPublishedPacks(folder);
  try {
    const names = namesOf((sql, params) => packs.flatMap((pack) => pack.all(sql, params)));
    return { names, program: publishedProgram(folder) };
  } finally {
    for (const pack of packs) pack.close();
  }
}

function ofSource(folder: string): ProgramContent {
  const tree = readSource(folder, () => undefined);
  if (tree.base === null || tree.packs.length === 0) {
    throw new NoContent(
      `「${folder}」には内容がありません。原稿フォルダ、renkei build のデータフォルダ、または配信フォルダを --content で指定してください。`,
    );
  }
  const venues = tree.base.venues.value.map(({ id, name, ward, hall }) => ({
    id,
    name: name.ja,
    // 「131181 荒川区」
    also: [...textsOf(name), ...(hall && ward ? [ward.replace(/^\d+\s*/, '')] : [])],
    hall,
  }));
  const exhibitions = tree.packs.flatMap((pack) => {
    if (pack.kind !== 'exhibition') return [];
    const { id, title } = pack.exhibition.value;
    return [{ id, name: title.ja, also: textsOf(title) }];
  });
  const halls = [...venues].sort((a, b) => Number(b.hall) - Number(a.hall));
  return { names: { venues: halls, exhibitions }, program: null };
}

function textsOf(words: Readonly<Record<string, string | undefined>>): readonly string[] {
  return Object.values(words).filter((text) => text !== undefined);
}
