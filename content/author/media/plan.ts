/** What a checked pack will hold of pictures, films and pages: everything but the work of making the files. */
import type { Focus } from '../../pack/media-views.ts';
import type { PictureOwner } from '../../pack/types.ts';
import type { Texts } from '../shapes.ts';
import type { Cue } from './captions.ts';
import type { Where } from './uses.ts';

/** What is said of a picture or a film. */
export type Description = {
  readonly alt: Texts;
  readonly credit: Texts;
  readonly licence: Texts;
};

export type PicturePlan = Description & {
  /** Its name in the pack. */
  readonly id: string;
  /** `pictures/…`. */
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly focus: Focus | null;
  /** Where to complain when it cannot be decoded. */
  readonly where: Where;
};

export type FilmPlan = Description & {
  readonly id: string;
  readonly path: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mime: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly durationMs: number;
  /** Id of a picture. */
  readonly posterId: string;
  readonly captions: readonly { readonly lang: string; readonly cues: readonly Cue[] }[];
};

/** The printed pages of an issue, from one PDF. */
export type PagesPlan = {
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
  readonly where: Where;
};

export type UsePlan = {
  readonly owner: PictureOwner;
  readonly ownerId: string;
  readonly role: 'cover' | 'body';
  readonly position: number;
  readonly pictureId: string;
};

export type MediaPlan = {
  /** By file. */
  readonly pictures: readonly PicturePlan[];
  readonly uses: readonly UsePlan[];
  readonly films: readonly FilmPlan[];
  readonly blockFilms: readonly { readonly blockId: string; readonly filmId: string }[];
  readonly pages: PagesPlan | null;
};

export const NO_MEDIA: MediaPlan = { pictures: [], uses: [], films: [], blockFilms: [], pages: null };
