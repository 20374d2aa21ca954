/** Checks the films of a pack and their captions, and plans what the pack will hold of them. */
import { statSync } from 'node:fs';
import { LANGS } from '../../pack/lang.ts';
import { type Cache, sha256Of } from '../cache.ts';
import { error, type Report, readText, warning } from '../files.ts';
import type { PackSource } from '../source.ts';
import { readCaptions } from './captions.ts';
import { bare, completeDescription, missing } from './describe.ts';
import { inspect } from './inspect.ts';
import { judgeFilm, judgeFilmSize } from './judge-film.ts';
import type { FilmPlan, MediaPlan, PicturePlan } from './plan.ts';
import type { FilmEntry } from './shapes.ts';
import { sameName } from './source.ts';
import { filmUses, type Where } from './uses.ts';

type Room = {
  readonly root: string;
  readonly pack: PackSource;
  readonly pictures: ReadonlyMap<string, PicturePlan>;
  readonly cache: Cache;
  readonly report: Report;
};

/** Films that are shown; the others are named in warnings. */
export function planFilms(
  root: string,
  pack: PackSource,
  pictures: ReadonlyMap<string, PicturePlan>,
  cache: Cache,
  report: Report,
): Pick<MediaPlan, 'films' | 'blockFilms'> {
  const room: Room = { root, pack, pictures, cache, report };
  const uses = filmUses(pack);
  const wanted = new Set(uses.map(({ file }) => sameName(file)));
  const films = new Map<string, FilmPlan>();
  const listed = new Set<string>();
  pack.media.films.value.forEach((entry, i) => {
    const file = sameName(entry.file);
    const where = { file: pack.media.films.file, line: pack.media.films.lineOf([i, 'file']) };
    if (listed.has(file)) {
      report(error(where.file, where.line, 'film-duplicate', `「${bare(file)}」が二度書かれています`));
    }
    listed.add(file);
    if (!wanted.has(file)) {
      report(warning(where.file, where.line, 'film-unused', `「${bare(file)}」はどこにも使われていません`));
    }
    const plan = planFilm(file, entry, where, room);
    if (plan) films.set(file, plan);
  });
  reportStrays(room);
  for (const { file, where } of uses) {
    if (listed.has(sameName(file))) continue;
    const message = `「${bare(file)}」の説明が films.yaml にありません。file、alt、credit、licence、poster、captions を書いてください`;
    report(error(where.file, where.line, 'film-unknown', message));
  }
  const blockFilms = uses.flatMap(({ file, blockId }) => {
    const filmId = films.get(sameName(file))?.id;
    return filmId === undefined ? [] : [{ blockId, filmId }];
  });
  const shown = new Set(blockFilms.map(({ filmId }) => filmId));
  return { films: [...films.values()].filter((film) => shown.has(film.id)), blockFilms };
}

function planFilm(file: string, entry: FilmEntry, where: Where, room: Room): FilmPlan | undefined {
  const { pack, cache, report, pictures } = room;
  const complain = (id: string, message: string): undefined => {
    report(error(where.file, where.line, id, message));
  };
  const description = completeDescription('film', file, entry, where, report);
  const path = pack.media.files.get(file);
  if (path === undefined) return complain('film-missing', missing(file, 'films', pack.media));
  const sizeBytes = statSync(path).size;
  const tooLarge = judgeFilmSize(bare(file), sizeBytes);
  if (tooLarge) return complain(tooLarge.id, tooLarge.message);
  const { sha256, facts } = inspect(path, 'film', cache);
  const fault = judgeFilm(bare(file), facts);
  if (fault) return complain(fault.id, fault.message);
  if (facts.kind !== 'film') return undefined;
  const { durationMs, width, height } = facts.facts;
  const captions = readAllCaptions(file, entry, durationMs, where, room);
  const posterId = pictures.get(sameName(entry.poster))?.id;
  if (!description || !captions || posterId === undefined) return undefined;
  return {
    ...description,
    id: sha256Of(`${file}\n${sha256}`).slice(0, 20),
    path,
    sha256,
    sizeBytes,
    mime: `video/${facts.container}`,
    width,
    height,
    durationMs,
    posterId,
    captions,
  };
}

/** @returns undefined after reporting */
function readAllCaptions(
  film: string,
  entry: FilmEntry,
  durationMs: number,
  where: Where,
  room: Room,
): FilmPlan['captions'] | undefined {
  if (entry.captions.ja === undefined) {
    const message = `「${bare(film)}」に日本語の字幕（captions の ja）がありません。音のない会場でも伝わるように付けてください`;
    room.report(error(where.file, where.line, 'film-no-captions', message));
    return undefined;
  }
  const all = LANGS.flatMap((lang) => {
    const file = entry.captions[lang];
    return file === undefined ? [] : [{ lang, cues: readCues(sameName(file), durationMs, where, room) }];
  });
  return all.every(({ cues }) => cues !== undefined) ? (all as FilmPlan['captions']) : undefined;
}

function readCues(
  file: string,
  durationMs: number,
  where: Where,
  { root, pack, report }: Room,
): FilmPlan['captions'][number]['cues'] | undefined {
  if (!pack.media.files.has(file)) {
    report(error(where.file, where.line, 'captions-missing', missing(file, 'films', pack.media)));
    return undefined;
  }
  const place = `${pack.folder}/${file}`;
  const text = readText(root, place, report);
  if (text === undefined) return undefined;
  const read = readCaptions(text);
  if (!read.ok) {
    for (const { line, why } of read.faults) report(error(place, line, 'captions-wrong', why));
    return undefined;
  }
  const late = read.cues.find((cue) => cue.startMs >= durationMs);
  if (late) {
    const seconds = (durationMs / 1000).toFixed(1);
    const message = `字幕「${late.text}」は動画（${seconds}秒）が終わってから始まります`;
    report(error(place, 1, 'captions-late', message));
    return undefined;
  }
  return read.cues;
}

/** Files of the folder that no film needs. */
function reportStrays({ pack, report }: Room): void {
  const needed = new Set(
    pack.media.films.value.flatMap((film) =>
      [film.file, ...Object.values(film.captions)].flatMap((file) => (file ? sameName(file) : [])),
    ),
  );
  for (const file of pack.media.files.keys()) {
    if (!file.startsWith('films/') || needed.has(file)) continue;
    report(
      warning(`${pack.folder}/${file}`, 1, 'film-unused', `「${bare(file)}」はどこにも使われていません`),
    );
  }
}
