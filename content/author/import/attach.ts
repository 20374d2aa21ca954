/** Puts the photos that the cells of a row name beside the row: each gets a name of its own in the pack. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Value } from '../workbook/column.ts';
import type { CommitFile } from './commit.ts';
import { isRecord } from './merge.ts';
import type { PhotoFolder } from './photos.ts';
import type { ImportProblem, ImportProblemId } from './problem.ts';
import type { ReadRow } from './rows.ts';
import type { Target } from './target.ts';

export type Attached = {
  readonly row: ReadRow;
  readonly files: readonly CommitFile[];
  readonly problems: readonly ImportProblem[];
};

const FILE = 'picture.file';

/**
 * @param places where the pack lies and where the photos are
 * @returns      the row with the photo's name in the pack, or without a picture and with a problem that
 *               does not keep the rest of the row out
 */
export function attachPhotos(
  row: ReadRow,
  target: Target,
  { folder, photos }: { readonly folder: string; readonly photos: PhotoFolder | null },
): Attached {
  const known = knownPicture(target, row, folder);
  if (row.withdraw) return { row, files: gone(known, null, target, row), problems: [] };
  const name = row.values.get(FILE);
  if (typeof name !== 'string') return withoutFile(row, known);
  if (photos === null) {
    if (known !== null) return { row: withFile(row, known), files: [], problems: [] };
    const want = '写真はまだ読みこんでいません。写真のフォルダを --photos で指定してください';
    return dropped(row, 'photo-missing', name, want);
  }
  const answer = photos.find(name);
  if (answer.kind !== 'found') {
    const id = answer.kind === 'missing' ? 'photo-missing' : 'photo-unusable';
    if (known !== null) return { ...dropped(row, id, name, answer.want), row: withFile(row, known) };
    return dropped(row, id, name, answer.want);
  }
  const path = `pictures/${target.idOf(row)}${answer.photo.ending}`;
  const content = answer.photo.bytes;
  const files = isSame(join(folder, path), content) ? [] : [{ path, content }];
  return { row: withFile(row, path), files: [...files, ...gone(known, path, target, row)], problems: [] };
}

/** The picture the thing has already, where its file is there. */
function knownPicture(target: Target, row: ReadRow, folder: string): string | null {
  const picture = target.before(row)?.['picture'];
  const file = isRecord(picture) ? picture['file'] : undefined;
  return typeof file === 'string' && existsSync(join(folder, file)) ? file : null;
}

/** The file that an earlier import put there, when another one takes its place or the thing goes. */
function gone(
  known: string | null,
  next: string | null,
  target: Target,
  row: ReadRow,
): readonly CommitFile[] {
  const ours = known?.replace(/\.[a-z]+$/, '') === `pictures/${target.idOf(row)}`;
  return known !== null && ours && known !== next ? [{ path: known, content: null }] : [];
}

/** Alternative text and credit belong to a picture: without one they are kept out, and said so. */
function withoutFile(row: ReadRow, known: string | null): Attached {
  const orphan = [...row.values].find(([path, value]) => path.startsWith('picture.') && value !== null);
  if (!orphan || known !== null) return { row, files: [], problems: [] };
  const found = isRecord(orphan[1]) ? '' : String(orphan[1]);
  return dropped(
    row,
    'photo-missing',
    found,
    '写真の説明だけがあります。「写真」の列にファイル名を書いてください',
  );
}

function withFile(row: ReadRow, file: string): ReadRow {
  return { ...row, values: new Map<string, Value | null>([...row.values, [FILE, file]]) };
}

function dropped(row: ReadRow, id: ImportProblemId, found: string, want: string): Attached {
  const values = new Map([...row.values].filter(([path]) => !path.startsWith('picture.')));
  const problem: ImportProblem = {
    id,
    sheet: row.sheet,
    row: row.row,
    cell: row.cells.get(FILE) ?? null,
    heading: '写真',
    found,
    want,
    fatal: false,
  };
  return { row: { ...row, values }, files: [], problems: [problem] };
}

function isSame(path: string, bytes: Uint8Array): boolean {
  return existsSync(path) && readFileSync(path).equals(bytes);
}
