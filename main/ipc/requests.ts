/** Reads what the screen sends. Everything that arrives is unknown until it has passed here. */
import { isMunicipalityCode, type MunicipalityCode } from '../../content/pack/code.ts';
import { isLang, type Lang } from '../../content/pack/lang.ts';
import { RUBY_LIMITS } from '../../content/pack/ruby.ts';
import { CALENDAR_SPANS, type CaseFilter } from '../../content/pack/town-views.ts';
import {
  CASE_ACTORS,
  type Day,
  isDay,
  OFFER_SIDES,
  PARTNER_KINDS,
  type PartnerKind,
  PURPOSES,
  type Purpose,
  TAGS,
} from '../../content/pack/types.ts';
import type { Calls } from './contract.ts';
import { fields, oneOf, slug, text, wholeNumber } from './fields.ts';
import { BadRequest, type Entries } from './serve.ts';
import { STAFF_READERS } from './staff-requests.ts';

function lang(value: unknown): Lang {
  if (!isLang(value)) throw new BadRequest('lang');
  return value;
}

function code(value: unknown): MunicipalityCode {
  if (!isMunicipalityCode(value)) throw new BadRequest('code');
  return value;
}

function groupKind(value: unknown): Exclude<PartnerKind, 'municipality'> {
  const kind = PARTNER_KINDS.find((one) => one === value);
  if (kind === undefined || kind === 'municipality') throw new BadRequest('kind');
  return kind;
}

function orNull<T>(value: unknown, read: (value: unknown) => T): T | null {
  return value === null ? null : read(value);
}

function day(value: unknown): Day {
  // Years of four digits that exist in the calendar; the rest is no day of a program.
  if (!isDay(value) || value < '1900-01-01' || value > '2999-12-31') throw new BadRequest('day');
  return value;
}

function prefecture(value: unknown): string {
  if (typeof value !== 'string' || !/^(0[1-9]|[1-3]\d|4[0-7])$/.test(value))
    throw new BadRequest('prefecture');
  return value;
}

function caseFilter(value: unknown): CaseFilter {
  const given = fields(value, ['field', 'ward', 'prefecture', 'year', 'who', 'tag', 'purpose']);
  return {
    field: orNull(given['field'], slug),
    ward: orNull(given['ward'], code),
    prefecture: orNull(given['prefecture'], prefecture),
    year: orNull(given['year'], (year) => wholeNumber(year, 1800, 2999)),
    who: orNull(given['who'], (who) => oneOf(who, CASE_ACTORS, 'who')),
    tag: orNull(given['tag'], (tag) => oneOf(tag, TAGS, 'tag')),
    purpose: purpose(given['purpose']),
  };
}

function purpose(value: unknown): Purpose | null {
  const found = PURPOSES.find((one) => one === value);
  if (found === undefined && value !== null) throw new BadRequest('purpose');
  return found ?? null;
}

function rubyTexts(value: unknown): readonly string[] {
  if (!Array.isArray(value) || value.length > RUBY_LIMITS.texts) throw new BadRequest('texts');
  const texts = Array.from(value, (one) => text(one, RUBY_LIMITS.perText));
  const together = texts.reduce((sum, one) => sum + one.length, 0);
  if (together > RUBY_LIMITS.together) throw new BadRequest(`texts up to ${RUBY_LIMITS.together} together`);
  return texts;
}

const inLang = (raw: unknown): { readonly lang: Lang } => ({ lang: lang(fields(raw, ['lang'])['lang']) });

function inLangWithCode(raw: unknown): { readonly lang: Lang; readonly code: MunicipalityCode } {
  const given = fields(raw, ['lang', 'code']);
  return { lang: lang(given['lang']), code: code(given['code']) };
}

function inLangWithId(raw: unknown): { readonly lang: Lang; readonly id: string } {
  const given = fields(raw, ['lang', 'id']);
  return { lang: lang(given['lang']), id: slug(given['id']) };
}

/** One reader per call. */
export const READERS: { readonly [K in keyof Calls]: Entries[K]['read'] } = {
  'kiosk:read': inLang,
  'home:read': inLang,
  'map:read': inLang,
  'town:read': inLangWithCode,
  'ward:read': inLangWithCode,
  'wards:list': inLang,
  'group:read': (raw) => {
    const given = fields(raw, ['lang', 'kind', 'id']);
    return { lang: lang(given['lang']), kind: groupKind(given['kind']), id: slug(given['id']) };
  },
  'exhibitions:list': inLang,
  'program:read': inLang,
  'exhibition:read': inLangWithId,
  'issues:list': inLang,
  'article:read': inLangWithId,
  'events:list': inLang,
  'cases:list': (raw) => {
    const given = fields(raw, ['lang', 'purpose']);
    return { lang: lang(given['lang']), purpose: purpose(given['purpose']) };
  },
  'cases:find': (raw) => {
    const given = fields(raw, ['lang', 'filter', 'offset', 'limit']);
    return {
      lang: lang(given['lang']),
      filter: caseFilter(given['filter']),
      offset: wholeNumber(given['offset'], 0, 1_000_000),
      limit: wholeNumber(given['limit'], 1, 60),
    };
  },
  'case:read': inLangWithId,
  'event:read': inLangWithId,
  'events:calendar': (raw) => {
    const given = fields(raw, ['lang', 'span', 'day']);
    return {
      lang: lang(given['lang']),
      span: oneOf(given['span'], CALENDAR_SPANS, 'span'),
      day: day(given['day']),
    };
  },
  'facilities:list': (raw) => {
    const given = fields(raw, ['lang', 'code']);
    return { lang: lang(given['lang']), code: orNull(given['code'], code) };
  },
  'offers:list': (raw) => {
    const given = fields(raw, ['lang', 'side']);
    return {
      lang: lang(given['lang']),
      side: orNull(given['side'], (side) => oneOf(side, OFFER_SIDES, 'side')),
    };
  },
  'about:read': inLang,
  'search:find': (raw) => {
    const given = fields(raw, ['lang', 'text', 'limit']);
    return {
      lang: lang(given['lang']),
      text: text(given['text'], 100),
      limit: wholeNumber(given['limit'], 1, 50),
    };
  },
  'search:suggest': (raw) => {
    const given = fields(raw, ['lang', 'text']);
    return { lang: lang(given['lang']), text: text(given['text'], 100) };
  },
  'ruby:read': (raw) => ({ texts: rubyTexts(fields(raw, ['texts'])['texts']) }),
  'notices:read': inLang,
  'preview:read': inLang,
  'tour:shown': (raw) => {
    const given = fields(raw, ['step', 'problems']);
    const list = given['problems'];
    if (!Array.isArray(list) || list.length > 100) throw new BadRequest('problems');
    return {
      step: wholeNumber(given['step'], 0, 100_000),
      problems: Array.from(list, (one) => text(one, 2000)),
    };
  },
  ...STAFF_READERS,
};
