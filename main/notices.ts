/**
 * What stands on every screen of this hall now: the notice that staff put up and those of signed packs, as one
 * list (content/README.md, section 10). Whoever previews or walks the tour sees all there are, whenever they stand.
 */
import type { Lang } from '../content/pack/lang.ts';
import type { NoticeView } from '../content/pack/notice-views.ts';
import { readNotices, readStanding } from '../content/store/notices.ts';
import type { Situation } from './ipc/answers.ts';
import type { StandingNotice } from './ipc/contract.ts';

/** Notices of packs, disasters first; none where there is no library. */
export function packNotices(
  { opened, here, time, tour, preview }: Situation,
  lang: Lang,
): readonly NoticeView[] {
  if (!opened.ok) return [];
  const { venueId, today } = here;
  return tour || preview !== null
    ? readNotices(opened.library, lang, venueId)
    : readStanding(opened.library, lang, venueId, { day: today, time });
}

/** @param staff whether staff put up theirs; it comes first */
export function standingNotices(situation: Situation, lang: Lang, staff: boolean): readonly StandingNotice[] {
  const packs = packNotices(situation, lang).map((notice): StandingNotice => ({ by: 'pack', ...notice }));
  return staff ? [{ by: 'staff', id: 'staff', level: 'disaster' }, ...packs] : packs;
}

/** Another text whenever other notices of packs stand: what `watchTurns` looks at. */
export function noticesKey(situation: Situation): string {
  return packNotices(situation, 'ja')
    .map(({ id, from, until }) => `${id} ${from} ${until}`)
    .join('\n');
}
