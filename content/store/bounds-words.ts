/**
 * What may stand in the columns of a pack, by name: closed lists, kinds of dates, lengths, numbers. The screens
 * count on it: an unknown kind has no picture and no word, a date that is none cannot be written out.
 */
import { LANGS } from '../pack/lang.ts';
import { NOTICE_LEVELS } from '../pack/notice.ts';
import type { SearchHit } from '../pack/search-views.ts';
import {
  ARTICLE_KINDS,
  BLOCK_KINDS,
  CASE_ACTORS,
  CONTACT_SUBJECTS,
  EVENT_KINDS,
  EVENT_STATUSES,
  FACILITY_KINDS,
  LINK_TYPES,
  LIVING_KINDS,
  MUNICIPALITY_KINDS,
  OFFER_SIDES,
  PACK_KINDS,
  PARTNER_KINDS,
  PICTURE_OWNERS,
  PURPOSES,
  REGION_IDS,
  SPECIALITY_KINDS,
  TAGS,
  THEMES,
  TIMELINE_KINDS,
} from '../pack/types.ts';

const SEARCH_KINDS = [
  'municipality',
  'prefecture',
  'area',
  'association',
  'article',
  'event',
  'exhibition',
  'topic',
  'speciality',
  'festival',
  'living',
  'case',
  'facility',
  'offer',
  'page',
] as const satisfies readonly SearchHit['kind'][];

/** What the builder makes. An SVG could hold script, anything else is not for a screen. */
export const MEDIA_TYPES = ['image/webp', 'video/mp4', 'video/webm'] as const;

/** Columns that mean the same in every table. */
const ANYWHERE: Readonly<Record<string, readonly string[]>> = {
  lang: LANGS,
  theme: THEMES,
  purpose: PURPOSES,
  tag: TAGS,
  actor: CASE_ACTORS,
  partner_kind: PARTNER_KINDS,
  region_id: REGION_IDS,
  mime: MEDIA_TYPES,
  month: Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0')),
};

const ONE_TABLE: Readonly<Record<string, readonly string[]>> = {
  'pack.kind': PACK_KINDS,
  'notice.level': NOTICE_LEVELS,
  'municipality.kind': MUNICIPALITY_KINDS,
  'association.kind': ['mayors', 'towns-villages'],
  'link.type': LINK_TYPES,
  'event.kind': EVENT_KINDS,
  'event.status': EVENT_STATUSES,
  'number_point.qualifier': ['over', 'about'],
  'timeline.kind': TIMELINE_KINDS,
  'survey.part': ['projects', 'website', 'opinions'],
  'survey.side': ['residents', 'municipalities', 'all'],
  'article.kind': ARTICLE_KINDS,
  'block.kind': BLOCK_KINDS,
  'town_contact.subject': CONTACT_SUBJECTS,
  'speciality.kind': SPECIALITY_KINDS,
  'living.kind': LIVING_KINDS,
  'facility.kind': FACILITY_KINDS,
  'offer.side': OFFER_SIDES,
  'picture_use.owner': PICTURE_OWNERS,
  'picture_use.role': ['cover', 'body'],
  'search.kind': SEARCH_KINDS,
};

/** @returns null: any text */
export function allowedIn(table: string, column: string): readonly string[] | null {
  const known = ONE_TABLE[`${table}.${column}`] ?? ANYWHERE[column] ?? null;
  // The words of an issue are called its theme, too.
  return table.endsWith('_text') && column !== 'lang' ? null : known;
}

/** Forms of texts that are read as something else. */
const FORMS: readonly (readonly [columns: RegExp, form: RegExp])[] = [
  [/(_date|_day|^as_of|^founded|^known_by)$/, /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/],
  [/^(start|end)_time$/, /^([01]\d|2[0-9]):[0-5]\d$/],
  [/^(from|until)_minute$/, /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d$/],
  [/^colour$/, /^#[0-9a-f]{6}$/i],
  [/^thumb_hash$/, /^[A-Za-z0-9+/]{6,60}={0,2}$/],
  [/^media_id$/, /^[0-9a-f]{64}$/],
];

/** @returns null: any text */
export function formOf(column: string): RegExp | null {
  return FORMS.find(([columns]) => columns.test(column))?.[1] ?? null;
}

/** Names that rows are found by; no screen shows them. */
export function isKey(column: string): boolean {
  return /(_id|_key|^key|^letter)$/.test(column);
}

/** Longest text in bytes of UTF-8; a letter of Japanese takes three. */
export function mostBytes(column: string): number {
  if (/^(body|words|marked|points)$/.test(column)) return 300_000;
  if (column === 'data') return 50_000;
  return 20_000;
}

/** Longest side of a picture or film, and pixels of one. */
export const MAX_SIDE = 8_192;
export const MAX_PIXELS = 40_000_000;

/** Smallest and largest number, both allowed. */
export function rangeOf(column: string): readonly [number, number] {
  if (/^(lat|north|south)$/.test(column)) return [-90, 90];
  if (/^(lon|east|west)$/.test(column)) return [-180, 180];
  if (/^focus_[xy]$/.test(column)) return [0, 1];
  if (/^(width|height)$/.test(column)) return [1, MAX_SIDE];
  // Above it a number is no longer exact, and the driver refuses to read it.
  return [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
}

/** Things that one screen shows all of, or that all screens need. Other tables: `MAX_ROWS`. */
const FEW: Readonly<Record<string, number>> = {
  pack: 1,
  region: 20,
  prefecture: 60,
  municipality: 3_000,
  area: 3_000,
  association: 500,
  organisation: 3_000,
  venue: 3_000,
  link: 20_000,
  event: 20_000,
  field: 50,
  topic: 2_000,
  number_series: 200,
  number_point: 5_000,
  timeline: 3_000,
  disaster: 500,
  survey: 1_000,
  contact: 500,
  issue: 200,
  exhibition: 200,
  exchange_case: 20_000,
  facility: 10_000,
  offer: 20_000,
  notice: 1,
};

const MAX_ROWS = 2_000_000;

export function mostRows(table: string): number {
  return FEW[table] ?? MAX_ROWS;
}

/** How many rows may hang on one thing: what one screen shows in one list. */
const OF_ONE: Readonly<Record<string, number>> = {
  chapter: 100,
  block: 200,
  issue_page: 200,
  picture_use: 200,
};
const MOST_OF_ONE = 5_000;

export function mostOfOne(table: string): number {
  return OF_ONE[table] ?? MOST_OF_ONE;
}
