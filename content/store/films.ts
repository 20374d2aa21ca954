/** Short films of exhibitions, with their captions. */
import type { Lang } from '../pack/lang.ts';
import type { CaptionsView, CueView, FilmView } from '../pack/media-views.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readPosters } from './pictures.ts';

type FilmRow = Omit<FilmView, 'kind' | 'poster' | 'captions'> & {
  readonly block: string;
  readonly film: string;
};

/** Films of many blocks at once; null where a block has none. */
export function readFilms(
  library: Library,
  lang: Lang,
  blockIds: readonly string[],
): (blockId: string) => FilmView | null {
  const rows = library.all<FilmRow>(
    `SELECT b.block_id AS block, t.film_id AS film, t.media_id AS id, m.mime, m.width, m.height,
            t.duration_ms AS durationMs, coalesce(want.alt, ja.alt) AS alt,
            coalesce(want.credit, ja.credit) AS credit, coalesce(want.licence, ja.licence) AS licence,
            coalesce(want.lang, 'ja') AS lang
       FROM block_film AS b JOIN film AS t ON t.film_id = b.film_id ${wordsJoin('film', 't.film_id')}
       JOIN media AS m ON m.media_id = t.media_id
      WHERE b.block_id IN (SELECT value FROM json_each($ids))`,
    { lang, ids: JSON.stringify(blockIds) },
  );
  const filmIds = rows.map(({ film }) => film);
  const posters = readPosters(library.all, lang, filmIds);
  const captions = readCaptions(library, lang, filmIds);
  const films = new Map<string, FilmView>();
  for (const { block, film, ...row } of rows) {
    const poster = posters.get(film);
    if (poster) films.set(block, { ...row, kind: 'film', poster, captions: captions(film) });
  }
  return (blockId) => films.get(blockId) ?? null;
}

type CueRow = {
  readonly film_id: string;
  readonly lang: Lang;
  readonly start_ms: number;
  readonly end_ms: number;
  readonly caption: string;
};

function readCaptions(
  library: Library,
  lang: Lang,
  filmIds: readonly string[],
): (filmId: string) => readonly CaptionsView[] {
  const rows = library.all<CueRow>(
    `SELECT film_id, lang, start_ms, end_ms, caption FROM film_cue
      WHERE film_id IN (SELECT value FROM json_each($ids))
      ORDER BY film_id, lang, position`,
    { ids: JSON.stringify(filmIds) },
  );
  const rank = (one: Lang): number => (one === lang ? 0 : one === 'ja' ? 1 : 2);
  return (filmId) => {
    const own = new Map<Lang, CueView[]>();
    for (const row of rows.filter((one) => one.film_id === filmId)) {
      const cues = own.get(row.lang) ?? [];
      cues.push({ startMs: row.start_ms, endMs: row.end_ms, text: row.caption });
      own.set(row.lang, cues);
    }
    return [...own].map(([of, cues]) => ({ lang: of, cues })).sort((a, b) => rank(a.lang) - rank(b.lang));
  };
}
