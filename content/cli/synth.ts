/** `renkei synth --out <dir>`: made-up source content of any size, for benchmarks and long runs. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { loadGazetteer } from '../author/gazetteer/gazetteer.ts';
import {
  AMOUNTS,
  type Amount,
  type Made,
  makeSynth,
  SynthError,
  type SynthStep,
} from '../author/synth/synth.ts';
import { DEFAULT_BASE_FOLDER, GAZETTEER_FOLDER } from './folders.ts';
import { INTERRUPTED_CODE, Interrupted, listenForInterrupt } from './interrupt.ts';
import type { Terminal } from './main.ts';
import { barOf } from './steps.ts';
import { size } from './words.ts';

type Options = Amount & { readonly out: string; readonly json?: boolean };

export function addSynth(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('synth')
    .description('試験用の原稿フォルダを、好きな大きさでつくります（実在のまち、つくりものの内容）。')
    .usage('--out <dir> [--municipalities <n>] [--photos <n>] [--articles <n>] [--seed <n>] [--json]')
    .requiredOption('--out <dir>', 'つくるフォルダ（まだないもの）')
    .option('--municipalities <n>', 'まちの数（1から1741。はじめは1741）', numberOf('municipalities'), 1741)
    .option('--photos <n>', 'まち1つあたりの写真の数（0から24。はじめは5）', numberOf('photos'), 5)
    .option('--articles <n>', '記事の数（0から500000。はじめは20000）', numberOf('articles'), 20_000)
    .option('--seed <n>', '同じ数からは、いつも同じ内容ができます（はじめは1）', numberOf('seed'), 1)
    .option('--json', '進み具合を、1行に1つのJSONで出します')
    .action(async (options: Options) => finish(await run(options, terminal)));
}

/** Reads a whole number of the amount `name`. */
function numberOf(name: keyof typeof AMOUNTS): (text: string) => number {
  const [least, most] = AMOUNTS[name];
  return (text) => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    const why =
      name === 'municipalities' && value > most
        ? '。まちは実在する自治体だけです。もっと大きくするには --articles や --photos をふやしてください'
        : '';
    throw new InvalidArgumentError(
      `--${name} は ${least} から ${most} までの整数で書いてください（「${text}」）${why}。`,
    );
  };
}

/** @returns exit code */
async function run(options: Options, terminal: Terminal): Promise<number> {
  const teller = options.json ? forPrograms(terminal) : forPeople(terminal);
  const interrupt = listenForInterrupt();
  const out = resolve(options.out);
  try {
    const made = await makeSynth(out, options, DEFAULT_BASE_FOLDER, loadGazetteer(GAZETTEER_FOLDER), {
      progress: teller.progress,
      lanes: availableParallelism(),
      signal: interrupt.signal,
    });
    teller.done(made, out);
    return 0;
  } catch (error) {
    if (error instanceof SynthError) teller.refused(error.message);
    else if (error instanceof Interrupted) teller.interrupted();
    else throw error;
    return error instanceof Interrupted ? INTERRUPTED_CODE : 1;
  } finally {
    interrupt.release();
  }
}

type Teller = {
  readonly progress: (step: SynthStep) => void;
  readonly done: (made: Made, out: string) => void;
  readonly refused: (why: string) => void;
  readonly interrupted: () => void;
};

const STAGES: Readonly<Record<SynthStep['stage'], string>> = {
  texts: 'まち',
  articles: '記事',
  photos: '写真',
};
/** A line for each of so many parts of a stage. */
const LINES = 10;

function forPeople(terminal: Terminal): Teller {
  let shown = '';
  return {
    progress: ({ stage, done, total }) => {
      const part = `${stage} ${total === 0 ? LINES : Math.floor((done / total) * LINES)}`;
      if (part === shown) return;
      shown = part;
      terminal.err(`${barOf(done, total)} ${STAGES[stage]} ${done}/${total}`);
    },
    done: ({ packs, photos, sizeBytes }, out) => {
      terminal.out(`パック${packs}個、写真${photos}枚、${size(sizeBytes)}`);
      terminal.out(`できました: ${out}`);
    },
    refused: (why) => terminal.err(why),
    interrupted: () => terminal.err('途中でやめました。フォルダはつくっていません。'),
  };
}

/** One JSON object per line; `event` says what it is. */
function forPrograms(terminal: Terminal): Teller {
  const tell = (event: string, more: object): void => terminal.out(JSON.stringify({ event, ...more }));
  return {
    progress: (step) => tell('step', step),
    done: (made, out) => tell('done', { out, ...made }),
    refused: (why) => tell('refused', { why }),
    interrupted: () => tell('interrupted', {}),
  };
}
