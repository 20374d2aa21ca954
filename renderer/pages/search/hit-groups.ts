/** Results by what they are, in the order people look for them. Pure. */
import type { SearchHit } from '../../../content/pack/views.ts';

export const HIT_KINDS = [
  'municipality',
  'prefecture',
  'area',
  'association',
  'exhibition',
  'speciality',
  'festival',
  'living',
  'case',
  'article',
  'event',
  'facility',
  'offer',
  'topic',
  'page',
] as const satisfies readonly SearchHit['kind'][];

export type HitGroup = { readonly kind: SearchHit['kind']; readonly hits: readonly SearchHit[] };

/** The groups that have hits; within each the order of the search, best first. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  return HIT_KINDS.map((kind) => ({ kind, hits: hits.filter((hit) => hit.kind === kind) })).filter(
    (group) => group.hits.length > 0,
  );
}
