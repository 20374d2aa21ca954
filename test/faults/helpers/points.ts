/** Which of the calls of an operation get the fault: all in the long form, a spread in the short one. */
import { inParallel } from '../../../content/sync/pool.ts';
import { LONG } from './scene.ts';

/** @returns numbers from 1 on; in the short form `few` of them, the first and the last included */
export function pointsOf(calls: number, few: number): readonly number[] {
  if (LONG || calls <= few) return Array.from({ length: calls }, (_, i) => i + 1);
  return Array.from({ length: few }, (_, i) => 1 + Math.round((i * (calls - 1)) / (few - 1)));
}

/** Two at a time: one process dies while another is looked at. Goes on after a failure, to name them all. */
export async function atEach(
  points: readonly number[],
  act: (point: number) => Promise<void>,
  atATime = 2,
): Promise<void> {
  const failed: string[] = [];
  await inParallel(points, atATime, new AbortController().signal, async (point) => {
    try {
      await act(point);
    } catch (error) {
      failed.push(`at call ${point}: ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  if (failed.length > 0) throw new Error(`${failed.length} of ${points.length}\n${failed.join('\n')}`);
}

/** Said even when everything passes: what was really run. */
export function say(line: string): void {
  process.stderr.write(`  ${line}\n`);
}
