/** Issues and themes that cases, offers and requests share. */
import { TAGS, type Tag } from '../pack/types.ts';

/** The tags of a list in the order of `TAGS`; what is not a tag of this program is left out. */
export function inTagOrder(tags: readonly string[]): readonly Tag[] {
  return TAGS.filter((tag) => tags.includes(tag));
}

/** Tags of `a` that `b` has too, in the order of `a`. */
export function sharedTags(a: readonly Tag[], b: readonly Tag[]): readonly Tag[] {
  return a.filter((tag) => b.includes(tag));
}
