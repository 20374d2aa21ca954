/** Brings together what is said of a picture: in `pictures.yaml` and where it is shown. */
import { error, type Report, warning } from '../files.ts';
import type { Texts } from '../shapes.ts';
import type { Description } from './plan.ts';
import type { PictureEntry } from './shapes.ts';
import { type MediaSource, sameName } from './source.ts';
import { type PictureUse, placeOf, type Where } from './uses.ts';

/** What somebody wrote of a picture or a film; every part may be missing. */
export type Said = {
  readonly alt?: Texts | undefined;
  readonly credit?: Texts | string | undefined;
  readonly licence?: string | undefined;
};

export type DescribedPicture = Said & {
  readonly focus?: PictureEntry['focus'];
  /** The line in `pictures.yaml`, else the first place that shows it. */
  readonly where: Where;
};

const PARTS = ['alt', 'credit', 'licence'] as const;

/**
 * @param uses every place of the pack that shows a picture
 * @returns    the pictures that are shown, by file, in the order of the source
 */
export function describePictures(
  media: MediaSource,
  uses: readonly Pick<PictureUse, 'picture' | 'where'>[],
  report: Report,
): ReadonlyMap<string, DescribedPicture> {
  const listed = listPictures(media, report);
  const shown = new Map<string, DescribedPicture>();
  for (const { picture, where } of uses) {
    const file = sameName(picture.file);
    const known = shown.get(file) ?? listed.get(file);
    const own = PARTS.some((part) => picture[part] !== undefined);
    if (!known && !own) reportUnknown(file, where, report);
    shown.set(file, merge(file, known ?? { where }, picture, where, report));
  }
  reportUnused(media, listed, shown, report);
  return shown;
}

function listPictures({ pictures }: MediaSource, report: Report): ReadonlyMap<string, DescribedPicture> {
  const listed = new Map<string, DescribedPicture>();
  pictures.value.forEach(({ file: name, alt, credit, licence, focus }, i) => {
    const file = sameName(name);
    const where = placeOf(pictures, [i, 'file']);
    if (listed.has(file)) {
      report(error(where.file, where.line, 'picture-duplicate', `「${bare(file)}」が二度書かれています`));
      return;
    }
    listed.set(file, { alt, credit, licence, focus, where });
  });
  return listed;
}

function reportUnknown(file: string, where: Where, report: Report): void {
  const message = `「${bare(file)}」の説明が pictures.yaml にありません。file、alt、credit、licence を書いてください`;
  report(error(where.file, where.line, 'picture-unknown', message));
}

/** Adds what is said here to what is known; two different statements about one picture are a mistake. */
function merge(
  file: string,
  known: DescribedPicture,
  said: Said,
  where: Where,
  report: Report,
): DescribedPicture {
  const clash = PARTS.some(
    (part) =>
      said[part] !== undefined &&
      known[part] !== undefined &&
      JSON.stringify(said[part]) !== JSON.stringify(known[part]),
  );
  if (clash) {
    const message = `「${bare(file)}」の説明が、ほかの所（${known.where.file}:${known.where.line}）と違います。同じにしてください`;
    report(error(where.file, where.line, 'picture-described-twice', message));
  }
  return {
    ...known,
    alt: known.alt ?? said.alt,
    credit: known.credit ?? said.credit,
    licence: known.licence ?? said.licence,
  };
}

function reportUnused(
  media: MediaSource,
  listed: ReadonlyMap<string, DescribedPicture>,
  shown: ReadonlyMap<string, DescribedPicture>,
  report: Report,
): void {
  const tell = (file: string, line: number, name: string): void =>
    report(warning(file, line, 'picture-unused', `「${bare(name)}」はどこにも使われていません`));
  for (const [file, { where }] of listed) if (!shown.has(file)) tell(where.file, where.line, file);
  const folder = media.pictures.file.slice(0, -'/pictures.yaml'.length);
  for (const file of media.files.keys()) {
    if (file.startsWith('pictures/') && !shown.has(file) && !listed.has(file))
      tell(`${folder}/${file}`, 1, file);
  }
}

const MISSING = {
  alt: ['no-alt', 'alt（何が写っているか）がありません。見えない方に読み上げるので、ことばで書いてください'],
  credit: ['no-credit', 'credit（撮影者や提供者）がありません。写真のそばに出すので、書いてください'],
  licence: ['no-licence', 'licence（使ってよい条件）がありません。持ち主に確かめて書いてください'],
} as const;

/**
 * @param what `picture` or `film`: begins the ids of the complaints
 * @returns    undefined after reporting what is missing
 */
export function completeDescription(
  what: 'picture' | 'film',
  file: string,
  said: Said,
  where: Where,
  report: Report,
): Description | undefined {
  for (const part of PARTS) {
    if (said[part] !== undefined) continue;
    const [id, words] = MISSING[part];
    report(error(where.file, where.line, `${what}-${id}`, `「${bare(file)}」に ${words}`));
  }
  const { alt, credit, licence } = said;
  if (alt === undefined || credit === undefined || licence === undefined) return undefined;
  if (alt.en === undefined) {
    const message = `「${bare(file)}」の alt に英語（en）がありません`;
    report(warning(where.file, where.line, `${what}-alt-en`, message));
  }
  return { alt, credit: typeof credit === 'string' ? { ja: credit } : credit, licence: { ja: licence } };
}

/** `pictures/tsurui.jpg` -> `tsurui.jpg`, as people call it. */
export function bare(file: string): string {
  return file.slice(file.indexOf('/') + 1);
}

/** Says that a file is not there, and which one may be meant. */
export function missing(file: string, folder: 'pictures' | 'films', media: MediaSource): string {
  const similar = [...media.files.keys()].find((name) => name.toLowerCase() === file.toLowerCase());
  const hint = similar ? `「${bare(similar)}」のことですか` : '名前を確かめてください';
  return `${folder} フォルダに「${bare(file)}」がありません。${hint}`;
}
