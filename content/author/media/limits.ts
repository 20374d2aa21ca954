/** What a source may hand in, and what the screens get. */

/** Shortest long side of a picture, in pixels: below it a full screen looks blurred. */
export const MIN_LONG_SIDE = 1200;
export const MAX_PIXELS = 50_000_000;
export const MAX_PICTURE_BYTES = 40_000_000;
/** A picture this large that was packed over this tightly is no photograph. */
export const BOMB_BYTES = 64_000_000;
export const BOMB_RATIO = 400;

/** Widths of a picture in pixels; it is never enlarged. */
export const WIDTHS = [480, 960, 1600, 2400] as const;

export const MAX_FILM_BYTES = 60_000_000;
export const MAX_FILM_MS = 180_000;
export const MAX_FILM_SIDE = 1920;
export const MAX_CAPTION_BYTES = 200_000;

export const MAX_PDF_BYTES = 100_000_000;
export const MAX_PAGES = 64;
/** Widths of a printed page: beside others, and to be read. */
export const PAGE_WIDTHS = [640, 1920] as const;
