/** 連携・交流事例: told cases, newsletter articles and links by what a visitor would like to do. */
import type { Lang } from '../pack/lang.ts';
import type { Purpose } from '../pack/types.ts';
import type { CaseView } from '../pack/views.ts';
import { readArticles } from './articles.ts';
import { readExchangeCases } from './exchange-cases.ts';
import type { Here } from './exhibitions.ts';
import { wardOf } from './home.ts';
import type { Library } from './library.ts';
import { linkIdsByPurpose, readLinks } from './links.ts';

/**
 * Told cases say most, then articles, then bare links; within each, those of this hall's ward lead.
 *
 * @param purpose null for every case that has a purpose
 */
export function readCases(
  library: Library,
  lang: Lang,
  here: Here,
  purpose: Purpose | null,
): readonly CaseView[] {
  const ward = wardOf(library, lang, here)?.code ?? null;
  const told = readExchangeCases(library, lang, { by: 'all' })
    .filter((one) => (purpose ? one.purposes.includes(purpose) : one.purposes.length > 0))
    .map((one): CaseView & { readonly first: boolean } => ({
      kind: 'case',
      case: one,
      first: one.wards.some((each) => each.id === ward),
    }));
  const own = new Set(
    ward ? readArticles(library, lang, { by: 'ward', code: ward }).map((article) => article.id) : [],
  );
  const articles = readArticles(library, lang, { by: 'all' })
    .filter((article) => (purpose ? article.purposes.includes(purpose) : article.purposes.length > 0))
    .map((article): CaseView & { readonly first: boolean } => ({
      kind: 'article',
      article,
      first: own.has(article.id),
    }));
  const wanted = linkIdsByPurpose(library, purpose);
  const names = library.names(lang);
  const links = readLinks(library, lang, { by: 'all' })
    .filter((link) => wanted.has(link.id))
    .map((link): CaseView & { readonly first: boolean } => {
      const town = link.partners.find((partner) => partner.kind === 'municipality');
      const first = link.wards.some((one) => one.id === ward);
      return { kind: 'link', link, town: town ? names.town(town.id) : null, first };
    });
  return [...ownFirst(told), ...ownFirst(articles), ...ownFirst(links)];
}

function ownFirst(list: readonly (CaseView & { readonly first: boolean })[]): readonly CaseView[] {
  return [...list.filter((one) => one.first), ...list.filter((one) => !one.first)].map(
    ({ first: _first, ...one }) => one,
  );
}
