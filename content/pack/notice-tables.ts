/** Tables of a notice (お知らせ): what FORMAT 2 adds. Only packs of kind `notice` are written in FORMAT 2. */
import { list, type TableStatement, table, words } from './tables.ts';

export const NOTICE_TABLES: readonly TableStatement[] = [
  table(
    'notice',
    `  notice_id TEXT PRIMARY KEY, -- that of the pack
  level TEXT NOT NULL, -- disaster (災害) or info (お知らせ)
  from_minute TEXT, -- 2026-11-22 09:00 in Tokyo; none: as soon as it is there
  until_minute TEXT NOT NULL, -- from this minute on it is over
  phone TEXT,
  url TEXT`,
  ),
  words(
    'notice',
    'notice_id TEXT NOT NULL',
    '  headline TEXT NOT NULL,\n  body TEXT NOT NULL,\n  contact TEXT',
  ),
  // No row: every hall.
  list('notice', 'venue', 'venue_id'),
];
