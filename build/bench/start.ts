/**
 * Cold start: from spawning Electron until the home screen is usable, beside an empty window in the same
 * Electron. A new profile each run; kiosk and empty window take turns, so that both meet the same machine.
 */
import type { Runtime } from '../electron/runtime.ts';
import type { Say } from '../setup/say.ts';
import { type Figure, figureOf } from './figures.ts';
import { emptyWindow, kioskWith, onDisplay, withScreen } from './screen/open.ts';

/** The home screen should cost at most this many empty windows. */
const AIM = 1.6;
const RUNS = { short: 9, long: 31 } as const;

export async function benchStart(runtime: Runtime, long: boolean, say: Say): Promise<readonly Figure[]> {
  const kiosk: number[] = [];
  const empty: number[] = [];
  const runs = RUNS[long ? 'long' : 'short'];
  await onDisplay(async (display) => {
    // One unmeasured pair first: the page cache is warm for both from then on.
    for (let run = 0; run <= runs; run++) {
      const emptyMs = await withScreen(runtime, emptyWindow(), display, async ({ usableMs }) => usableMs);
      const kioskMs = await withScreen(runtime, kioskWith(), display, async ({ usableMs }) => usableMs);
      if (run === 0) continue;
      empty.push(emptyMs);
      kiosk.push(kioskMs);
      say(`  start ${run}/${runs}: キオスク ${Math.round(kioskMs)} ms、空の窓 ${Math.round(emptyMs)} ms`);
    }
  });
  return [
    figureOf({
      group: 'start',
      name: 'cold start to usable home',
      unit: 'ms',
      values: kiosk,
      yardstick: 'empty window',
      yardstickValues: empty,
      aim: AIM,
    }),
  ];
}
