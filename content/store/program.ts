/** Who stands where until when: the program of all halls, and what comes next to this one. */
import type { Lang } from '../pack/lang.ts';
import { isOn, nextStay, type ProgramWords, type Stay, stayAt } from '../pack/program.ts';
import type { NextView, ProgramHallView, ProgramStayView, ProgramView } from '../pack/program-views.ts';
import type { Here } from './exhibitions.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readShowings, showingAfter } from './showings.ts';
import { readVenues } from './venues.ts';

type TitleRow = { readonly id: string; readonly title: string; readonly lang: Lang };

function readTitles(library: Library, lang: Lang): ReadonlyMap<string, TitleRow> {
  const rows = library.all<TitleRow>(
    `SELECT t.exhibition_id AS id, coalesce(want.title, ja.title) AS title, coalesce(want.lang, 'ja') AS lang
       FROM exhibition AS t ${wordsJoin('exhibition', 't.exhibition_id')}`,
    { lang },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** The program where there is one, else what the packs say of themselves. */
export function readProgramView(library: Library, lang: Lang, here: Here): ProgramView {
  const { program } = library;
  const titles = readTitles(library, lang);
  const stays = program?.stays ?? readShowings(library).map(plainStay);
  const view = (stay: Stay): ProgramStayView => ({
    exhibitionId: stay.exhibition,
    title: titles.get(stay.exhibition)?.title ?? stay.exhibition,
    firstDay: stay.first,
    lastDay: stay.last,
    opening: stay.opening,
    note: stay.note && inLang(stay.note, lang),
    state: isOn(stay, here.today) ? 'running' : stay.first > here.today ? 'coming' : 'past',
    installed: titles.has(stay.exhibition),
  });
  const venues = readVenues(library, lang);
  const names = new Map(venues.map(({ id, name }) => [id, name]));
  const order = [here.venueId, ...venues.map(({ id }) => id), ...stays.map(({ venue }) => venue)];
  const halls = [...new Set(order)].flatMap((venue): readonly ProgramHallView[] => {
    const own = stays.filter((stay) => stay.venue === venue);
    if (own.length === 0) return [];
    const now = stayAt(own, venue, here.today);
    const next = nextStay(own, venue, here.today);
    return [
      {
        venueId: venue,
        venueName: names.get(venue) ?? venue,
        here: venue === here.venueId,
        now: now && view(now),
        next: next && view(next),
        stays: own.map(view),
      },
    ];
  });
  const about = program && {
    version: program.version,
    date: program.date,
    title: inLang(program.title, lang),
  };
  return { program: about, today: here.today, halls };
}

function plainStay(showing: Pick<Stay, 'exhibition' | 'venue' | 'first' | 'last'>): Stay {
  return { ...showing, opening: null, note: null, screenOnly: false };
}

function inLang(words: ProgramWords, lang: Lang): string {
  return words[lang] ?? words.ja;
}

/** What comes to this hall next; null where nothing is known. */
export function readNext(library: Library, lang: Lang, here: Here): NextView | null {
  const next = showingAfter(library, here.venueId, here.today);
  const title = next && readTitles(library, lang).get(next.exhibition);
  if (next === null || !title) return null;
  return {
    exhibitionId: next.exhibition,
    title: title.title,
    lang: title.lang,
    firstDay: next.first,
    lastDay: next.last,
  };
}
