/** Where and when this kiosk stands, and with what content: asked anew at every call. */

import { tokyoDay, tokyoMinute } from '../content/pack/days.ts';
import type { PreviewState } from '../content/pack/preview.ts';
import type { Day } from '../content/pack/types.ts';
import type { SessionTimes } from '../content/pack/views.ts';
import type { Opened } from '../content/store/library.ts';
import { readVenues } from '../content/store/venues.ts';
import { type TrustedDay, trustedDay } from './clock.ts';
import type { Content } from './content.ts';
import { type DayMemory, NO_MEMORY } from './day.ts';
import type { Situation } from './ipc/answers.ts';
import { BadSwitch, type Switches } from './switches.ts';

/** The hall of the project itself; it belongs to no single ward. */
const DEFAULT_VENUE = 'kusei-kaikan';

/** A minute for reading, then a quarter of one to answer. */
export const SESSION_TIMES: SessionTimes = { idleMs: 60_000, askMs: 15_000 };

/** The day the project was founded: no clock is earlier than this even without any content. */
const FOUNDING_DAY = '2014-09-16';

/**
 * @param content what is shown; another set after a sync
 * @param nowMs   the machine's clock
 * @param memory  where the last believed day is kept
 * @param preview how the source of a preview is doing; null for a kiosk
 * @returns       a reader of the present situation
 */
export function makeSituation(
  switches: Switches,
  content: Pick<Content, 'opened' | 'newestSignedMs'>,
  nowMs: () => number,
  memory: DayMemory = NO_MEMORY,
  preview: () => PreviewState | null = () => null,
): () => Situation {
  const trusted = (opened: Opened): TrustedDay => {
    if (switches.today !== undefined) return { day: switches.today, clockBelieved: true };
    const found = trustedDay(nowMs(), newestDay(opened, content.newestSignedMs()), memory.last());
    if (found.clockBelieved) memory.remember(found.day);
    return found;
  };
  return () => {
    const opened = content.opened();
    const { day, clockBelieved } = trusted(opened);
    return {
      opened,
      here: { venueId: switches.venue ?? DEFAULT_VENUE, today: day },
      clockBelieved,
      time: clockBelieved ? tokyoMinute(nowMs()) : null,
      lang: switches.lang ?? 'ja',
      tour: switches.tour !== undefined,
      session: timesOf(switches),
      preview: preview(),
    };
  };
}

/** A tour has nobody who leaves; whoever writes reads the page of a preview for as long as it takes. */
function timesOf({ tour, preview, idle }: Switches): SessionTimes | null {
  if (tour !== undefined) return null;
  return idle ?? (preview ? null : SESSION_TIMES);
}

/** @throws {BadSwitch} when the venue asked for is not a hall of this content */
export function refuseUnknownVenue({ venue }: Switches, opened: Opened): void {
  if (!opened.ok || venue === undefined) return;
  const halls = readVenues(opened.library, 'ja').filter((one) => one.isHall);
  if (halls.some((hall) => hall.id === venue)) return;
  const list = halls.map((hall) => `  ${hall.id}  ${hall.name}`).join('\n');
  throw new BadSwitch('venue', `会場「${venue}」はありません。使える会場:\n${list}`);
}

/** The newest day that content or signature speak of: no clock that is right is earlier. */
function newestDay(opened: Opened, signedMs: number): Day {
  const days = [opened.ok ? opened.library.newestDate : FOUNDING_DAY, tokyoDay(signedMs)];
  return days.sort().at(-1) ?? FOUNDING_DAY;
}
