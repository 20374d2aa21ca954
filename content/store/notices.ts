/** Notices (お知らせ) of packs: those for a hall, and those that stand at a moment (content/README.md, section 10). */

import type { Lang } from '../pack/lang.ts';
import { type Moment, NOTICE_LEVELS, standsAt } from '../pack/notice.ts';
import type { NoticeView } from '../pack/notice-views.ts';
import { compareTexts } from '../pack/order.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readCovers } from './pictures.ts';

/**
 * All notices for a hall, whenever they stand.
 *
 * @returns disasters first; within a level the one that began last first; ties by id
 */
export function readNotices(library: Library, lang: Lang, venueId: string): readonly NoticeView[] {
  // Only packs of this kind have the tables: other packs are of FORMAT 1.
  const packs = library.packs.filter(({ kind }) => kind === 'notice');
  const found = packs.flatMap((pack) => {
    const picture = readCovers(pack.all, lang, 'notice', null);
    const rows = pack.all<Omit<NoticeView, 'picture'>>(
      `SELECT t.notice_id AS id, t.level, t.from_minute AS "from", t.until_minute AS until, t.phone, t.url,
              coalesce(want.headline, ja.headline) AS headline, coalesce(want.body, ja.body) AS body,
              coalesce(want.contact, ja.contact) AS contact, coalesce(want.lang, 'ja') AS lang
         FROM notice AS t ${wordsJoin('notice', 't.notice_id')}
        WHERE NOT EXISTS (SELECT 1 FROM notice_venue AS v WHERE v.notice_id = t.notice_id)
           OR EXISTS (SELECT 1 FROM notice_venue AS v WHERE v.notice_id = t.notice_id AND v.venue_id = $venueId)`,
      { lang, venueId },
    );
    return rows.map((row) => ({ ...row, picture: picture(row.id) }));
  });
  return found.sort(
    (a, b) =>
      NOTICE_LEVELS.indexOf(a.level) - NOTICE_LEVELS.indexOf(b.level) ||
      compareTexts(b.from ?? '', a.from ?? '') ||
      compareTexts(a.id, b.id),
  );
}

/** Those of them that stand at a moment, in the same order. */
export function readStanding(
  library: Library,
  lang: Lang,
  venueId: string,
  moment: Moment,
): readonly NoticeView[] {
  return readNotices(library, lang, venueId).filter((notice) => standsAt(notice, moment));
}
