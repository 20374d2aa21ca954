/**
 * Makes the files of all pictures and pages that a source plans, several at a time; what the cache knows
 * costs nothing. Damage that only a decoder can see is reported here.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Cache } from '../cache.ts';
import { error, type Report, warning } from '../files.ts';
import type { Derived, Variant } from './derive.ts';
import { bare } from './describe.ts';
import type { DerivedPage } from './pages.ts';
import { type MediaPlan, NO_MEDIA, type PagesPlan, type PicturePlan } from './plan.ts';

/** A plan with its files made. */
export type PreparedMedia = {
  readonly plan: MediaPlan;
  /** By the SHA-256 of the original. */
  readonly pictures: ReadonlyMap<string, Derived>;
  /** In printed order. */
  readonly pages: readonly DerivedPage[];
};

export const NOTHING_PREPARED: PreparedMedia = { plan: NO_MEDIA, pictures: new Map(), pages: [] };

export type MediaStep = {
  readonly stage: 'pictures' | 'pages';
  readonly done: number;
  readonly total: number;
  /** What is being made. */
  readonly name: string;
  /** Milliseconds until all is made, as far as one can tell; null at first. */
  readonly leftMs: number | null;
};

export type Preparing = {
  readonly cache: Cache;
  readonly report: Report;
  readonly progress: (step: MediaStep) => void;
  /** How many pictures at a time. */
  readonly lanes: number;
  /** Milliseconds, only ever compared. */
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
};

/**
 * @returns by folder of the pack; what could not be made was reported and is missing
 * @throws the signal's reason when it was aborted
 */
export async function prepareMedia(
  plans: ReadonlyMap<string, MediaPlan>,
  preparing: Preparing,
): Promise<ReadonlyMap<string, PreparedMedia>> {
  const pictures = await preparePictures(picturesOf(plans), preparing);
  const prepared = new Map<string, PreparedMedia>();
  for (const [folder, plan] of plans) {
    const pages = plan.pages ? await preparePages(plan.pages, preparing) : [];
    prepared.set(folder, { plan, pictures, pages });
  }
  return prepared;
}

function picturesOf(plans: ReadonlyMap<string, MediaPlan>): readonly PicturePlan[] {
  return [...plans.values()].flatMap((plan) => plan.pictures);
}

/**
 * The same complaints as `prepareMedia`, without making the files of the pictures. Pages are drawn: their faults
 * show in no other way.
 *
 * @throws the signal's reason when it was aborted
 */
export async function proveMedia(plans: ReadonlyMap<string, MediaPlan>, preparing: Preparing): Promise<void> {
  await provePictures(picturesOf(plans), preparing);
  for (const plan of plans.values()) if (plan.pages) await preparePages(plan.pages, preparing);
}

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const variant: z.ZodType<Variant> = z.object({
  sha256: hash,
  sizeBytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
});
const derived = z.object({
  variants: z.array(variant).min(1),
  colour: z.string().regex(/^#[0-9a-f]{6}$/),
  thumbHash: z.string(),
});
const derivedPages = z.array(derived.extend({ words: z.string() }));

async function preparePictures(
  plans: readonly PicturePlan[],
  preparing: Preparing,
): Promise<ReadonlyMap<string, Derived>> {
  const made = new Map<string, Derived>();
  const byHash = new Map(plans.map((plan) => [plan.sha256, plan]));
  if (byHash.size === 0) return made;
  const { derivePicture, RECIPE } = await import('./derive.ts');
  const { cache } = preparing;
  const keyOf = (plan: PicturePlan): string => `${RECIPE} ${plan.sha256}`;
  const todo = [...byHash.values()].filter((plan) => {
    const known = recall(derived, 'pictures', keyOf(plan), cache);
    if (known) made.set(plan.sha256, known);
    return known === undefined;
  });
  await workThrough(todo, preparing, async (plan) => {
    const result = await derivePicture(readFileSync(plan.path), cache.keepBytes);
    cache.keep('pictures', keyOf(plan), result);
    made.set(plan.sha256, result);
  });
  return made;
}

async function provePictures(plans: readonly PicturePlan[], preparing: Preparing): Promise<void> {
  const byHash = new Map(plans.map((plan) => [plan.sha256, plan]));
  if (byHash.size === 0) return;
  const { provePicture, RECIPE } = await import('./derive.ts');
  const { cache } = preparing;
  const keyOf = (plan: PicturePlan): string => `${RECIPE} ${plan.sha256}`;
  const proved = (plan: PicturePlan): string => `proved ${keyOf(plan)}`;
  const todo = [...byHash.values()].filter(
    (plan) =>
      cache.recall('pictures', proved(plan)) !== true &&
      !derived.safeParse(cache.recall('pictures', keyOf(plan))).success,
  );
  await workThrough(todo, preparing, async (plan) => {
    await provePicture(readFileSync(plan.path));
    cache.keep('pictures', proved(plan), true);
  });
}

/** Does a job for every picture and tells how far it is; damage is reported, and the next one begun. */
async function workThrough(
  todo: readonly PicturePlan[],
  preparing: Preparing,
  job: (plan: PicturePlan) => Promise<void>,
): Promise<void> {
  const clock = startClock('pictures', todo.length, preparing);
  await inLanes(todo, preparing, async (plan) => {
    clock.begin(bare(plan.file));
    try {
      await job(plan);
    } catch (cause) {
      if (!(cause instanceof Error && cause.name === 'PictureDamaged')) throw cause;
      const message = `「${bare(plan.file)}」は壊れています。もとの写真から保存しなおしてください`;
      preparing.report(error(plan.where.file, plan.where.line, 'picture-damaged', message));
    }
    clock.end(bare(plan.file));
  });
}

async function preparePages(plan: PagesPlan, preparing: Preparing): Promise<readonly DerivedPage[]> {
  const { derivePages, PAGES_RECIPE, PdfRefused } = await import('./pages.ts');
  const { cache, report, signal } = preparing;
  const key = `${PAGES_RECIPE} ${plan.sha256}`;
  const name = plan.file.split('/').at(-1) ?? plan.file;
  try {
    let pages: readonly DerivedPage[] | undefined = recall(derivedPages, 'pages', key, cache);
    if (!pages) {
      const startMs = preparing.nowMs();
      const step = (done: number, total: number): void => {
        signal.throwIfAborted();
        const leftMs = done > 0 ? ((preparing.nowMs() - startMs) / done) * (total - done) : null;
        preparing.progress({ stage: 'pages', done, total, name, leftMs });
      };
      pages = await derivePages(readFileSync(plan.path), { keep: cache.keepBytes, step });
      cache.keep('pages', key, pages);
    }
    warnOfScans(pages, name, plan, report);
    return pages;
  } catch (cause) {
    if (!(cause instanceof PdfRefused)) throw cause;
    report(error(plan.where.file, plan.where.line, cause.id, `「${name}」: ${cause.message}`));
    return [];
  }
}

function warnOfScans(
  pages: readonly DerivedPage[],
  name: string,
  { where }: PagesPlan,
  report: Report,
): void {
  if (pages.some((page) => page.words !== '')) return;
  const message = `「${name}」には文字がありません（紙面の写真のようです）。検索では見つかりません`;
  report(warning(where.file, where.line, 'pdf-no-words', message));
}

type Files = { readonly variants: readonly Variant[] };

/** What was made before, when all its files are still there. */
function recall<T extends Files | readonly Files[]>(
  shape: z.ZodType<T>,
  kind: 'pictures' | 'pages',
  key: string,
  cache: Cache,
): T | undefined {
  const known = shape.safeParse(cache.recall(kind, key));
  if (!known.success) return undefined;
  const files = [known.data].flat() as readonly Files[];
  const there = files.every(({ variants }) =>
    variants.every((one) => cache.hasBytes(one.sha256, one.sizeBytes)),
  );
  return there ? known.data : undefined;
}

/** Runs a job on every item, `lanes` at a time, in order. Stops at the first failure and when aborted. */
async function inLanes<T>(
  items: readonly T[],
  { lanes, signal }: Preparing,
  job: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next++; i < items.length; i = next++) {
      signal.throwIfAborted();
      const item = items[i];
      if (item !== undefined) await job(item);
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.max(1, lanes) }, lane));
  } finally {
    // After a failure the other lanes finish what they are at, and no more.
    next = items.length;
  }
}

type Clock = { readonly begin: (name: string) => void; readonly end: (name: string) => void };

function startClock(stage: MediaStep['stage'], total: number, { progress, nowMs }: Preparing): Clock {
  const startMs = nowMs();
  let done = 0;
  const tell = (name: string): void => {
    const leftMs = done > 0 ? ((nowMs() - startMs) / done) * (total - done) : null;
    progress({ stage, done, total, name, leftMs });
  };
  return {
    begin: (name) => tell(name),
    end: (name) => {
      done += 1;
      tell(name);
    },
  };
}
