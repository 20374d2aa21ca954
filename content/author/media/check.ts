/**
 * Checks the pictures, films and printed pages of a pack by their headers and descriptions, and plans what
 * the pack will hold. What only a decoder can see is found by `prepare.ts`.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Cache, sha256Of } from '../cache.ts';
import { error, type Report } from '../files.ts';
import type { NewsletterSource, PackSource, SourceTree } from '../source.ts';
import { megabytes } from './bytes.ts';
import { bare, completeDescription, type DescribedPicture, describePictures, missing } from './describe.ts';
import { planFilms } from './film-check.ts';
import { inspect } from './inspect.ts';
import { judgePicture, judgeSize } from './judge-picture.ts';
import { MAX_PDF_BYTES } from './limits.ts';
import type { MediaPlan, PagesPlan, PicturePlan } from './plan.ts';
import { type MediaSource, sameName } from './source.ts';
import { picturesOfText } from './text.ts';
import { type PictureUse, pictureUses, placeOf } from './uses.ts';

/** @returns plan by folder of the pack; what was complained of is not in it */
export function checkMedia(tree: SourceTree, cache: Cache, report: Report): ReadonlyMap<string, MediaPlan> {
  return new Map(tree.packs.map((pack) => [pack.folder, planPack(tree.root, pack, cache, report)]));
}

function planPack(root: string, pack: PackSource, cache: Cache, report: Report): MediaPlan {
  if (pack.kind === 'newsletter') checkTexts(pack, report);
  const uses = pictureUses(pack);
  const posters = pack.media.films.value.map(
    ({ poster }, i): Pick<PictureUse, 'picture' | 'where'> => ({
      picture: { file: poster },
      where: placeOf(pack.media.films, [i, 'poster']),
    }),
  );
  const shown = describePictures(pack.media, [...uses, ...posters], report);
  const pictures = new Map<string, PicturePlan>();
  for (const [file, described] of shown) {
    const plan = planPicture(file, described, pack.media, cache, report);
    if (plan) pictures.set(file, plan);
  }
  const { films, blockFilms } = planFilms(root, pack, pictures, cache, report);
  return {
    pictures: [...pictures.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    uses: uses.flatMap(({ picture, owner, ownerId, role, position }) => {
      const id = pictures.get(sameName(picture.file))?.id;
      return id === undefined ? [] : [{ owner, ownerId, role, position, pictureId: id }];
    }),
    films,
    blockFilms,
    pages: pack.kind === 'newsletter' ? planPages(root, pack, cache, report) : null,
  };
}

function checkTexts(pack: NewsletterSource, report: Report): void {
  for (const { words } of pack.articles) {
    for (const { file, text } of words.values()) {
      for (const line of picturesOfText(text).wrong) {
        const message =
          '写真は行をひとつ使って、空白のない名前で「![ひとこと](../pictures/名前.jpg)」と書いてください';
        report(error(file, line, 'picture-in-text', message));
      }
    }
  }
}

function planPicture(
  file: string,
  described: DescribedPicture,
  media: MediaSource,
  cache: Cache,
  report: Report,
): PicturePlan | undefined {
  const { where } = described;
  const complain = (id: string, message: string): undefined => {
    report(error(where.file, where.line, id, message));
  };
  const description = completeDescription('picture', file, described, where, report);
  const path = media.files.get(file);
  if (path === undefined) return complain('picture-missing', missing(file, 'pictures', media));
  const sizeBytes = statSync(path).size;
  const tooLarge = judgeSize(bare(file), sizeBytes);
  if (tooLarge) return complain(tooLarge.id, tooLarge.message);
  const { sha256, facts } = inspect(path, 'picture', cache);
  const fault = judgePicture(bare(file), sizeBytes, facts);
  if (fault) return complain(fault.id, fault.message);
  return (
    description && {
      ...description,
      // By name as well: the same photograph may be told of in two ways.
      id: sha256Of(`${file}\n${sha256}`).slice(0, 20),
      file,
      path,
      sha256,
      sizeBytes,
      focus: described.focus ?? null,
      where,
    }
  );
}

function planPages(
  root: string,
  { folder, issue }: NewsletterSource,
  cache: Cache,
  report: Report,
): PagesPlan | null {
  const { pdf } = issue.value;
  if (pdf === undefined) return null;
  const where = placeOf(issue, ['pdf']);
  const complain = (id: string, message: string): null => {
    report(error(where.file, where.line, id, message));
    return null;
  };
  const path = join(root, folder, pdf);
  if (!existsSync(path))
    return complain('pdf-missing', `「${pdf}」がありません。issue.yaml と同じフォルダに入れてください`);
  const { size } = statSync(path);
  if (size > MAX_PDF_BYTES) {
    const limits = `${megabytes(size)}。${megabytes(MAX_PDF_BYTES)}まで`;
    return complain(
      'pdf-large',
      `「${pdf}」が大きすぎます（${limits}）。画質を下げて書き出しなおしてください`,
    );
  }
  const { sha256, facts } = inspect(path, 'pdf', cache);
  if (!facts.pdf) return complain('pdf-not-pdf', `「${pdf}」はPDFではありません`);
  if (!facts.whole) {
    return complain(
      'pdf-truncated',
      `「${pdf}」は途中で切れています。コピーしなおすか、書き出しなおしてください`,
    );
  }
  return { file: `${folder}/${pdf}`, path, sha256, where };
}
