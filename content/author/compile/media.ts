/** Writes what a pack holds of pictures, films and printed pages. */

import type { Derived } from '../media/derive.ts';
import { namePictures } from '../media/text.ts';
import type { Texts } from '../shapes.ts';
import type { NewsletterSource, PackSource } from '../source.ts';
import { type Compiler, insertWords } from './rows.ts';

/** Name in the pack of a picture file; undefined when the pack does not have it. */
export function pictureName({ media }: Compiler, file: string): string | undefined {
  return media.plan.pictures.find((picture) => picture.file === file)?.id;
}

/** Running text with the pictures of the pack in the place of their files. */
export function textWithPictures(compiler: Compiler, body: string): string {
  return namePictures(body, (file) => pictureName(compiler, file));
}

export function insertMedia(compiler: Compiler, pack: PackSource): void {
  const files = new Set<string>();
  insertPictures(compiler, files);
  insertFilms(compiler, files);
  if (pack.kind === 'newsletter') insertPages(compiler, pack, files);
}

function insertPictures(compiler: Compiler, files: Set<string>): void {
  const { draft, media } = compiler;
  for (const plan of media.plan.pictures) {
    const derived = media.pictures.get(plan.sha256);
    if (!derived) throw new Error(`${plan.file} was not prepared`);
    const { alt, credit, licence } = plan;
    insertPicture(compiler, plan.id, derived, plan.focus, files);
    insertWords(compiler, 'picture', plan.id, alt, { alt, credit, licence });
  }
  for (const { owner, ownerId, role, position, pictureId } of media.plan.uses) {
    draft.insert('picture_use', { owner, owner_id: ownerId, role, position, picture_id: pictureId });
  }
}

/** @param files hashes that have their row already: two pictures may come down to the same file */
function insertPicture(
  { draft }: Compiler,
  id: string,
  { variants, colour, thumbHash }: Derived,
  focus: { readonly x: number; readonly y: number } | null,
  files: Set<string>,
): void {
  draft.insert('picture', {
    picture_id: id,
    colour,
    thumb_hash: thumbHash,
    focus_x: focus?.x ?? null,
    focus_y: focus?.y ?? null,
  });
  for (const { sha256, sizeBytes, width, height } of variants) {
    if (!files.has(sha256)) {
      files.add(sha256);
      draft.insert('media', { media_id: sha256, mime: 'image/webp', size_bytes: sizeBytes, width, height });
    }
    draft.insert('picture_variant', { picture_id: id, width, media_id: sha256 });
  }
}

function insertFilms(compiler: Compiler, files: Set<string>): void {
  const { draft, media } = compiler;
  for (const film of media.plan.films) {
    const { id, sha256, sizeBytes, mime, width, height, alt, credit, licence } = film;
    if (!files.has(sha256)) {
      files.add(sha256);
      draft.insert('media', { media_id: sha256, mime, size_bytes: sizeBytes, width, height });
    }
    draft.insert('film', {
      film_id: id,
      media_id: sha256,
      poster_id: film.posterId,
      duration_ms: film.durationMs,
    });
    insertWords(compiler, 'film', id, alt, { alt, credit, licence });
    for (const { lang, cues } of film.captions) {
      cues.forEach(({ startMs, endMs, text }, position) => {
        draft.insert('film_cue', {
          film_id: id,
          lang,
          position,
          start_ms: startMs,
          end_ms: endMs,
          caption: text,
        });
      });
    }
  }
  for (const { blockId, filmId } of media.plan.blockFilms) {
    draft.insert('block_film', { block_id: blockId, film_id: filmId });
  }
}

/** `NEWS 第3号 2ページ`. */
export function pageTitle(pack: NewsletterSource, page: number): Texts {
  const { ja, en } = pack.issue.value.title;
  return { ja: `${ja} ${page}ページ`, en: `${en}, page ${page}` };
}

function insertPages(compiler: Compiler, pack: NewsletterSource, files: Set<string>): void {
  const { id: issueId, title } = pack.issue.value;
  compiler.media.pages.forEach((page, i) => {
    const number = i + 1;
    const id = `${issueId}-page-${number}`;
    insertPicture(compiler, id, page, null, files);
    // The page is our own print: who made it is what it is called.
    insertWords(compiler, 'picture', id, pageTitle(pack, number), {
      alt: pageTitle(pack, number),
      credit: title,
      licence: { ja: '' },
    });
    compiler.draft.insert('issue_page', {
      issue_id: issueId,
      page: number,
      picture_id: id,
      words: page.words,
    });
  });
}
