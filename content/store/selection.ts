/**
 * Which links, events or articles are wanted. The pieces of SQL are all written here; values travel as
 * parameters only.
 */
import type { PartnerKind } from '../pack/types.ts';
import type { Params } from './driver.ts';
import type { SidedTable } from './sides.ts';

export type Selection =
  | { readonly by: 'all' }
  | { readonly by: 'id'; readonly id: string }
  | { readonly by: 'ids'; readonly ids: readonly string[] }
  | { readonly by: 'town'; readonly code: string }
  /** The ward itself, not what the 23 do together. */
  | { readonly by: 'ward'; readonly code: string }
  | { readonly by: 'partner'; readonly kind: PartnerKind; readonly id: string };

export function whereOf(
  table: SidedTable,
  selection: Selection,
): { readonly sql: string; readonly params: Params } {
  const has = (list: string, condition: string): string =>
    `EXISTS (SELECT 1 FROM ${table}_${list} AS s WHERE s.${table}_id = t.${table}_id AND ${condition})`;
  switch (selection.by) {
    case 'all':
      return { sql: '1', params: {} };
    case 'id':
      return { sql: `t.${table}_id = $id`, params: { id: selection.id } };
    case 'ids':
      return {
        sql: `t.${table}_id IN (SELECT value FROM json_each($ids))`,
        params: { ids: JSON.stringify(selection.ids) },
      };
    case 'town':
      return { sql: has('town', 's.municipality_id = $code'), params: { code: selection.code } };
    case 'ward':
      return { sql: has('ward', 's.ward_id = $code'), params: { code: selection.code } };
    case 'partner':
      return {
        sql: has('partner', 's.partner_kind = $partnerKind AND s.partner_id = $partnerId'),
        params: { partnerKind: selection.kind, partnerId: selection.id },
      };
  }
}
