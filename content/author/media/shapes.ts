/** The shapes of `pictures.yaml` and `films.yaml`, which say what the files beside them show and whose they are. */
import { z } from 'zod';
import { filmFile, line, pictureFile, pictureParts, words } from '../shapes.ts';

const share = z
  .number()
  .min(0, '0 から 1 までの数で書いてください')
  .max(1, '0 から 1 までの数で書いてください');

export const picturesFile = z.array(
  z.strictObject({
    ...pictureParts,
    /** What must stay visible when it is cropped: 0 is left and top, 1 right and bottom. */
    focus: z.strictObject({ x: share, y: share }).optional(),
    /** Who allowed that people are to be seen; stays in the source. */
    people: line.optional(),
  }),
);
export type PictureEntry = z.infer<typeof picturesFile>[number];

export const filmsFile = z.array(
  z.strictObject({
    file: filmFile,
    alt: words.optional(),
    credit: z.union([line, words]).optional(),
    licence: line.optional(),
    /** Shown before it starts, and where it cannot be shown. */
    poster: pictureFile,
    /** WebVTT files by language. */
    captions: z.strictObject({
      ja: filmFile.optional(),
      'ja-easy': filmFile.optional(),
      en: filmFile.optional(),
      'zh-Hans': filmFile.optional(),
      ko: filmFile.optional(),
    }),
  }),
);
export type FilmEntry = z.infer<typeof filmsFile>[number];
