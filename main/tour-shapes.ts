/** The screens a tour can be taken of: their sizes in CSS pixels, and their themes. */

export const TOUR_SIZES = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
  /** The small screen in a corner. */
  corner: { width: 1366, height: 768 },
} as const;

export type TourSize = keyof typeof TOUR_SIZES;

export const TOUR_THEMES = ['normal', 'high'] as const;

/** The visitor's contrast, as in the settings of the screen. */
export type TourTheme = (typeof TOUR_THEMES)[number];

export function isTourSize(text: string): text is TourSize {
  return Object.hasOwn(TOUR_SIZES, text);
}

export function isTourTheme(text: string): text is TourTheme {
  return TOUR_THEMES.some((theme) => theme === text);
}
