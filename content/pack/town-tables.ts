/**
 * Tables of what towns and wards hand in: contact desks, specialities, festivals, moving and two-base
 * living, exchange cases, facilities, offers and requests. Every row says from which day it is (`as_of`).
 * Months are two digits, 01 to 12; no row means that nobody said when, twelve rows mean all year.
 */
import { index, list, partners, table, words } from './tables.ts';

/** Columns that end every table of this file. */
const SOURCE = `  as_of TEXT NOT NULL,
  position INTEGER NOT NULL`;

const CONTACT_TABLES = [
  table(
    'town_contact',
    `  town_contact_id TEXT PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  subject TEXT NOT NULL, -- what one may ask there: general, tourism, living, business, school, disaster
  phone TEXT,
  email TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words('town_contact', 'town_contact_id TEXT NOT NULL', '  office TEXT NOT NULL,\n  note TEXT'),
];

const TOWN_TABLES = [
  table(
    'speciality',
    `  speciality_id TEXT PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  kind TEXT NOT NULL, -- food, sweet, drink, craft, other
  kana TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words(
    'speciality',
    'speciality_id TEXT NOT NULL',
    '  name TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  place TEXT',
  ),
  list('speciality', 'month', 'month'),
  table(
    'festival',
    `  festival_id TEXT PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  kana TEXT,
  start_date TEXT, -- the next time it is held, where that is known
  end_date TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words(
    'festival',
    'festival_id TEXT NOT NULL',
    '  name TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  period TEXT NOT NULL,\n  place TEXT',
  ),
  list('festival', 'month', 'month'),
  table(
    'living',
    `  living_id TEXT PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  kind TEXT NOT NULL, -- consultation, trial-stay, housing, work, farming, childcare, two-base …
  deadline_date TEXT,
  phone TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words(
    'living',
    'living_id TEXT NOT NULL',
    '  title TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  office TEXT',
  ),
];

const CASE_TABLES = [
  table(
    'exchange_case',
    `  exchange_case_id TEXT PRIMARY KEY,
  all_wards INTEGER NOT NULL, -- 1: the 23 wards together
  start_date TEXT NOT NULL,
  end_date TEXT,
  online INTEGER NOT NULL,
  phone TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words(
    'exchange_case',
    'exchange_case_id TEXT NOT NULL',
    '  title TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  worked TEXT,\n  office TEXT',
  ),
  list('exchange_case', 'ward', 'ward_id'),
  list('exchange_case', 'town', 'municipality_id'),
  list('exchange_case', 'field', 'field_id'),
  list('exchange_case', 'purpose', 'purpose'),
  list('exchange_case', 'actor', 'actor'),
  list('exchange_case', 'tag', 'tag'),
  partners('exchange_case'),
];

const SHARING_TABLES = [
  table(
    'facility',
    `  facility_id TEXT PRIMARY KEY,
  ward_id TEXT NOT NULL REFERENCES municipality,
  kind TEXT NOT NULL, -- hall, gallery, plaza, shop, meeting-room, kitchen, other
  capacity INTEGER, -- people
  area_m2 INTEGER,
  phone TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words(
    'facility',
    'facility_id TEXT NOT NULL',
    `  name TEXT NOT NULL,
  summary TEXT NOT NULL,
  place TEXT,
  rule TEXT,
  fee TEXT,
  office TEXT`,
  ),
  table(
    'offer',
    `  offer_id TEXT PRIMARY KEY,
  municipality_id TEXT NOT NULL REFERENCES municipality,
  side TEXT NOT NULL, -- offer: we can do this; request: we look for this
  deadline_date TEXT,
  phone TEXT,
  url TEXT,
${SOURCE}`,
  ),
  words('offer', 'offer_id TEXT NOT NULL', '  title TEXT NOT NULL,\n  summary TEXT NOT NULL,\n  office TEXT'),
  list('offer', 'tag', 'tag'),
];

export const TOWN_FACT_TABLES = [...CONTACT_TABLES, ...TOWN_TABLES, ...CASE_TABLES, ...SHARING_TABLES];

export const TOWN_FACT_INDEXES = [
  index('town_contact_by_town', 'town_contact (municipality_id)'),
  index('speciality_by_town', 'speciality (municipality_id)'),
  index('festival_by_town', 'festival (municipality_id)'),
  index('living_by_town', 'living (municipality_id)'),
  index('exchange_case_by_ward', 'exchange_case_ward (ward_id)'),
  index('exchange_case_by_town', 'exchange_case_town (municipality_id)'),
  index('facility_by_ward', 'facility (ward_id)'),
  index('offer_by_town', 'offer (municipality_id)'),
  index('offer_by_tag', 'offer_tag (tag)'),
];
