/**
 * Words of the pack: ids, kinds and small shared types. Pure; every room may import it.
 * Municipality and ward codes (全国地方公共団体コード, six digits with check digit) are the keys
 * that join packs; a prefecture is its first two digits.
 */

export const PACK_KINDS = ['base', 'exhibition', 'newsletter', 'notice'] as const;
export type PackKind = (typeof PACK_KINDS)[number];

/** `a-z0-9-`, 1 to 64 characters, starting with a letter. */
export type PackId = string & { readonly __packId: never };

export function parsePackId(value: unknown): PackId | undefined {
  return typeof value === 'string' && /^[a-z][a-z0-9-]{0,63}$/.test(value) ? (value as PackId) : undefined;
}

/** The eight regions (地方) from north to south; Okinawa belongs to `kyushu` (九州・沖縄). */
export const REGION_IDS = [
  'hokkaido',
  'tohoku',
  'kanto',
  'chubu',
  'kinki',
  'chugoku',
  'shikoku',
  'kyushu',
] as const;
export type RegionId = (typeof REGION_IDS)[number];

export const MUNICIPALITY_KINDS = ['special-ward', 'city', 'town', 'village'] as const;
export type MunicipalityKind = (typeof MUNICIPALITY_KINDS)[number];

/** What the other side of a link can be. A municipality or prefecture is named by its code. */
export const PARTNER_KINDS = ['municipality', 'prefecture', 'area', 'association', 'organisation'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** Why somebody would look: the six doors of 「なにをしたい？」. */
export const PURPOSES = ['eat', 'go', 'learn', 'live', 'help', 'work'] as const;
export type Purpose = (typeof PURPOSES)[number];

export const LINK_TYPES = [
  'agreement',
  'event',
  'product-fair',
  'joint-project',
  'disaster-support',
  'school',
  'food-support',
  'exhibit',
  'exchange',
  'visit',
  'proposal',
  'committee',
  'symposium',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

export const EVENT_KINDS = [
  'exhibition',
  'festival',
  'product-fair',
  'appeal',
  'promotion',
  'campaign',
  'lecture',
  'symposium',
  'council',
  'summit',
  'workshop',
  'contest',
  'sport',
  'standing',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** `held` took place; `announced` is all we know; `planned` has no date yet; `standing` goes on. */
export const EVENT_STATUSES = ['held', 'announced', 'planned', 'standing', 'cancelled'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const ARTICLE_KINDS = ['case', 'topic', 'event', 'essay', 'notice'] as const;
export type ArticleKind = (typeof ARTICLE_KINDS)[number];

export const TIMELINE_KINDS = [
  'founding',
  'decision',
  'report',
  'survey',
  'identity',
  'web',
  'grant',
  'meeting',
  'talks',
  'visit',
  'explanation',
  'lecture',
  'agreement',
  'festival',
  'event',
  'symposium',
  'committee',
  'exhibition',
  'publication',
  'deadline',
  'disaster',
  'context',
  'milestone',
  'proposal',
] as const;
export type TimelineKind = (typeof TIMELINE_KINDS)[number];

export const BLOCK_KINDS = [
  'text',
  'picture',
  'gallery',
  'before-after',
  'quote',
  'number',
  'film',
  'map',
  'quiz',
] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** What one may ask a municipality's desk. */
export const CONTACT_SUBJECTS = ['general', 'tourism', 'living', 'business', 'school', 'disaster'] as const;
export type ContactSubject = (typeof CONTACT_SUBJECTS)[number];

export const SPECIALITY_KINDS = ['food', 'sweet', 'drink', 'craft', 'other'] as const;
export type SpecialityKind = (typeof SPECIALITY_KINDS)[number];

/** 移住・二地域居住: what a town has for those who would like to live there, wholly or in part. */
export const LIVING_KINDS = [
  'consultation',
  'trial-stay',
  'housing',
  'work',
  'farming',
  'childcare',
  'two-base',
  'workation',
  'support',
  'tour',
] as const;
export type LivingKind = (typeof LIVING_KINDS)[number];

/** Who carried an exchange: residents and their groups, schools, firms, government. */
export const CASE_ACTORS = ['residents', 'schools', 'firms', 'government'] as const;
export type CaseActor = (typeof CASE_ACTORS)[number];

export const FACILITY_KINDS = [
  'hall',
  'gallery',
  'plaza',
  'shop',
  'meeting-room',
  'kitchen',
  'other',
] as const;
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** できること (offer) and してほしいこと (request). */
export const OFFER_SIDES = ['offer', 'request'] as const;
export type OfferSide = (typeof OFFER_SIDES)[number];

/** Issues and themes that cases, offers and requests share: a closed list, so that they meet. */
export const TAGS = [
  'product-sale',
  'event',
  'space',
  'tourism',
  'stay',
  'food',
  'farming',
  'forest',
  'fishing',
  'craft',
  'culture',
  'sport',
  'school',
  'children',
  'health',
  'ageing',
  'population',
  'moving',
  'vacant-house',
  'two-base',
  'company',
  'people',
  'disaster',
  'environment',
  'waste',
  'transport',
  'shopping-street',
  'digital',
] as const;
export type Tag = (typeof TAGS)[number];

/** What may carry pictures of its own, by the name of its table. */
export const PICTURE_OWNERS = [
  'municipality',
  'event',
  'speciality',
  'festival',
  'living',
  'exchange_case',
  'facility',
  'article',
  'exhibition',
  'chapter',
  'block',
  'notice',
] as const;
export type PictureOwner = (typeof PICTURE_OWNERS)[number];

/** Motifs of a drawn cover; where no photo exists the picture is made from one of these. */
export const THEMES = [
  'sea',
  'mountain',
  'snow',
  'rice',
  'forest',
  'hot-spring',
  'island',
  'river',
  'city',
  'plain',
] as const;
export type Theme = (typeof THEMES)[number];

/**
 * A date as far as it is known, ISO text: `2020`, `2020-11`, `2020-11-13`. Sorts as text within one
 * precision; a shorter date sorts before every day in it.
 */
export type PartialDate = string;

/** A full day, ISO `YYYY-MM-DD`, in Asia/Tokyo. */
export type Day = string;

export function isDay(value: unknown): value is Day {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const time = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === value;
}

export function isPartialDate(value: unknown): value is PartialDate {
  if (typeof value !== 'string') return false;
  if (/^\d{4}$/.test(value)) return true;
  if (/^\d{4}-\d{2}$/.test(value)) return isDay(`${value}-01`);
  return isDay(value);
}
