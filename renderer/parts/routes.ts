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
 * A topic has no page of its own: it stands on the about page. What a town or ward hands in stands on its page.
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
    case 'case':
    case 'event':
      return { page: kind, id: key };
    case 'page':
      return routeOfPage(key);
    case 'topic':
      return { page: 'about' };
    case 'speciality':
    case 'festival':
    case 'living':
    case 'facility':
    case 'offer':
      return code === null ? { page: 'search' } : routeOfTown(code);
  }
}

/** @param key `<issue id>/<page>` */
function routeOfPage(key: string): Route {
  const [, id, at] = /^([a-z0-9-]+)\/(\d{1,3})$/.exec(key) ?? [];
  return id === undefined ? { page: 'news' } : { page: 'issue', id, at: Number(at) };
}
