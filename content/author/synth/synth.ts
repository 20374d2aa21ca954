/**
 * Plausible source content of any size, the same for the same seed: real towns with made-up things. For
 * benchmarks and long runs; what it says is no fact, and says so.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { parse } from 'yaml';
import { MAX_FILE_BYTES } from '../files.ts';
import type { Gazetteer, GazetteerMunicipality } from '../gazetteer/gazetteer.ts';
import { drawPhoto } from './photos.ts';
import { diceOf } from './random.ts';
import { articleFiles, exhibitionFiles, issueFiles, type SourceFiles } from './reading.ts';
import type { Topic } from './sentences.ts';
import { sentence } from './sentences.ts';
import { type Photo, referenceTo, TOWN_LISTS, townRows } from './towns.ts';
import { type Plain, yamlList } from './yaml.ts';

export type Amount = {
  readonly municipalities: number;
  /** Of each municipality. */
  readonly photos: number;
  readonly articles: number;
  readonly seed: number;
};

/** Smallest and largest of each. */
export const AMOUNTS = {
  municipalities: [1, 1741],
  photos: [0, 24],
  articles: [0, 500_000],
  seed: [0, 4_294_967_295],
} as const;

/** Articles of one newsletter pack. */
const ARTICLES_PER_ISSUE = 1000;
/** Towns that an exhibition tells of. */
const TOWNS_PER_SHOW = 8;

export type SynthStep = {
  readonly stage: 'texts' | 'articles' | 'photos';
  readonly done: number;
  readonly total: number;
};

export type SynthRun = {
  readonly progress: (step: SynthStep) => void;
  /** How many photos at a time. */
  readonly lanes: number;
  readonly signal: AbortSignal;
};

export type Made = { readonly packs: number; readonly photos: number; readonly sizeBytes: number };

/** Why nothing was made. The message is for staff. */
export class SynthError extends Error {
  override readonly name = 'SynthError';
}

/** What every step needs. */
type Work = {
  readonly folder: string;
  readonly amount: Amount;
  readonly gazetteer: Gazetteer;
  readonly wards: readonly GazetteerMunicipality[];
  readonly towns: readonly GazetteerMunicipality[];
  readonly fields: readonly string[];
  readonly run: SynthRun;
  /** Counts what is written. */
  readonly write: (path: string, bytes: string | Uint8Array) => void;
};

/**
 * @param out         absolute; must not be there, or be empty
 * @param defaultBase absolute path of the base pack whose other lists are taken over
 * @throws {SynthError} when there is something in the folder, or a list would be too long
 * @throws the signal's reason when it was aborted; then there is no folder
 */
export async function makeSynth(
  out: string,
  amount: Amount,
  defaultBase: string,
  gazetteer: Gazetteer,
  run: SynthRun,
): Promise<Made> {
  if (existsSync(out) && readdirSync(out).length > 0) {
    throw new SynthError(`フォルダ「${out}」には、もう何か入っています。新しい名前を書いてください。`);
  }
  const staging = `${out}.part-${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  let sizeBytes = 0;
  const write: Work['write'] = (path, bytes) => {
    mkdirSync(dirname(join(staging, path)), { recursive: true });
    writeFileSync(join(staging, path), bytes);
    sizeBytes += typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  };
  try {
    mkdirSync(staging, { recursive: true });
    cpSync(defaultBase, join(staging, 'base'), { recursive: true });
    const project = parse(readFileSync(join(defaultBase, 'project.yaml'), 'utf8')) as {
      readonly fields: readonly { readonly id: string }[];
    };
    const wards = gazetteer.municipalities.filter((row) => row.kind === 'special-ward');
    const towns = spread(gazetteer.municipalities, amount.municipalities);
    const fields = project.fields.map(({ id }) => id);
    const work: Work = { folder: staging, amount, gazetteer, wards, towns, fields, run, write };
    const photos = await writeTowns(work);
    const packs = 1 + writeExhibitions(work) + (await writeArticles(work));
    await writePhotos(work, photos);
    run.signal.throwIfAborted();
    if (existsSync(out)) rmSync(out, { recursive: true });
    renameSync(staging, out);
    return { packs, photos: photos.length, sizeBytes };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

/** `count` of a list, evenly: few towns are from all over the country as well. */
function spread<T>(list: readonly T[], count: number): readonly T[] {
  return list.filter(
    (_one, i) => Math.floor(((i + 1) * count) / list.length) > Math.floor((i * count) / list.length),
  );
}

function topicOf({ amount, wards }: Work, name: string, town: GazetteerMunicipality): Topic {
  const dice = diceOf(amount.seed, name);
  return { dice, town, ward: dice.one(wards) };
}

/** Breathes, so that Ctrl+C is heard, and says how far it is. */
async function pause({ run }: Work, step: SynthStep): Promise<void> {
  run.progress(step);
  await setImmediate();
  run.signal.throwIfAborted();
}

async function writeTowns(work: Work): Promise<readonly Photo[]> {
  const total = work.towns.length;
  await pause(work, { stage: 'texts', done: 0, total });
  const made = work.towns.map((town) =>
    townRows(topicOf(work, `town ${town.code}`, town), work.fields, work.amount.photos),
  );
  for (const list of TOWN_LISTS) {
    const rows: Plain[] = made.flatMap((town) => town.rows[list]);
    if (list === 'facilities') rows.push(...facilityRows(work));
    writeList(work, list, rows);
  }
  await pause(work, { stage: 'texts', done: total, total });
  return made.flatMap(({ photos }) => photos);
}

/** Links and events of the project stay; the made-up ones follow. */
function writeList({ folder, write }: Work, list: (typeof TOWN_LISTS)[number], rows: readonly Plain[]): void {
  const path = `base/${list}.yaml`;
  const kept = list === 'links' || list === 'events' ? readFileSync(join(folder, path), 'utf8') : '';
  const text = rows.length === 0 && kept !== '' ? kept : kept + yamlList('Made up by renkei synth.', rows);
  if (Buffer.byteLength(text) > MAX_FILE_BYTES) {
    throw new SynthError(
      `${list}.yaml が大きくなりすぎます（${MAX_FILE_BYTES / 1_000_000}MBまで）。--photos か --municipalities を小さくしてください。`,
    );
  }
  write(path, text);
}

function facilityRows(work: Work): readonly Plain[] {
  return work.wards.map((ward): Plain => {
    const topic = { ...topicOf(work, `facility ${ward.code}`, ward), ward };
    return {
      id: `s-${ward.code}-facility`,
      ward: referenceTo(ward),
      kind: 'hall',
      name: { ja: `${ward.nameJa}交流ホール`, en: `${ward.nameEn} Exchange Hall` },
      summary: sentence(topic),
      rule: { ja: 'だれでも申し込めます。', en: 'Anybody may apply.' },
      capacity: topic.dice.within(20, 800),
      asOf: '2025-10-01',
    };
  });
}

/** @returns number of packs */
function writeExhibitions(work: Work): number {
  const names = parse(readFileSync(join(work.folder, 'base', 'regions.yaml'), 'utf8')) as readonly {
    readonly id: Parameters<typeof exhibitionFiles>[0];
    readonly name: { readonly ja: string; readonly en: string };
  }[];
  const regionOf = new Map(work.gazetteer.prefectures.map((row) => [row.code, row.region]));
  let packs = 0;
  for (const { id, name } of names) {
    const towns = work.towns.filter((town) => regionOf.get(town.prefectureCode) === id);
    if (towns.length === 0) continue;
    const topics = spread(towns, Math.min(TOWNS_PER_SHOW, towns.length)).map((town) =>
      topicOf(work, `show ${town.code}`, town),
    );
    writeAll(work, exhibitionFiles(id, { ja: name.ja, en: name.en }, topics));
    packs += 1;
  }
  return packs;
}

/** @returns number of packs */
async function writeArticles(work: Work): Promise<number> {
  const { articles: total } = work.amount;
  const packs = Math.ceil(total / ARTICLES_PER_ISSUE);
  for (let issue = 1; issue <= packs; issue++) {
    const before = (issue - 1) * ARTICLES_PER_ISSUE;
    await pause(work, { stage: 'articles', done: before, total });
    writeAll(work, issueFiles(issue));
    for (let position = 1; position <= Math.min(ARTICLES_PER_ISSUE, total - before); position++) {
      const name = `article ${before + position}`;
      const town = diceOf(work.amount.seed, `${name} town`).one(work.towns);
      writeAll(work, articleFiles(topicOf(work, name, town), issue, position, work.fields));
    }
  }
  if (packs > 0) await pause(work, { stage: 'articles', done: total, total });
  return packs;
}

function writeAll({ write }: Work, files: SourceFiles): void {
  for (const [path, text] of files) write(path, text);
}

async function writePhotos(work: Work, photos: readonly Photo[]): Promise<void> {
  const { run, amount, write } = work;
  const total = photos.length;
  let next = 0;
  let done = 0;
  const lane = async (): Promise<void> => {
    for (let photo = photos[next++]; photo !== undefined; photo = photos[next++]) {
      run.signal.throwIfAborted();
      write(`base/pictures/${photo.file}`, await drawPhoto(photo.file, photo.theme, amount.seed));
      done += 1;
      run.progress({ stage: 'photos', done, total });
    }
  };
  await Promise.all(Array.from({ length: run.lanes }, lane));
}
