/**
 * How long it takes to make packs of made-up content with the real command, from nothing and after one town was
 * edited, beside plain `sharp` over the same pictures in the same widths.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { loadGazetteer } from '../../content/author/gazetteer/gazetteer.ts';
import { WIDTHS } from '../../content/author/media/limits.ts';
import { type Amount, makeSynth } from '../../content/author/synth/synth.ts';
import { Failure } from '../setup/failure.ts';
import { ROOT } from '../setup/places.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';

/** The long form is every town of the country, a photograph each: ten minutes on two quiet cores. */
const FORMS = {
  short: { amount: { municipalities: 30, photos: 1, articles: 200, seed: 1 }, full: 1, edits: 3 },
  long: { amount: { municipalities: 1741, photos: 1, articles: 2_000, seed: 1 }, full: 1, edits: 5 },
} as const satisfies Record<
  string,
  { readonly amount: Amount; readonly full: number; readonly edits: number }
>;

/** Of a full build, at the size of the whole country. */
const EDIT_AIM = 0.05;

export async function benchBuild(long: boolean, say: Say): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'renkei-bench-'));
  try {
    const { amount, full, edits } = FORMS[long ? 'long' : 'short'];
    const source = join(folder, 'source');
    say(`  build: ${amount.municipalities} のまちと ${amount.articles} 本の記事をつくっています`);
    await writeSource(source, amount);
    const what = `${amount.municipalities} towns, ${amount.municipalities * amount.photos} photos, ${amount.articles} articles`;
    const run = (name: string): Build => ({
      source,
      out: join(folder, `out-${name}`),
      cache: join(folder, `cache-${name}`),
    });
    const fullMs: number[] = [];
    const sharpMs: number[] = [];
    for (let i = 0; i < full; i++) {
      fullMs.push(await build(run(String(i))));
      sharpMs.push(await resizeAll(join(source, 'base', 'pictures')));
      say(`  build ${i + 1}/${full}: ${seconds(fullMs.at(-1))} s、sharpだけ ${seconds(sharpMs.at(-1))} s`);
    }
    const editMs: number[] = [];
    for (let i = 0; i < edits; i++) {
      editTown(source, i);
      editMs.push(await build(run('0')));
      say(`  build: まちを1つなおして ${seconds(editMs.at(-1))} s`);
    }
    const inSeconds = (list: readonly number[]): readonly number[] => list.map((ms) => ms / 1000);
    const beside = { group: 'build', unit: 's' };
    return [
      figureOf({
        ...beside,
        name: `full, ${what}`,
        values: inSeconds(fullMs),
        yardstick: 'sharp alone',
        yardstickValues: inSeconds(sharpMs),
        aim: null,
      }),
      figureOf({
        ...beside,
        name: `after an edit, ${what}`,
        values: inSeconds(editMs),
        yardstick: 'full',
        yardstickValues: inSeconds(fullMs),
        aim: long ? EDIT_AIM : null,
      }),
      figureOf({
        group: 'build',
        unit: 'MB',
        name: `packs and files, ${what}`,
        values: [megabytesBelow(run('0').out, /^(?!.*staging)/)],
        yardstick: 'source',
        yardstickValues: [megabytesBelow(source, /./)],
        aim: null,
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeSource(out: string, amount: Amount): Promise<void> {
  const gazetteer = loadGazetteer(join(ROOT, 'content', 'author', 'gazetteer'));
  const run = {
    progress: () => undefined,
    lanes: availableParallelism(),
    signal: new AbortController().signal,
  };
  await makeSynth(out, amount, join(ROOT, 'content', 'source', 'base'), gazetteer, run);
}

type Build = { readonly source: string; readonly out: string; readonly cache: string };

/** @returns milliseconds of the whole command, as staff wait for it */
async function build({ source, out, cache }: Build): Promise<number> {
  const startedMs = performance.now();
  const command = [
    join(ROOT, 'content', 'cli', 'renkei.mjs'),
    'build',
    source,
    '--out',
    out,
    '--cache',
    cache,
  ];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0) throw new Failure('data', 'renkei build が終わりませんでした。', told.slice(-2000));
  return performance.now() - startedMs;
}

/** Changes one sentence of one town. */
function editTown(source: string, count: number): void {
  const path = join(source, 'base', 'towns.yaml');
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.replace(/(?<=headline:\n {4}ja: ")[^"]*/, `${count + 1}回なおした見出しです。`));
}

/** The widths that a pack has, as many pictures at a time as there are cores, sharp as it is. */
async function resizeAll(folder: string): Promise<number> {
  const files = readdirSync(folder);
  const startedMs = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined; file = files[next++]) {
      const picture = sharp(join(folder, file)).autoOrient();
      const { width } = await picture.metadata();
      for (const one of WIDTHS.filter((listed) => listed <= width)) {
        await picture.clone().resize({ width: one }).webp({ quality: 80 }).toBuffer();
      }
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return performance.now() - startedMs;
}

function megabytesBelow(folder: string, wanted: RegExp): number {
  const names = readdirSync(folder, { recursive: true }) as string[];
  const files = names.filter((name) => wanted.test(name)).map((name) => statSync(join(folder, name)));
  return files.filter((file) => file.isFile()).reduce((sum, file) => sum + file.size, 0) / 1_000_000;
}

function seconds(ms = 0): string {
  return (ms / 1000).toFixed(1);
}
