/** Which page shows what. Pure. */

import { isSpecialWardCode } from '../../content/pack/code.ts';
import type { PartnerRef, SearchHit, TownSummary } from '../../content/pack/views.ts';
import type { Route } from '../../main/ipc/contract.ts';

/** A special ward has a page of its own kind; every other municipality has a town page. */
export function routeOfTown(code: TownSummary['code']): Route {
  return isSpecialWardCode(code) ? { page: 'ward', code } : { page: 'town', code };
}

export function routeOfPartner({ kind, id }: Pick<PartnerRef, 'kind' | 'id'>): Route {
  return kind === 'municipality' ? routeOfTown(id) : { page: 'group', kind, id };
}

/**
 * A single event, topic or case has no page of its own: it stands in the list of events or cases or on the
 * about page. What a town or ward hands in stands on its page.
 */
export function routeOfHit({ kind, key, code }: Pick<SearchHit, 'kind' | 'key' | 'code'>): Route {
  switch (kind) {
    case 'municipality':
      return routeOfTown(key);
    case 'prefecture':
    case 'area':
    case 'association':
      return { page: 'group', kind, id: key };
    case 'article':
    case 'exhibition':
      return { page: kind, id: key };
    case 'page':
      return { page: 'news' };
    case 'event':
      return { page: 'events' };
    case 'topic':
      return { page: 'about' };
    case 'case':
      return { page: 'cases' };
    case 'speciality':
    case 'festival':
    case 'living':
    case 'facility':
    case 'offer':
      return code === null ? { page: 'search' } : routeOfTown(code);
  }
}
