/** Where and when this kiosk stands, and with what content: asked anew at every call. */

import type { SessionTimes } from '../content/pack/views.ts';
import type { Opened } from '../content/store/library.ts';
import { readVenues } from '../content/store/venues.ts';
import { trustedDay } from './clock.ts';
import type { Situation } from './ipc/answers.ts';
import { BadSwitch, type Switches } from './switches.ts';

/** The hall of the project itself; it belongs to no single ward. */
const DEFAULT_VENUE = 'kusei-kaikan';

/** A minute for reading, then a quarter of one to answer. */
export const SESSION_TIMES: SessionTimes = { idleMs: 60_000, askMs: 15_000 };

/** The day the project was founded: no clock is earlier than this even without any content. */
const FOUNDING_DAY = '2014-09-16';

/**
 * @param nowMs the machine's clock
 * @returns     a reader of the present situation
 * @throws {BadSwitch} when the venue asked for is not a hall of this content
 */
export function makeSituation(switches: Switches, opened: Opened, nowMs: () => number): () => Situation {
  const venueId = switches.venue ?? DEFAULT_VENUE;
  if (opened.ok && switches.venue !== undefined) {
    const halls = readVenues(opened.library, 'ja').filter((venue) => venue.isHall);
    if (!halls.some((hall) => hall.id === venueId)) {
      const list = halls.map((hall) => `  ${hall.id}  ${hall.name}`).join('\n');
      throw new BadSwitch('venue', `会場「${venueId}」はありません。使える会場:\n${list}`);
    }
  }
  const newest = opened.ok ? opened.library.newestDate : FOUNDING_DAY;
  return () => ({
    opened,
    here: { venueId, today: switches.today ?? trustedDay(nowMs(), newest).day },
    lang: switches.lang ?? 'ja',
    tour: switches.tour !== undefined,
    session: switches.tour === undefined ? (switches.idle ?? SESSION_TIMES) : null,
  });
}
