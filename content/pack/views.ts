/**
 * What the store answers and the screen shows. Plain data, ready for structured clone, already in the
 * visitor's language. A view whose words were missing in the wanted language carries `lang: 'ja'`, so
 * that the screen can say so with a small label. Lists have a total order and say which.
 */
import type { MunicipalityCode } from './code.ts';
import type { Lang } from './lang.ts';
import type { BodyPictureView, IssuePageView, MediaView, PictureView } from './media-views.ts';
import type { NextView } from './program-views.ts';
import type { Fault } from './refusal.ts';
import type { ExchangeCaseView, FacilityView, TownFacts } from './town-views.ts';
import type {
  ArticleKind,
  BlockKind,
  Day,
  EventKind,
  EventStatus,
  LinkType,
  MunicipalityKind,
  PartialDate,
  PartnerKind,
  Purpose,
  RegionId,
  Theme,
} from './types.ts';

export type {
  AboutView,
  AssociationView,
  BodyView,
  NumberSeriesView,
  PackView,
  TimelineEntryView,
  TopicView,
} from './about-views.ts';
export type { BodyPictureView, FilmView, IssuePageView, MediaView, PictureView } from './media-views.ts';
export type { SearchHit, SearchPart, SearchView, Suggestion } from './search-views.ts';

/** Dates as far as they are known; the last day is included. */
export type When = {
  readonly start: PartialDate | null;
  readonly end: PartialDate | null;
};

/** A municipality as a card or a point on the map. */
export type TownSummary = {
  readonly code: MunicipalityCode;
  readonly kind: MunicipalityKind;
  /** `鶴居村`, `Tsurui Village`. */
  readonly name: string;
  /** Hiragana of the whole name. */
  readonly kana: string;
  readonly prefecture: string;
  readonly prefectureId: string;
  readonly region: RegionId;
  readonly theme: Theme;
  readonly headline: string | null;
  /** Of the headline; where there is none, of the name. */
  readonly lang: Lang;
  /** null: the drawn cover. */
  readonly cover: PictureView | null;
};

export type PartnerRef = {
  readonly kind: PartnerKind;
  /** Municipality code, prefecture number or slug. */
  readonly id: string;
  readonly name: string;
};

export type LinkView = {
  readonly id: string;
  readonly type: LinkType;
  readonly title: string;
  readonly note: string | null;
  readonly when: When;
  /** Where the day is unknown: it existed on this day. */
  readonly knownBy: Day | null;
  readonly online: boolean;
  /** True: the 23 wards together; then `wards` is empty. */
  readonly allWards: boolean;
  readonly wards: readonly PartnerRef[];
  readonly partners: readonly PartnerRef[];
  readonly lang: Lang;
};

export type EventView = {
  readonly id: string;
  readonly kind: EventKind;
  readonly status: EventStatus;
  readonly title: string;
  readonly summary: string;
  readonly place: string | null;
  readonly when: When;
  readonly fiscalYear: number | null;
  readonly startTime: string | null;
  readonly endTime: string | null;
  readonly deadline: Day | null;
  readonly online: boolean;
  readonly attendance: number | null;
  readonly url: string | null;
  readonly cover: PictureView | null;
  readonly allWards: boolean;
  readonly wards: readonly PartnerRef[];
  readonly partners: readonly PartnerRef[];
  readonly lang: Lang;
};

export type ArticleSummary = {
  readonly id: string;
  readonly issueId: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly theme: Theme;
  /** Region of the first partner, where there is one: colours the cover. */
  readonly region: RegionId | null;
  readonly purposes: readonly Purpose[];
  readonly online: boolean;
  readonly cover: PictureView | null;
  readonly lang: Lang;
};

export type ArticleView = ArticleSummary & {
  readonly issueTitle: string;
  readonly issueDate: Day;
  /** Markdown without raw HTML; `markdown.ts` turns it into blocks. */
  readonly body: string;
  /** Pictures of the text, each once, in order of appearance. */
  readonly pictures: readonly BodyPictureView[];
  readonly when: When;
  readonly deadline: Day | null;
  readonly url: string | null;
  readonly allWards: boolean;
  readonly wards: readonly PartnerRef[];
  readonly partners: readonly PartnerRef[];
  readonly fields: readonly string[];
  /** Neighbours within the issue, in printed order. */
  readonly previous: ArticleSummary | null;
  readonly next: ArticleSummary | null;
};

export type IssueView = {
  readonly id: string;
  readonly number: number;
  readonly date: Day;
  readonly title: string;
  readonly theme: string;
  /** Printed order. */
  readonly articles: readonly ArticleSummary[];
  /** The printed pages, where a PDF was supplied; else empty. */
  readonly pages: readonly IssuePageView[];
};

export type ExhibitionSummary = {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly summary: string;
  readonly theme: Theme;
  readonly region: RegionId | null;
  readonly cover: PictureView | null;
  /** The showing that matters here and now: running, else next, else last; null for a standing one. */
  readonly showing: ShowingView | null;
  readonly lang: Lang;
};

export type ShowingView = {
  readonly venueId: string;
  readonly venueName: string;
  readonly firstDay: Day;
  /** Included. */
  readonly lastDay: Day;
  readonly state: 'running' | 'coming' | 'past';
  /** True when it is in the hall this kiosk stands in. */
  readonly here: boolean;
};

/** A block of an exhibition. `data` depends on `kind`; see `BlockData`. */
export type BlockView = {
  readonly id: string;
  readonly title: string | null;
  readonly body: string;
} & BlockData;

export type BlockData =
  | { readonly kind: 'text' }
  | { readonly kind: 'quote'; readonly who: string }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly unit: string;
      readonly asOf: PartialDate;
    }
  | { readonly kind: 'map'; readonly towns: readonly TownPoint[] }
  | {
      readonly kind: 'quiz';
      readonly choices: readonly string[];
      /** Index into `choices`. */
      readonly answer: number;
      readonly explanation: string;
    }
  | {
      readonly kind: Exclude<BlockKind, 'text' | 'quote' | 'number' | 'map' | 'quiz'>;
      readonly media: readonly MediaView[];
    };

export type ChapterView = {
  readonly id: string;
  readonly title: string;
  readonly theme: Theme;
  readonly cover: PictureView | null;
  readonly blocks: readonly BlockView[];
};

export type ExhibitionView = ExhibitionSummary & {
  readonly chapters: readonly ChapterView[];
  readonly partners: readonly PartnerRef[];
  readonly towns: readonly TownSummary[];
};

/** A town as a point: all of Japan is 1,741 of these. */
export type TownPoint = {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly lat: number;
  readonly lon: number;
};

export type MapPoint = TownPoint & {
  /** Bit set, see `MAP_FLAGS`. */
  readonly flags: number;
};

/** What a point on the map takes part in. */
export const MAP_FLAGS = {
  /** Has a link with the ward of this hall. */
  lens: 1,
  /** Has a link with any ward, or stands in an article or event. */
  linked: 2,
  /** Its mayors' or towns' association has an agreement with the 23 wards. */
  agreement: 4,
  /** Shown by the exhibition that runs in this hall. */
  exhibition: 8,
} as const;

export type PrefecturePoint = {
  readonly id: string;
  readonly name: string;
  readonly region: RegionId;
  readonly lat: number;
  readonly lon: number;
  /** west, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number];
};

export type MapView = {
  /** North to south by code. */
  readonly points: readonly MapPoint[];
  readonly prefectures: readonly PrefecturePoint[];
  readonly regions: readonly { readonly id: RegionId; readonly name: string }[];
  /** The hall's ward, where it has one; lines start here. */
  readonly ward: TownPoint | null;
  /** Partner towns of the ward, or of all wards where the hall has none; nearest first. */
  readonly partners: readonly (TownSummary & { readonly lat: number; readonly lon: number })[];
};

export type TownView = TownSummary &
  TownFacts & {
    readonly romaji: string;
    readonly lat: number;
    readonly lon: number;
    readonly notes: readonly string[];
    /** Newest first. */
    readonly links: readonly LinkView[];
    readonly articles: readonly ArticleSummary[];
    readonly events: readonly EventView[];
    readonly exhibitions: readonly ExhibitionSummary[];
    /** Groups it belongs to: areas, and the association with an agreement. */
    readonly groups: readonly PartnerRef[];
    /** Nearest towns, nearest first, at most 6; there is always a way on. */
    readonly neighbours: readonly TownSummary[];
  };

/** A ward in the list of the 23. */
export type WardSummary = TownSummary & {
  /** Towns it has links of its own with; what the 23 do together does not count. */
  readonly partnerCount: number;
};

/** A ward of the 23, seen as the host. */
export type WardView = TownView & {
  readonly partners: readonly TownSummary[];
  readonly otherPartners: readonly PartnerRef[];
  /** What towns may use in the ward. */
  readonly facilities: readonly FacilityView[];
};

/** A prefecture, area, association or organisation. */
export type GroupView = {
  readonly kind: Exclude<PartnerKind, 'municipality'>;
  readonly id: string;
  readonly name: string;
  readonly kana: string | null;
  readonly note: string | null;
  readonly region: RegionId | null;
  readonly prefecture: PartnerRef | null;
  readonly municipalityCount: number | null;
  /** Day of the agreement with the 23 wards, or the day it was known by; associations only. */
  readonly agreement: { readonly date: PartialDate; readonly exact: boolean } | null;
  /** Towns by code. For an association: the cities or towns and villages of its prefecture. */
  readonly towns: readonly TownSummary[];
  readonly links: readonly LinkView[];
  readonly articles: readonly ArticleSummary[];
  readonly events: readonly EventView[];
};

export type HomeView = {
  readonly hero: ExhibitionSummary | null;
  /** What comes to this hall after today, where it is not the hero itself. */
  readonly next: NextView | null;
  readonly ward: TownSummary | null;
  readonly partnerCount: number;
  /** At most 12, spread over the regions. */
  readonly partners: readonly TownSummary[];
  readonly municipalityCount: number;
  readonly newestIssue: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly eventCount: { readonly thisWeek: number; readonly all: number };
  readonly exhibitionCount: number;
};

/** 連携・交流事例: a case as it was told, an article, or a bare link. */
export type CaseView =
  | { readonly kind: 'case'; readonly case: ExchangeCaseView }
  | { readonly kind: 'link'; readonly link: LinkView; readonly town: TownSummary | null }
  | { readonly kind: 'article'; readonly article: ArticleSummary };

/** What the kiosk knows of itself when the screen starts. */
export type KioskView = {
  readonly venue: { readonly id: string; readonly name: string };
  readonly ward: TownSummary | null;
  /** The trusted Tokyo date. */
  readonly today: Day;
  readonly lang: Lang;
  /** Packs that could not be shown; the rest works. */
  readonly faults: readonly Fault[];
  /** True while the kiosk walks itself (`--tour`). */
  readonly tour: boolean;
  /** null: this kiosk never rests (`--tour`). */
  readonly session: SessionTimes | null;
};

/** When a visitor is taken to have gone. Whole milliseconds, above 0. */
export type SessionTimes = {
  /** Without any sign of the visitor, until they are asked whether they go on. */
  readonly idleMs: number;
  /** From the question until everything is forgotten. */
  readonly askMs: number;
};
