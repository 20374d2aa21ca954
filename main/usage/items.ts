/**
 * What may be counted, and by which names: closed lists and the shapes of our own ids. Nothing else gets
 * into the counts, so nothing a visitor typed can.
 */
import { isMunicipalityCode } from '../../content/pack/code.ts';
import { isLang } from '../../content/pack/lang.ts';
import type { CountKind, Route } from '../ipc/contract.ts';

/** Pages, each once: a new page does not compile without a word here. */
const SCREENS: { readonly [Page in Route['page']]: true } = {
  home: true,
  map: true,
  town: true,
  wards: true,
  ward: true,
  group: true,
  exhibitions: true,
  exhibition: true,
  cases: true,
  case: true,
  event: true,
  news: true,
  article: true,
  issue: true,
  share: true,
  events: true,
  notice: true,
  about: true,
  'take-part': true,
  search: true,
};

const SLUG = /^[a-z0-9][a-z0-9-]{0,199}$/;

/** Things with an id, written `kind:id`. */
const THINGS: Readonly<Record<string, (id: string) => boolean>> = {
  town: isMunicipalityCode,
  ward: isMunicipalityCode,
  prefecture: (id) => /^(0[1-9]|[1-3]\d|4[0-7])$/.test(id),
  area: (id) => SLUG.test(id),
  association: (id) => SLUG.test(id),
  organisation: (id) => SLUG.test(id),
  exhibition: (id) => SLUG.test(id),
  article: (id) => SLUG.test(id),
  case: (id) => SLUG.test(id),
  event: (id) => SLUG.test(id),
};

const KINDS: { readonly [K in CountKind]: (item: string) => boolean } = {
  session: (item) => item === '',
  screen: (item) => Object.hasOwn(SCREENS, item),
  item: isThing,
  language: isLang,
  search: (item) => item === 'found' || item === 'none',
  vote: isMunicipalityCode,
  quiz: (item) => item === 'right' || item === 'wrong',
  survey: (item) => /^(easy|place|new)-(yes|some|no)$/.test(item),
};

export function isCountKind(value: unknown): value is CountKind {
  return typeof value === 'string' && Object.hasOwn(KINDS, value);
}

export function isCountItem(kind: CountKind, item: string): boolean {
  return KINDS[kind](item);
}

function isThing(item: string): boolean {
  const [name = '', id, ...rest] = item.split(':');
  return id !== undefined && rest.length === 0 && Object.hasOwn(THINGS, name) && THINGS[name]?.(id) === true;
}
