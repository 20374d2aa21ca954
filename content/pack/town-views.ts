/**
 * What the store answers of the things towns and wards hand in. Same manners as `views.ts`: plain data in
 * the visitor's language, `lang: 'ja'` where the words were missing in it, every list with a total order.
 */
import type { MunicipalityCode } from './code.ts';
import type { Lang } from './lang.ts';
import type { PictureView } from './media-views.ts';
import type {
  CaseActor,
  ContactSubject,
  Day,
  FacilityKind,
  LivingKind,
  OfferSide,
  Purpose,
  SpecialityKind,
  Tag,
} from './types.ts';
import type { CaseView, EventView, PartnerRef, When } from './views.ts';

/** Whom to ask: an office, never a person. */
export type DeskView = {
  readonly office: string | null;
  readonly phone: string | null;
  readonly url: string | null;
};

/** A desk of a town or ward for one subject. */
export type ContactView = {
  readonly id: string;
  readonly subject: ContactSubject;
  readonly office: string;
  readonly note: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly url: string | null;
  readonly asOf: Day;
  readonly lang: Lang;
};

export type SpecialityView = {
  readonly id: string;
  readonly kind: SpecialityKind;
  readonly name: string;
  /** Hiragana, where the town gave it. */
  readonly kana: string | null;
  readonly summary: string;
  /** Where it is sold or eaten. */
  readonly place: string | null;
  /** 1..12 ascending; empty: nobody said; all twelve: all year. */
  readonly months: readonly number[];
  readonly url: string | null;
  readonly cover: PictureView | null;
  readonly asOf: Day;
  readonly lang: Lang;
};

export type FestivalView = {
  readonly id: string;
  readonly name: string;
  readonly kana: string | null;
  readonly summary: string;
  /** In words: `8月第1土曜日`. */
  readonly period: string;
  /** 1..12 ascending; empty where the words name no month. */
  readonly months: readonly number[];
  /** The next time it is held; both null when the day is not known yet. */
  readonly when: When;
  readonly place: string | null;
  readonly url: string | null;
  readonly cover: PictureView | null;
  readonly asOf: Day;
  readonly lang: Lang;
};

/** 移住・二地域居住. */
export type LivingView = {
  readonly id: string;
  readonly kind: LivingKind;
  readonly title: string;
  readonly summary: string;
  /** Last day to apply, included. */
  readonly deadline: Day | null;
  readonly contact: DeskView;
  readonly cover: PictureView | null;
  readonly asOf: Day;
  readonly lang: Lang;
};

/** A 連携・交流事例 as the ward or town told it. */
export type ExchangeCaseView = {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** うまくいったこと: what others may learn from it. */
  readonly worked: string | null;
  readonly when: When;
  readonly online: boolean;
  /** True: the 23 wards together; then `wards` is empty. */
  readonly allWards: boolean;
  readonly wards: readonly PartnerRef[];
  readonly partners: readonly PartnerRef[];
  /** Ids of `AboutView.fields`. */
  readonly fields: readonly string[];
  readonly purposes: readonly Purpose[];
  readonly who: readonly CaseActor[];
  /** Issues and themes, in the order of `TAGS`. */
  readonly tags: readonly Tag[];
  readonly contact: DeskView;
  readonly cover: PictureView | null;
  readonly asOf: Day;
  readonly lang: Lang;
};

export type ExchangeCaseDetail = ExchangeCaseView & {
  /** 同じ課題、ほかのまち: cases that share a tag, of other towns; most shared tags first, then newest. */
  readonly sameIssue: readonly (ExchangeCaseView & { readonly shared: readonly Tag[] })[];
  /** Offers and requests with a tag of this case, most shared first. */
  readonly offers: readonly OfferView[];
};

/** What to narrow cases down to; null: no matter. */
export type CaseFilter = {
  readonly field: string | null;
  /** A ward's own cases, not what the 23 do together. */
  readonly ward: MunicipalityCode | null;
  /** Two digits. */
  readonly prefecture: string | null;
  readonly year: number | null;
  readonly who: CaseActor | null;
  readonly tag: Tag | null;
  readonly purpose: Purpose | null;
};

/** A value one may choose, and how many cases would be left with it and the other choices as they are. */
export type Choice<T> = { readonly value: T; readonly name: string; readonly count: number };

/** Only values that leave at least one case, or are chosen. */
export type CaseChoices = {
  readonly fields: readonly Choice<string>[];
  readonly wards: readonly Choice<MunicipalityCode>[];
  readonly prefectures: readonly Choice<string>[];
  /** Newest first; `name` is the year itself. */
  readonly years: readonly Choice<number>[];
  /** `name` of who, tags and purposes is the value: the screen has the words. */
  readonly who: readonly Choice<CaseActor>[];
  readonly tags: readonly Choice<Tag>[];
  readonly purposes: readonly Choice<Purpose>[];
};

export type CasesView = {
  readonly filter: CaseFilter;
  /** How many there are; `cases` is the part of them that was asked for. */
  readonly total: number;
  /** The hall's own ward first, then told cases, articles, links; newest first within each. */
  readonly cases: readonly CaseView[];
  readonly choices: CaseChoices;
};

/** A place of a ward that towns may use. */
export type FacilityView = {
  readonly id: string;
  readonly ward: PartnerRef;
  readonly kind: FacilityKind;
  readonly name: string;
  readonly summary: string;
  readonly place: string | null;
  /** People. */
  readonly capacity: number | null;
  readonly areaM2: number | null;
  readonly rule: string | null;
  readonly fee: string | null;
  readonly contact: DeskView;
  readonly cover: PictureView | null;
  readonly asOf: Day;
  readonly lang: Lang;
};

export type OfferView = {
  readonly id: string;
  readonly side: OfferSide;
  readonly town: PartnerRef;
  readonly title: string;
  readonly summary: string;
  /** In the order of `TAGS`. */
  readonly tags: readonly Tag[];
  /** Last day, included. */
  readonly deadline: Day | null;
  readonly contact: DeskView;
  readonly asOf: Day;
  readonly lang: Lang;
};

/** An offer or request with what answers it: the other side, another place, a shared tag. */
export type MatchedOfferView = OfferView & {
  /** Most shared tags first, then the source's order. */
  readonly matches: readonly (OfferView & { readonly shared: readonly Tag[] })[];
};

/** Why one would live there, what it offers, whom to ask: the part of a town's page that the town writes. */
export type TownFacts = {
  readonly contacts: readonly ContactView[];
  readonly specialities: readonly SpecialityView[];
  readonly festivals: readonly FestivalView[];
  readonly living: readonly LivingView[];
  /** Newest first. */
  readonly cases: readonly ExchangeCaseView[];
  /** Those whose deadline has not passed. */
  readonly offers: readonly OfferView[];
};

export const CALENDAR_SPANS = ['day', 'week', 'month'] as const;
export type CalendarSpan = (typeof CALENDAR_SPANS)[number];

/** The events of a day, a week (Monday to Sunday) or a month. */
export type CalendarView = {
  readonly span: CalendarSpan;
  readonly first: Day;
  /** Included. */
  readonly last: Day;
  /** Every day of the span, in order, with the ids of the events on it; an event's last day counts. */
  readonly days: readonly { readonly day: Day; readonly eventIds: readonly string[] }[];
  /** Events on those days: by first day, then by last day, then in the source's order. */
  readonly events: readonly EventView[];
  /** Events known to be in a month of the span, but not on which day. */
  readonly undated: readonly EventView[];
  /** Nearest day before `first`, and after `last`, on which there is an event. */
  readonly previous: Day | null;
  readonly next: Day | null;
};
