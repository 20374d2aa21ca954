/**
 * What can be on its way while the rest of the program is still being read: the questions home asks, and
 * the typeface in the characters home shows. Nothing heavy may be imported here.
 */
import { askAhead } from './asked.ts';
import common from './words/ja/common.json';
import home from './words/ja/home.json';

askAhead('kiosk:read', {});
askAhead('home:read', {});

/** What home writes in each weight: names of tiles bold, remarks and bar regular. */
const BOLD = [home.partners, home['partners-all'], home.cases, home.news, home.events];
const REGULAR = [
  home['map-note'],
  home['partners-note'],
  home['cases-note'],
  home['news-note'],
  home['events-note'],
  home['search-note'],
  common.about,
  common.contrast,
  ...Object.values(common['text-size']),
  ...Object.values(common.reach),
  'English',
];

// A file that does not come is asked for again by the layout; nothing to do here.
const load = (weight: number, words: readonly string[]) =>
  document.fonts.load(`${weight} 24px "BIZ UDPGothic"`, words.join('')).catch(() => undefined);

void load(700, [
  ...BOLD,
  common.map,
  common.search,
  common.title,
  common.look,
  common.showing['here-now'],
  '0123456789区と全国',
]);
void load(400, [...REGULAR, '0123456789月日()日月火水木金土区役所']);
