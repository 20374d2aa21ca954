/** What a search answers. */
import type { MunicipalityCode } from './code.ts';

/** A piece of a text as it is found; `text` may carry readings (`ruby.ts`). */
export type SearchPart = {
  readonly text: string;
  /** True: this is what was looked for. */
  readonly hit: boolean;
};

export type SearchHit = {
  readonly kind:
    | 'municipality'
    | 'prefecture'
    | 'area'
    | 'association'
    | 'article'
    | 'event'
    | 'exhibition'
    | 'topic'
    | 'speciality'
    | 'festival'
    | 'living'
    | 'case'
    | 'facility'
    | 'offer'
    /** A printed page of an issue; `key` is `<issue id>/<page>`. */
    | 'page';
  readonly key: string;
  /** The town or ward whose page shows it; null where it has none. */
  readonly code: MunicipalityCode | null;
  /** Plain text. */
  readonly title: string;
  /** The title again, with what was looked for marked. */
  readonly titleParts: readonly SearchPart[];
  /** The piece of its text around the first place found, or its beginning; empty where it has none. */
  readonly snippet: readonly SearchPart[];
};

export type SearchView = {
  /** How many match in all, counted as far as anybody reads (MAX_COUNTED); `hits` may be fewer. */
  readonly total: number;
  /** More match than were counted. */
  readonly more: boolean;
  readonly hits: readonly SearchHit[];
  /** What was looked for, piece by piece, as typed. */
  readonly words: readonly string[];
  /** Pieces without a letter or digit: nothing can be looked for. */
  readonly ignored: readonly string[];
  /** Where nothing matches: what else one might look for, likeliest first, at most 6. */
  readonly near: readonly string[];
};

/** A name that begins with what was typed. */
export type Suggestion = {
  readonly text: string;
  /** Hiragana of its Japanese name; null where it is not known. */
  readonly kana: string | null;
};
