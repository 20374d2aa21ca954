/**
 * `npm run bench`: measures what the README claims, each figure beside a yardstick measured in the same
 * run. `-- <group>…` measures less, `--long` takes more runs, `--json <file>` keeps the figures.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { type Group, readArguments } from './bench/arguments.ts';
import { benchBuild } from './bench/build.ts';
import { type Figure, table } from './bench/figures.ts';
import { benchFleet } from './bench/fleet.ts';
import { benchMap } from './bench/map.ts';
import { benchMemory } from './bench/memory.ts';
import { benchScale } from './bench/scale.ts';
import { benchSearch } from './bench/search.ts';
import { benchStart } from './bench/start.ts';
import { benchActivate } from './bench/sync/activate.ts';
import { benchSync } from './bench/sync/sync.ts';
import { benchTouch } from './bench/touch.ts';
import type { Runtime } from './electron/runtime.ts';
import { describeFailure } from './setup/failure.ts';
import { makeReady } from './setup/ready.ts';
import { type Say, say } from './setup/say.ts';

const BENCHES: Readonly<
  Record<Group, (runtime: Runtime, long: boolean, say: Say) => Promise<readonly Figure[]>>
> = {
  start: benchStart,
  touch: benchTouch,
  map: benchMap,
  build: (_runtime, long, say) => benchBuild(long, say),
  search: (_runtime, long, say) => benchSearch(long, say),
  sync: benchSync,
  activate: benchActivate,
  memory: benchMemory,
  fleet: benchFleet,
  scale: benchScale,
};

try {
  await bench(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = 1;
}

async function bench(argv: readonly string[]): Promise<void> {
  const { groups, long, json } = readArguments(argv);
  const runtime = await makeReady(say, { data: true });
  const figures: Figure[] = [];
  for (const group of groups) {
    say(`▶ ${group}`);
    const startedMs = performance.now();
    figures.push(...(await BENCHES[group](runtime, long, say)));
    say(`  ${group}: ${Math.round((performance.now() - startedMs) / 1000)} 秒で測りました`);
  }
  process.stdout.write(`${machine(runtime)}\n\n${table(figures)}\n`);
  if (json !== null) {
    const file = resolve(process.env['INIT_CWD'] ?? process.cwd(), json);
    writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

/** What the figures were measured on; without it they mean nothing. */
function machine(runtime: Runtime): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const name = cpu?.model.trim() ?? 'unknown processor';
  return `${cpus().length} × ${name}, ${memory} GiB, ${process.platform} ${process.arch}, Electron ${runtime.version} (${runtime.source}), Node ${process.version}`;
}
