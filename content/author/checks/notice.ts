/** A notice interrupts every screen: what is wrong with it stops the build. */
import { LANGS, type Lang } from '../../pack/lang.ts';
import type { Day } from '../../pack/types.ts';
import { type Checker, checkVenue, complain } from '../check-parts.ts';
import { type Path, warning } from '../files.ts';
import type { Problem } from '../problem.ts';
import type { Texts } from '../shapes.ts';
import type { NoticeSource, SourceTree } from '../source.ts';
import { LANG_NAMES } from './translations.ts';

/** Longest texts in letters: the headline is two lines of a band, the rest is read standing. */
const LONGEST = { headline: 40, body: 600, contact: 100 } as const;

/** English needs more letters for the same. */
const ROOM: Readonly<Record<Lang, number>> = { ja: 1, 'ja-easy': 1.5, en: 2.5, 'zh-Hans': 1, ko: 1.5 };

export function checkNotice({ notice }: NoticeSource, checker: Checker): void {
  const { from, until, venues } = notice.value;
  if (from !== undefined && from >= until) {
    const message = `終わりの日時（until: ${until}）が始まり（from: ${from}）より後ではありません`;
    complain(notice, ['until'], 'dates-inverted', message, checker);
  }
  venues.forEach((venue, i) => checkVenue(notice, ['venues', i], venue, checker));
  checkLanguages(notice, checker);
  for (const key of ['headline', 'body', 'contact'] as const) {
    const texts = notice.value[key];
    if (texts !== undefined) checkRoom(notice, key, texts, checker);
  }
}

/** A headline whose notice cannot be read, or a notice without a headline: the language would be lost. */
function checkLanguages(notice: NoticeSource['notice'], checker: Checker): void {
  const { headline, body } = notice.value;
  for (const lang of LANGS) {
    if ((headline[lang] === undefined) === (body[lang] === undefined)) continue;
    const lacking = body[lang] === undefined ? 'body' : 'headline';
    const there = lacking === 'body' ? 'headline' : 'body';
    const message = `${lacking} に${LANG_NAMES[lang]}がありません。${there} と同じ言語で書いてください`;
    complain(notice, [lacking], 'notice-language', message, checker);
  }
}

function checkRoom(
  notice: NoticeSource['notice'],
  key: keyof typeof LONGEST,
  texts: Texts,
  checker: Checker,
): void {
  for (const lang of LANGS) {
    const length = [...(texts[lang] ?? '')].length;
    const limit = Math.floor(LONGEST[key] * ROOM[lang]);
    if (length <= limit) continue;
    const path: Path = [key, lang];
    const message = `${key} の${LANG_NAMES[lang]}が長すぎます（${length}字。${limit}字まで）`;
    complain(notice, path, 'notice-long', message, checker);
  }
}

/** Notices that no screen will show any more. @param today the day in Tokyo on which somebody checks */
export function overNotices({ packs }: SourceTree, today: Day): readonly Problem[] {
  return packs.flatMap((pack) => {
    if (pack.kind !== 'notice' || pack.notice.value.until.slice(0, 10) >= today) return [];
    const { file, lineOf, value } = pack.notice;
    return [warning(file, lineOf(['until']), 'date-expired', `お知らせは ${value.until} に終わっています`)];
  });
}
