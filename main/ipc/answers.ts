/** What each call is answered with: a read of the library, at this hall, on this day. */
import type { Lang } from '../../content/pack/lang.ts';
import type { PreviewState } from '../../content/pack/preview.ts';
import type { Fault } from '../../content/pack/refusal.ts';
import type { KioskView, SessionTimes } from '../../content/pack/views.ts';
import { readAbout } from '../../content/store/about.ts';
import { readArticle, readIssues } from '../../content/store/articles.ts';
import { readCalendar } from '../../content/store/calendar.ts';
import { readCases } from '../../content/store/cases.ts';
import { readEvents } from '../../content/store/events.ts';
import { readExchangeCase } from '../../content/store/exchange-cases.ts';
import { type Here, readExhibition, readExhibitions } from '../../content/store/exhibitions.ts';
import { readFacilities } from '../../content/store/facilities.ts';
import { findCases } from '../../content/store/find-cases.ts';
import { readGroup } from '../../content/store/groups.ts';
import { readHome, readMap, wardOf } from '../../content/store/home.ts';
import type { Library, Opened } from '../../content/store/library.ts';
import { readMatchedOffers } from '../../content/store/offers.ts';
import { readProgramView } from '../../content/store/program.ts';
import { readMarked } from '../../content/store/ruby.ts';
import { search } from '../../content/store/search.ts';
import { suggest } from '../../content/store/suggest.ts';
import { readTown, readWard, readWards } from '../../content/store/towns.ts';
import { venueName } from '../../content/store/venues.ts';
import { standingNotices } from '../notices.ts';
import type { StaffAnswers } from '../staff/desk.ts';
import type { Calls, TourShown } from './contract.ts';
import { READERS } from './requests.ts';
import { type Entries, Refused } from './serve.ts';

/** What the answers depend on; read anew at every call, because a sync or midnight may change it. */
export type Situation = {
  readonly opened: Opened;
  readonly here: Here;
  /** False: the date of the machine cannot be right, and the last known day stands. */
  readonly clockBelieved: boolean;
  /** `HH:MM` in Tokyo; null where the clock is not believed and only the day is known. */
  readonly time: string | null;
  readonly lang: Lang;
  readonly tour: boolean;
  readonly session: SessionTimes | null;
  /** How the source of a preview is doing; null in a kiosk. */
  readonly preview: PreviewState | null;
};

export function makeEntries(
  situation: () => Situation,
  tourShown: (shown: TourShown) => void,
  staff: StaffAnswers,
): Entries {
  /** Runs a read on the library. @throws {Refused} no-library; not-found when the read gives null */
  function ask<T>(read: (library: Library, here: Here) => T | null): T {
    const { opened, here } = situation();
    if (!opened.ok) throw new Refused({ code: 'no-library', faults: opened.faults });
    const value = read(opened.library, here);
    if (value === null) throw new Refused({ code: 'not-found' });
    return value;
  }

  const answers: Answers = {
    ...staff,
    'kiosk:read': ({ lang }) => ask((library, here) => readKiosk(library, lang, here, situation())),
    'home:read': ({ lang }) => ask((library, here) => readHome(library, lang, here)),
    'map:read': ({ lang }) => ask((library, here) => readMap(library, lang, here)),
    'town:read': ({ lang, code }) => ask((library, here) => readTown(library, lang, here, code)),
    'ward:read': ({ lang, code }) => ask((library, here) => readWard(library, lang, here, code)),
    'wards:list': ({ lang }) => ask((library) => readWards(library, lang)),
    'group:read': ({ lang, kind, id }) => ask((library) => readGroup(library, lang, kind, id)),
    'exhibitions:list': ({ lang }) => ask((library, here) => readExhibitions(library, lang, here)),
    'exhibition:read': ({ lang, id }) => ask((library, here) => readExhibition(library, lang, here, id)),
    'program:read': ({ lang }) => ask((library, here) => readProgramView(library, lang, here)),
    'issues:list': ({ lang }) => ask((library) => readIssues(library, lang)),
    'article:read': ({ lang, id }) => ask((library) => readArticle(library, lang, id)),
    'events:list': ({ lang }) => ask((library) => readEvents(library, lang, { by: 'all' })),
    'cases:list': ({ lang, purpose }) => ask((library, here) => readCases(library, lang, here, purpose)),
    'cases:find': ({ lang, filter, offset, limit }) =>
      ask((library, here) => findCases(library, lang, here, filter, offset, limit)),
    'case:read': ({ lang, id }) => ask((library, here) => readExchangeCase(library, lang, here, id)),
    'event:read': ({ lang, id }) => ask((library) => readEvents(library, lang, { by: 'id', id })[0] ?? null),
    'events:calendar': ({ lang, span, day }) => ask((library) => readCalendar(library, lang, span, day)),
    'facilities:list': ({ lang, code }) => ask((library) => readFacilities(library, lang, code)),
    'offers:list': ({ lang, side }) => ask((library, here) => readMatchedOffers(library, lang, here, side)),
    'about:read': ({ lang }) => ask((library) => readAbout(library, lang)),
    'search:find': ({ lang, text, limit }) =>
      ask((library, here) => search(library, lang, text, limit, wardOf(library, lang, here)?.code ?? null)),
    'search:suggest': ({ lang, text }) => ask((library) => suggest(library, lang, text)),
    'ruby:read': ({ texts }) => ask((library) => readMarked(library, texts)),
    'notices:read': async ({ lang }) =>
      standingNotices(situation(), lang, (await staff['device:read']({})).notice),
    'preview:read': () => situation().preview,
    'tour:shown': (shown) => {
      tourShown(shown);
      return null;
    },
  };
  return combine(answers);
}

type Answers = { readonly [K in keyof Calls]: Entries[K]['answer'] };

/** Puts each reader beside its answer; both lists are checked to be complete by their types. */
function combine(answers: Answers): Entries {
  const names = Object.keys(READERS) as (keyof Calls)[];
  return Object.fromEntries(
    names.map((name) => [name, { read: READERS[name], answer: answers[name] }]),
  ) as Entries;
}

const CLOCK_FAULT: Fault = { code: 'clock-not-believed', subject: '', detail: '' };

function readKiosk(library: Library, lang: Lang, here: Here, situation: Situation): KioskView {
  return {
    venue: { id: here.venueId, name: venueName(library, lang, here.venueId) },
    ward: wardOf(library, lang, here),
    today: here.today,
    lang: situation.lang,
    faults: [...library.faults, ...(situation.clockBelieved ? [] : [CLOCK_FAULT])],
    tour: situation.tour,
    session: situation.session,
  };
}
