/** Photos that came with a table: looks for the file that a cell names, and whether it can be used. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type PictureFormat, sniffPicture } from '../media/header.ts';
import { judgePicture, judgeSize } from '../media/judge-picture.ts';

export type Photo = { readonly ending: string; readonly bytes: Uint8Array };

export type PhotoAnswer =
  | { readonly kind: 'found'; readonly photo: Photo }
  | { readonly kind: 'missing'; readonly want: string }
  | { readonly kind: 'unusable'; readonly want: string };

export type PhotoFolder = {
  /** Looks for `akiaji.jpg`; capitals, a missing ending and the way of a Mac to write が do not matter. */
  readonly find: (name: string) => PhotoAnswer;
};

/**
 * @param folder absolute; looked through with the folders in it
 * @throws {Error} of `node:fs` when it is not there
 */
export function openPhotos(folder: string): PhotoFolder {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
  return {
    find: (name) => {
      const wanted = keyOf(name.replace(/^.*[\\/]/, ''));
      const exact = files.filter((path) => keyOf(basename(path)) === wanted);
      const fitting = exact.length > 0 ? exact : files.filter((path) => stemOf(path) === wanted);
      const [only, ...others] = fitting;
      if (only === undefined) {
        const want = '写真のフォルダにこの名前のファイルがありません。名前を確かめてください';
        return { kind: 'missing', want };
      }
      if (others.length > 0) {
        const want = '同じ名前のファイルがいくつもあります。違う名前を付けてください';
        return { kind: 'missing', want };
      }
      return readPhoto(only);
    },
  };
}

function keyOf(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

function stemOf(path: string): string {
  return keyOf(basename(path, extname(path)));
}

const ENDINGS: Readonly<Record<PictureFormat, string>> = { jpeg: '.jpg', png: '.png', webp: '.webp' };

/** A photo is called by what is in it, so a wrong ending does no harm here. */
function readPhoto(path: string): PhotoAnswer {
  const name = basename(path);
  const { size } = statSync(path);
  const unfit = judgeSize(name, size);
  if (unfit) return { kind: 'unusable', want: unfit.message };
  const bytes = readFileSync(path);
  const sniffed = sniffPicture(bytes);
  const ending = sniffed.kind === 'picture' ? ENDINGS[sniffed.header.format] : extname(name);
  const fault = judgePicture(`${basename(name, extname(name))}${ending}`, size, sniffed);
  return fault ? { kind: 'unusable', want: fault.message } : { kind: 'found', photo: { ending, bytes } };
}
