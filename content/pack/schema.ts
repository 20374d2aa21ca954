/**
 * The FORMATs of a pack: every table, as the exact statements that make it. The store compares them
 * with `sqlite_schema` before it asks anything else, so nothing that is not listed here (a view, a
 * trigger, a foreign table) can be inside a pack that is shown.
 *
 * How to read a pack with the `sqlite3` command line: each thing has a table of facts (`event`) and
 * a table of words (`event_text`, one row per language, `ja` always there). `position` is the order
 * on the screen. Dates are ISO text as far as they are known (2020, 2020-11, 2020-11-13), the last
 * day included. Codes are the six-digit 全国地方公共団体コード; a prefecture is the first two.
 */

import { MEDIA_INDEXES, MEDIA_TABLES } from './media-tables.ts';
import { NOTICE_TABLES } from './notice-tables.ts';
import { RUBY_TABLES } from './ruby-tables.ts';
import { SEARCH_TABLES } from './search-tables.ts';
import { keyed, list, partners, type TableStatement, table, words } from './tables.ts';
import { TOWN_FACT_INDEXES, TOWN_FACT_TABLES } from './town-tables.ts';
import type { PackKind } from './types.ts';

export type { TableStatement };

/** 'Renk' in ASCII; tells our packs from any other SQLite file (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x52656e6b;

/** The newest FORMAT. A pack says its own in `PRAGMA user_version`; it changes whenever a reader must know. */
export const FORMAT = 2;

/**
 * FORMAT 2 is FORMAT 1 with the tables of a notice. Other packs stay in FORMAT 1, so that kiosks of the first
 * release go on reading them.
 */
export function formatOf(kind: PackKind): number {
  return kind === 'notice' ? 2 : 1;
}

/** Readers take FORMAT down to this one. */
export const OLDEST_READABLE_FORMAT = 1;

const PACK_TABLES = [
  table(
    'pack',
    `  pack_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  version INTEGER NOT NULL,
  content_date TEXT NOT NULL`,
  ),
  words('pack', 'pack_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  summary TEXT NOT NULL'),
];

const PLACE_TABLES = [
  table('region', '  region_id TEXT PRIMARY KEY,\n  position INTEGER NOT NULL'),
  words('region', 'region_id TEXT NOT NULL', '  name TEXT NOT NULL'),
  table(
    'prefecture',
    `  prefecture_id TEXT PRIMARY KEY, -- JIS X 0401, 01 to 47
  region_id TEXT NOT NULL REFERENCES region,
  kana TEXT NOT NULL,
  lat REAL NOT NULL,
  lon REAL NOT NULL,
  west REAL NOT NULL,
  south REAL NOT NULL,
  east REAL NOT NULL,
  north REAL NOT NULL`,
  ),
  words('prefecture', 'prefecture_id TEXT NOT NULL', '  name TEXT NOT NULL'),
  table(
    'municipality',
    `  municipality_id TEXT PRIMARY KEY, -- 全国地方公共団体コード
  prefecture_id TEXT NOT NULL REFERENCES prefecture,
  kind TEXT NOT NULL, -- special-ward, city, town, village
  kana TEXT NOT NULL,
  romaji TEXT NOT NULL,
  lat REAL NOT NULL,
  lon REAL NOT NULL,
  theme TEXT NOT NULL`,
  ),
  words('municipality', 'municipality_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  headline TEXT'),
  table(
    'municipality_note',
    `  municipality_note_id TEXT PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  position INTEGER NOT NULL`,
  ),
  words('municipality_note', 'municipality_note_id TEXT NOT NULL', '  body TEXT NOT NULL'),
  table(
    'area',
    `  area_id TEXT PRIMARY KEY,
  prefecture_id TEXT REFERENCES prefecture,
  kana TEXT NOT NULL,
  position INTEGER NOT NULL,
  municipality_count INTEGER -- as printed; the members may not be named`,
  ),
  words('area', 'area_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  note TEXT'),
  keyed(
    'area_member',
    `  area_id TEXT NOT NULL REFERENCES area,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  PRIMARY KEY (area_id, municipality_id)`,
  ),
  table(
    'association',
    `  association_id TEXT PRIMARY KEY,
  prefecture_id TEXT NOT NULL REFERENCES prefecture,
  kind TEXT NOT NULL, -- mayors (市長会) or towns-villages (町村会)
  position INTEGER NOT NULL,
  agreement_date TEXT,
  known_by TEXT -- where the day of the agreement is not known: it existed on this day`,
  ),
  words('association', 'association_id TEXT NOT NULL', '  name TEXT NOT NULL'),
  table('organisation', '  organisation_id TEXT PRIMARY KEY,\n  position INTEGER NOT NULL,\n  founded TEXT'),
  words('organisation', 'organisation_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  role TEXT'),
  table(
    'venue',
    `  venue_id TEXT PRIMARY KEY,
  ward_id TEXT REFERENCES municipality,
  is_hall INTEGER NOT NULL, -- 1: a kiosk may stand here
  position INTEGER NOT NULL`,
  ),
  words('venue', 'venue_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  place TEXT'),
];

const EXCHANGE_TABLES = [
  table(
    'link',
    `  link_id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  all_wards INTEGER NOT NULL, -- 1: the 23 wards together
  start_date TEXT,
  end_date TEXT,
  known_by TEXT,
  online INTEGER NOT NULL,
  position INTEGER NOT NULL`,
  ),
  words('link', 'link_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  note TEXT'),
  list('link', 'ward', 'ward_id'),
  list('link', 'town', 'municipality_id'),
  list('link', 'purpose', 'purpose'),
  partners('link'),
  table(
    'event',
    `  event_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  start_date TEXT,
  end_date TEXT,
  fiscal_year INTEGER,
  start_time TEXT,
  end_time TEXT,
  deadline_date TEXT,
  venue_id TEXT REFERENCES venue,
  all_wards INTEGER NOT NULL,
  online INTEGER NOT NULL,
  attendance INTEGER,
  url TEXT,
  position INTEGER NOT NULL`,
  ),
  words('event', 'event_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  place TEXT'),
  list('event', 'ward', 'ward_id'),
  list('event', 'town', 'municipality_id'),
  partners('event'),
];

const PROJECT_TABLES = [
  table('field', '  field_id TEXT PRIMARY KEY,\n  position INTEGER NOT NULL'),
  words('field', 'field_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  summary TEXT NOT NULL'),
  table(
    'topic',
    `  topic_id TEXT PRIMARY KEY,
  topic_group TEXT NOT NULL, -- which list on the About screen: goal, purpose, work, plan-2023 …
  position INTEGER NOT NULL`,
  ),
  words('topic', 'topic_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  body TEXT NOT NULL'),
  table('number_series', '  number_series_id TEXT PRIMARY KEY,\n  position INTEGER NOT NULL'),
  words(
    'number_series',
    'number_series_id TEXT NOT NULL',
    '  name TEXT NOT NULL,\n  unit TEXT NOT NULL,\n  note TEXT',
  ),
  keyed(
    'number_point',
    `  number_series_id TEXT NOT NULL REFERENCES number_series,
  as_of TEXT NOT NULL,
  value INTEGER NOT NULL,
  qualifier TEXT, -- over: the source says more than
  PRIMARY KEY (number_series_id, as_of)`,
  ),
  table(
    'timeline',
    `  timeline_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  start_date TEXT NOT NULL,
  end_date TEXT,
  position INTEGER NOT NULL`,
  ),
  words('timeline', 'timeline_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  place TEXT'),
  list('timeline', 'link', 'link_id'),
  table(
    'disaster',
    `  disaster_id TEXT PRIMARY KEY,
  start_date TEXT NOT NULL,
  end_date TEXT,
  position INTEGER NOT NULL`,
  ),
  words('disaster', 'disaster_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  support TEXT'),
  partners('disaster'),
  table(
    'survey',
    `  survey_id TEXT PRIMARY KEY,
  part TEXT NOT NULL, -- projects, website, opinions
  side TEXT NOT NULL, -- residents, municipalities, all
  answer_count INTEGER, -- number of answers as printed; opinions carry none
  position INTEGER NOT NULL`,
  ),
  words('survey', 'survey_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  points TEXT NOT NULL'),
  table(
    'contact',
    '  contact_id TEXT PRIMARY KEY,\n  phone TEXT,\n  url TEXT,\n  as_of TEXT NOT NULL,\n  position INTEGER NOT NULL',
  ),
  words('contact', 'contact_id TEXT NOT NULL', '  name TEXT NOT NULL,\n  office TEXT'),
];

const READING_TABLES = [
  table('issue', '  issue_id TEXT PRIMARY KEY,\n  number INTEGER NOT NULL,\n  issue_date TEXT NOT NULL'),
  words('issue', 'issue_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  theme TEXT NOT NULL'),
  table(
    'article',
    `  article_id TEXT PRIMARY KEY,
  issue_id TEXT NOT NULL REFERENCES issue,
  kind TEXT NOT NULL, -- case, topic, event, essay, notice
  theme TEXT NOT NULL,
  all_wards INTEGER NOT NULL,
  start_date TEXT,
  end_date TEXT,
  deadline_date TEXT,
  online INTEGER NOT NULL,
  url TEXT,
  position INTEGER NOT NULL`,
  ),
  words(
    'article',
    'article_id TEXT NOT NULL',
    '  title TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  body TEXT NOT NULL',
  ),
  list('article', 'ward', 'ward_id'),
  list('article', 'town', 'municipality_id'),
  list('article', 'field', 'field_id'),
  list('article', 'purpose', 'purpose'),
  partners('article'),
  table(
    'exhibition',
    `  exhibition_id TEXT PRIMARY KEY,
  theme TEXT NOT NULL,
  region_id TEXT,
  position INTEGER NOT NULL`,
  ),
  words(
    'exhibition',
    'exhibition_id TEXT NOT NULL',
    '  title TEXT NOT NULL,\n  subtitle TEXT NOT NULL,\n  summary TEXT NOT NULL',
  ),
  list('exhibition', 'town', 'municipality_id'),
  partners('exhibition'),
  keyed(
    'showing',
    `  exhibition_id TEXT NOT NULL REFERENCES exhibition,
  venue_id TEXT NOT NULL,
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL, -- included
  PRIMARY KEY (exhibition_id, venue_id, first_day)`,
  ),
  table(
    'chapter',
    `  chapter_id TEXT PRIMARY KEY,
  exhibition_id TEXT NOT NULL REFERENCES exhibition,
  theme TEXT NOT NULL,
  position INTEGER NOT NULL`,
  ),
  words('chapter', 'chapter_id TEXT NOT NULL', '  title TEXT NOT NULL'),
  table(
    'block',
    `  block_id TEXT PRIMARY KEY,
  chapter_id TEXT NOT NULL REFERENCES chapter,
  kind TEXT NOT NULL,
  data TEXT NOT NULL, -- JSON, language-neutral: codes, a number and its as-of date, the right answer
  position INTEGER NOT NULL`,
  ),
  words('block', 'block_id TEXT NOT NULL', '  title TEXT,\n  body TEXT NOT NULL'),
];

/** Every statement of FORMAT 1, in the order in which a pack is made. */
export const TABLES: readonly TableStatement[] = [
  ...PACK_TABLES,
  ...PLACE_TABLES,
  ...EXCHANGE_TABLES,
  ...PROJECT_TABLES,
  ...READING_TABLES,
  ...TOWN_FACT_TABLES,
  ...MEDIA_TABLES,
  ...RUBY_TABLES,
  ...SEARCH_TABLES,
  {
    name: 'municipality_by_prefecture',
    sql: 'CREATE INDEX municipality_by_prefecture ON municipality (prefecture_id)',
  },
  { name: 'link_by_ward', sql: 'CREATE INDEX link_by_ward ON link_ward (ward_id)' },
  { name: 'link_by_town', sql: 'CREATE INDEX link_by_town ON link_town (municipality_id)' },
  { name: 'event_by_start', sql: 'CREATE INDEX event_by_start ON event (start_date)' },
  ...TOWN_FACT_INDEXES,
  ...MEDIA_INDEXES,
];

/** Every statement of a FORMAT that is read, in the order in which a pack is made. */
export function tablesOf(format: number): readonly TableStatement[] {
  return format === 1 ? TABLES : [...TABLES, ...NOTICE_TABLES];
}

/** A table that FTS5 makes for itself beside `search_index`, in its own way of writing. */
function shadow(part: string, columns: string): TableStatement {
  const name = `search_index_${part}`;
  return { name, sql: `CREATE TABLE '${name}'(${columns}` };
}

export const SEARCH_SHADOW_TABLES: readonly TableStatement[] = [
  shadow('data', 'id INTEGER PRIMARY KEY, block BLOB)'),
  shadow('idx', 'segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID'),
  shadow('docsize', 'id INTEGER PRIMARY KEY, sz BLOB)'),
  shadow('config', 'k PRIMARY KEY, v) WITHOUT ROWID'),
];
