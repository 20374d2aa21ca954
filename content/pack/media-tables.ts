/**
 * Tables of pictures, films and the printed pages of a newsletter. Every file is a row of `media`, named by
 * its SHA-256; a picture is the same scene in several widths. Who shows it stands in `picture_use`.
 */
import { index, keyed, type TableStatement, table, words } from './tables.ts';

export const MEDIA_TABLES: readonly TableStatement[] = [
  table(
    'media',
    `  media_id TEXT PRIMARY KEY, -- SHA-256 of the file, hex; the file is blobs/<aa>/<sha256>
  mime TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  width INTEGER, -- pixels
  height INTEGER`,
  ),
  table(
    'picture',
    `  picture_id TEXT PRIMARY KEY,
  colour TEXT NOT NULL, -- #rrggbb, the dominant one; shown until the picture is there
  thumb_hash TEXT NOT NULL, -- ThumbHash in base64: a blurred likeness in some 25 bytes
  focus_x REAL, -- what must stay visible when it is cropped: 0 left to 1 right, 0 top to 1 bottom
  focus_y REAL`,
  ),
  words(
    'picture',
    'picture_id TEXT NOT NULL',
    '  alt TEXT NOT NULL,\n  credit TEXT NOT NULL,\n  licence TEXT NOT NULL',
  ),
  keyed(
    'picture_variant',
    `  picture_id TEXT NOT NULL REFERENCES picture,
  width INTEGER NOT NULL,
  media_id TEXT NOT NULL REFERENCES media,
  PRIMARY KEY (picture_id, width)`,
  ),
  keyed(
    'picture_use',
    `  owner TEXT NOT NULL, -- municipality, event, article, block … and its id
  owner_id TEXT NOT NULL,
  role TEXT NOT NULL, -- cover: on its card; body: inside it
  position INTEGER NOT NULL,
  picture_id TEXT NOT NULL REFERENCES picture,
  PRIMARY KEY (owner, owner_id, role, position)`,
  ),
  table(
    'film',
    `  film_id TEXT PRIMARY KEY,
  media_id TEXT NOT NULL REFERENCES media,
  poster_id TEXT NOT NULL REFERENCES picture,
  duration_ms INTEGER NOT NULL`,
  ),
  words(
    'film',
    'film_id TEXT NOT NULL',
    '  alt TEXT NOT NULL,\n  credit TEXT NOT NULL,\n  licence TEXT NOT NULL',
  ),
  keyed(
    'film_cue',
    `  film_id TEXT NOT NULL REFERENCES film,
  lang TEXT NOT NULL,
  position INTEGER NOT NULL,
  start_ms INTEGER NOT NULL,
  end_ms INTEGER NOT NULL,
  caption TEXT NOT NULL,
  PRIMARY KEY (film_id, lang, position)`,
  ),
  keyed(
    'block_film',
    '  block_id TEXT PRIMARY KEY REFERENCES block,\n  film_id TEXT NOT NULL REFERENCES film',
  ),
  keyed(
    'issue_page',
    `  issue_id TEXT NOT NULL REFERENCES issue,
  page INTEGER NOT NULL, -- counted from 1
  picture_id TEXT NOT NULL REFERENCES picture,
  words TEXT NOT NULL, -- what is printed on it, in reading order as far as the PDF knows it; Japanese
  PRIMARY KEY (issue_id, page)`,
  ),
];

export const MEDIA_INDEXES: readonly TableStatement[] = [
  index('picture_use_by_picture', 'picture_use (picture_id)'),
];
