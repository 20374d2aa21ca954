/** `npm run soak -- --sessions <n> [--hours <h>] [--every <n>] [--pace <name>] [--seed <n>] [--out <folder>]` */
import { resolve } from 'node:path';
import { Failure } from '../setup/failure.ts';
import { PACES } from './visitor.ts';

export type SoakArguments = {
  readonly sessions: number;
  /** The end, whatever is left of the sessions; null: no limit. */
  readonly hours: number | null;
  /** Sessions between two looks. */
  readonly every: number;
  readonly pace: keyof typeof PACES;
  readonly seed: number;
  /** Absolute; the report is written there. */
  readonly out: string;
};

const USAGE =
  '使い方: npm run soak -- --sessions <回数> [--hours <時間>] [--every <何回ごとに調べるか>] [--pace quick|calm] [--seed <数>] [--out <フォルダ>]';
const NAMES: readonly string[] = ['--sessions', '--hours', '--every', '--pace', '--seed', '--out'];
/** Looks of a run, where nobody says how many sessions lie between two. */
const LOOKS = 200;

/** @param base folder in which a relative `--out` is meant. @throws {Failure} usage */
export function readSoakArguments(argv: readonly string[], base: string): SoakArguments {
  const given = new Map<string, string>();
  for (let i = 0; i < argv.length; i += 2) {
    const [name = '', value] = argv.slice(i, i + 2);
    if (!NAMES.includes(name) || value === undefined)
      throw new Failure('usage', `「${name}」がわかりません。`, USAGE);
    given.set(name, value);
  }
  const whole = (name: string, otherwise: number | null): number => {
    const text = given.get(name);
    const value = text === undefined ? otherwise : /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
    if (value === null) throw new Failure('usage', `${name} は1から9999999までの数で書いてください。`, USAGE);
    return value;
  };
  const hours = given.get('--hours');
  if (hours !== undefined && !(Number(hours) > 0))
    throw new Failure('usage', `--hours は0より大きい数で書いてください（「${hours}」）。`, USAGE);
  const pace = given.get('--pace') ?? 'quick';
  if (!isPace(pace)) throw new Failure('usage', `--pace は quick か calm です（「${pace}」）。`, USAGE);
  const sessions = whole('--sessions', null);
  return {
    sessions,
    hours: hours === undefined ? null : Number(hours),
    every: whole('--every', Math.max(1, Math.floor(sessions / LOOKS))),
    pace,
    seed: whole('--seed', 1),
    out: resolve(base, given.get('--out') ?? 'soak'),
  };
}

function isPace(text: string): text is keyof typeof PACES {
  return Object.hasOwn(PACES, text);
}
