/** `npm run bench -- <group>… [--long] [--json <file>]` */
import { Failure } from '../setup/failure.ts';

/** Groups in the order in which they run. */
export const GROUPS = [
  'start',
  'touch',
  'map',
  'build',
  'search',
  'sync',
  'activate',
  'memory',
  'fleet',
  'scale',
] as const;
export type Group = (typeof GROUPS)[number];

export type BenchArguments = {
  readonly groups: readonly Group[];
  readonly long: boolean;
  readonly json: string | null;
};

/** @throws {Failure} usage */
export function readArguments(argv: readonly string[]): BenchArguments {
  const groups = new Set<Group>();
  let long = false;
  let json: string | null = null;
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const group = GROUPS.find((one) => one === word);
    if (group) groups.add(group);
    else if (word === '--long') long = true;
    else if (word === '--json' && argv[i + 1]) json = argv[++i] ?? null;
    else throw misunderstood(word);
  }
  return { groups: GROUPS.filter((group) => groups.size === 0 || groups.has(group)), long, json };
}

function misunderstood(word: string): Failure {
  const usage = `使い方: npm run bench -- [${GROUPS.join(' | ')}]… [--long] [--json <ファイル>]`;
  return new Failure('usage', `「${word}」がわかりません。`, usage);
}
