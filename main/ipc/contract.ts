/**
 * The door between the screen and the main process: every call the screen may make and every notice
 * it may get. Nothing else crosses. Types and names only, so `renderer/` may import it without Node
 * or Electron. All values survive structured clone.
 */
import type { MunicipalityCode } from '../../content/pack/code.ts';
import type { Lang } from '../../content/pack/lang.ts';
import type { NoticeView } from '../../content/pack/notice-views.ts';
import type { PreviewState } from '../../content/pack/preview.ts';
import type { ProgramView } from '../../content/pack/program-views.ts';
import type { Fault } from '../../content/pack/refusal.ts';
import type {
  CalendarSpan,
  CalendarView,
  CaseFilter,
  CasesView,
  ExchangeCaseDetail,
  FacilityView,
  MatchedOfferView,
} from '../../content/pack/town-views.ts';
import type { Day, OfferSide, PartnerKind, Purpose, RegionId } from '../../content/pack/types.ts';
import type {
  AboutView,
  ArticleView,
  CaseView,
  EventView,
  ExhibitionSummary,
  ExhibitionView,
  GroupView,
  HomeView,
  IssueView,
  KioskView,
  MapView,
  SearchView,
  Suggestion,
  TownView,
  WardSummary,
  WardView,
} from '../../content/pack/views.ts';
import type { DeviceSettings, StaffCalls, WorkView } from './staff-calls.ts';

export type * from './staff-calls.ts';

/** Why a call was refused. Closed list: the screen switches on `code` and handles each. */
export type Refusal =
  | { readonly code: 'bad-request'; readonly why: string }
  /** No library can be shown; `faults` says why, for staff. */
  | { readonly code: 'no-library'; readonly faults: readonly Fault[] }
  /** The thing asked for is not (or no longer) in the library. */
  | { readonly code: 'not-found' }
  /** Staff only, and no staff are in. */
  | { readonly code: 'staff-locked' }
  /** Our bug. `logId` is shown to staff and is the key of the full error in the log. */
  | { readonly code: 'internal'; readonly logId: string };

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

type InLang = { readonly lang: Lang };

/** Screen -> main: one request, one reply. */
export type Calls = VisitorCalls & StaffCalls;

export type VisitorCalls = {
  'kiosk:read': { readonly request: InLang; readonly value: KioskView };
  'home:read': { readonly request: InLang; readonly value: HomeView };
  'map:read': { readonly request: InLang; readonly value: MapView };
  /** Any municipality; a special ward answers `ward:read` as well. */
  'town:read': { readonly request: InLang & { readonly code: MunicipalityCode }; readonly value: TownView };
  'ward:read': { readonly request: InLang & { readonly code: MunicipalityCode }; readonly value: WardView };
  'wards:list': { readonly request: InLang; readonly value: readonly WardSummary[] };
  'group:read': {
    readonly request: InLang & { readonly kind: Exclude<PartnerKind, 'municipality'>; readonly id: string };
    readonly value: GroupView;
  };
  /** Running here first, then coming, then standing, then past; newest first within each. */
  'exhibitions:list': { readonly request: InLang; readonly value: readonly ExhibitionSummary[] };
  'exhibition:read': { readonly request: InLang & { readonly id: string }; readonly value: ExhibitionView };
  /** Who stands in which hall until when, and what comes next. */
  'program:read': { readonly request: InLang; readonly value: ProgramView };
  /** Newest issue first. */
  'issues:list': { readonly request: InLang; readonly value: readonly IssueView[] };
  'article:read': { readonly request: InLang & { readonly id: string }; readonly value: ArticleView };
  /** Dated events by first day, newest first; then those without a date. */
  'events:list': { readonly request: InLang; readonly value: readonly EventView[] };
  /** Cases for one purpose, or all; those of the hall's ward first. */
  'cases:list': {
    readonly request: InLang & { readonly purpose: Purpose | null };
    readonly value: readonly CaseView[];
  };
  /** Cases that pass every part of the filter, from `offset` 0.. on, at most `limit` 1..60. */
  'cases:find': {
    readonly request: InLang & {
      readonly filter: CaseFilter;
      readonly offset: number;
      readonly limit: number;
    };
    readonly value: CasesView;
  };
  /** A told case (`CaseView` of kind `case`) with the same issue in other towns. */
  'case:read': { readonly request: InLang & { readonly id: string }; readonly value: ExchangeCaseDetail };
  'event:read': { readonly request: InLang & { readonly id: string }; readonly value: EventView };
  /** The day, the week from Monday or the month that `day` lies in; the last day of an event counts. */
  'events:calendar': {
    readonly request: InLang & { readonly span: CalendarSpan; readonly day: Day };
    readonly value: CalendarView;
  };
  /** Places of one ward, or of all where `code` is null, by ward. */
  'facilities:list': {
    readonly request: InLang & { readonly code: MunicipalityCode | null };
    readonly value: readonly FacilityView[];
  };
  /** Offers, requests or both (null), each with what answers it; not those whose deadline has passed. */
  'offers:list': {
    readonly request: InLang & { readonly side: OfferSide | null };
    readonly value: readonly MatchedOfferView[];
  };
  'about:read': { readonly request: InLang; readonly value: AboutView };
  /** `text` up to 100 characters; every word must match. `limit` 1..50, best first, the hall's ward among equals. */
  'search:find': {
    readonly request: InLang & { readonly text: string; readonly limit: number };
    readonly value: SearchView;
  };
  /** Names that begin with `text`, up to 100 characters; at most 8. */
  'search:suggest': {
    readonly request: InLang & { readonly text: string };
    readonly value: readonly Suggestion[];
  };
  /** Readings of up to 400 texts, `RUBY_LIMITS`: text -> marked text; those without readings are left out. */
  'ruby:read': {
    readonly request: { readonly texts: readonly string[] };
    readonly value: Readonly<Record<string, string>>;
  };
  /** What stands on every screen: the notice of the staff, then those of packs, disasters first. */
  'notices:read': { readonly request: InLang; readonly value: readonly StandingNotice[] };
  /** How the source of a preview is doing; null where this is no preview. */
  'preview:read': { readonly request: InLang; readonly value: PreviewState | null };
  /** The tour asked for a screen and it stands now, fonts and pictures included. */
  'tour:shown': { readonly request: TourShown; readonly value: null };
};

/** The staff's own says no more than whom to follow; the screen has the words. */
export type StandingNotice =
  | { readonly by: 'staff'; readonly id: 'staff'; readonly level: 'disaster' }
  | ({ readonly by: 'pack' } & NoticeView);

export type TourShown = {
  /** The number of the step as it came in `tour:go`; 0 once, when the screen begins to listen. */
  readonly step: number;
  /** What went wrong on the way, empty when all is well. */
  readonly problems: readonly string[];
};

/** Nothing said: the six doors. `all`: the list of every case; else the list narrowed down. */
export type CasesRoute = { readonly page: 'cases'; readonly all?: true } & {
  readonly [K in keyof CaseFilter]?: NonNullable<CaseFilter[K]>;
};

/** Places of the wards for towns; what towns and wards offer; what they look for. */
export type SharePart = 'places' | OfferSide;

export type EventSpan = 'week' | 'month' | 'list';

/** Where the screen can be. Everything a visitor can reach is one of these. */
export type Route =
  | { readonly page: 'home' }
  | {
      readonly page: 'map';
      readonly region?: RegionId;
      readonly prefectureId?: string;
      readonly code?: MunicipalityCode;
    }
  | { readonly page: 'town'; readonly code: MunicipalityCode }
  | { readonly page: 'wards' }
  | { readonly page: 'ward'; readonly code: MunicipalityCode }
  | { readonly page: 'group'; readonly kind: Exclude<PartnerKind, 'municipality'>; readonly id: string }
  | { readonly page: 'exhibitions' }
  | { readonly page: 'exhibition'; readonly id: string; readonly chapter?: number }
  | CasesRoute
  /** `beside`: another case of the same issue, next to it. */
  | { readonly page: 'case'; readonly id: string; readonly beside?: string }
  | { readonly page: 'news' }
  | { readonly page: 'article'; readonly id: string }
  /** A printed page of an issue, `at` 1.. */
  | { readonly page: 'issue'; readonly id: string; readonly at: number }
  /** `span`: week, month or everything; left out: this week where it has events. `day`: in that week or month. */
  | { readonly page: 'share'; readonly part: SharePart }
  | { readonly page: 'events'; readonly span?: EventSpan; readonly day?: Day }
  | { readonly page: 'event'; readonly id: string }
  | { readonly page: 'notice'; readonly id: string }
  | { readonly page: 'about' }
  | { readonly page: 'take-part' }
  | { readonly page: 'search'; readonly text?: string };

/** What a visitor may do on a screen that then looks otherwise. `rest`: nobody has touched it for a while. */
export type TourTouch = 'rest' | 'languages' | 'when' | 'larger' | 'reach' | 'reach-larger' | 'readings';

/** Main -> screen: announcements without an answer. */
export type Notices = {
  /** The tour wants this screen in this language and contrast, touched so; the screen answers `tour:shown`. */
  'tour:go': {
    readonly step: number;
    readonly route: Route;
    readonly lang: Lang;
    readonly contrast: 'normal' | 'high';
    readonly touch: TourTouch | null;
  };
  /**
   * What was read is old. `day`: the Tokyo day changed, start at home. `packs`: another set is shown, the
   * visitor's page stays and is read anew.
   */
  'content:changed': { readonly why: 'day' | 'packs'; readonly today: Day };
  /** Another notice stands, or one is over; the visitor's page stays as it is. */
  'notices:changed': null;
  /** The source of the preview was saved, has errors, or is shown. */
  'preview:changed': PreviewState;
  /** Volume, brightness, opening hours or the notice for a disaster were changed. */
  'device:changed': DeviceSettings;
  /** The keys for staff were pressed together: show where to enter the PIN. */
  'staff:asked': null;
  /** The staff session has ended: show the visitors' screens. */
  'staff:locked': null;
  /** How the bringing in of content goes. Sent only while staff are in. */
  'staff:work': WorkView;
};

/** What the preload puts on `window.kiosk`. */
export type KioskDoor = {
  call<K extends keyof Calls>(name: K, request: Calls[K]['request']): Promise<Reply<Calls[K]['value']>>;
  /** @returns a function that stops listening */
  on<K extends keyof Notices>(name: K, listener: (notice: Notices[K]) => void): () => void;
};

/** The names once as values; the types make a forgotten or extra name a compile error. */
export const CALLS: { readonly [K in keyof Calls]: true } = {
  'kiosk:read': true,
  'home:read': true,
  'map:read': true,
  'town:read': true,
  'ward:read': true,
  'wards:list': true,
  'group:read': true,
  'exhibitions:list': true,
  'exhibition:read': true,
  'program:read': true,
  'issues:list': true,
  'article:read': true,
  'events:list': true,
  'cases:list': true,
  'cases:find': true,
  'case:read': true,
  'event:read': true,
  'events:calendar': true,
  'facilities:list': true,
  'offers:list': true,
  'about:read': true,
  'search:find': true,
  'search:suggest': true,
  'ruby:read': true,
  'notices:read': true,
  'preview:read': true,
  'tour:shown': true,
  'usage:count': true,
  'votes:read': true,
  'device:read': true,
  'staff:look': true,
  'staff:unlock': true,
  'staff:lock': true,
  'staff:key': true,
  'staff:new-pin': true,
  'staff:readiness': true,
  'staff:tested': true,
  'staff:counts': true,
  'staff:audit': true,
  'staff:settings': true,
  'staff:sticks': true,
  'staff:export': true,
  'staff:content': true,
  'staff:sync': true,
  'staff:stop': true,
  'staff:back': true,
  'staff:leave': true,
};

export const NOTICES: { readonly [K in keyof Notices]: true } = {
  'tour:go': true,
  'content:changed': true,
  'notices:changed': true,
  'preview:changed': true,
  'device:changed': true,
  'staff:asked': true,
  'staff:locked': true,
  'staff:work': true,
};
