/**
 * Tables of the search. Rows of `search` stand in the order of their weight, the weightiest first, so that the
 * order of `search_id` is that of the results. What the index holds: `grams.ts`; how it is asked: `search-query.ts`.
 */
import { keyed, type TableStatement, table, words } from './tables.ts';

export const SEARCH_TABLES: readonly TableStatement[] = [
  table(
    'search',
    `  search_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL, -- municipality, prefecture, area, association, article, event, speciality …
  key TEXT NOT NULL,
  municipality_id TEXT, -- the town or ward whose page shows it
  kana TEXT, -- reading of its Japanese name
  weight INTEGER NOT NULL -- larger comes first among equals`,
  ),
  // Japanese with its readings marked (ruby.ts).
  words('search', 'search_id INTEGER NOT NULL', '  title TEXT NOT NULL,\n  body TEXT NOT NULL'),
  keyed(
    'search_letter',
    `  letter TEXT PRIMARY KEY, -- folded
  entries INTEGER NOT NULL -- how many a search for this letter alone finds: too many to count each time`,
  ),
  {
    name: 'search_index',
    sql: `CREATE VIRTUAL TABLE search_index USING fts5(name, body, name_sound, body_sound, content='', tokenize='ascii', prefix='5')`,
  },
];
