/** Which cover a chapter has, and when a title counts as long. Pure. */
import type { ExhibitionView } from '../../../content/pack/views.ts';
import type { CoverSubject } from '../../covers/index.ts';

/** Titles of more characters are set smaller. */
export const LONG_TITLE = 14;

/** Each chapter has a cover of its own, in the exhibition's hue. */
export function coverOfChapter(exhibition: ExhibitionView, index: number): CoverSubject {
  return {
    seed: exhibition.id,
    region: exhibition.region ?? undefined,
    theme: exhibition.chapters[index]?.theme ?? exhibition.theme,
    variant: index + 1,
  };
}
