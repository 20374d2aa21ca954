/** Writes the notice of a pack. It is not found by the search: it comes and goes. */
import type { NoticeSource } from '../source.ts';
import { type Compiler, insertWords, unique } from './rows.ts';

export function insertNotice(compiler: Compiler, { pack, notice }: NoticeSource): void {
  const { id } = pack.value;
  const { level, from, until, phone, url, venues, headline, body, contact } = notice.value;
  compiler.draft.insert('notice', {
    notice_id: id,
    level,
    from_minute: from ?? null,
    until_minute: until,
    phone: phone ?? null,
    url: url ?? null,
  });
  insertWords(compiler, 'notice', id, headline, { headline, body, contact: contact ?? null });
  for (const venue of unique(venues))
    compiler.draft.insert('notice_venue', { notice_id: id, venue_id: venue });
}
