/** Who is to blame when nothing comes: the source, or this machine. */
import { stat } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paced } from '../../../content/sync/pace.ts';
import { LIMITS, type OpenedFile } from '../../../content/sync/source.ts';
import type { Work } from '../../../content/sync/work.ts';
import { clockAt } from './helpers/world.ts';

const work: Work = {
  source: { name: '', open: () => Promise.reject(new Error('not used')), close: () => undefined },
  limits: { ...LIMITS, slowForMs: 100 },
  clock: clockAt(),
  signal: new AbortController().signal,
  onBytes: () => undefined,
};

/** One piece after a while. */
function slowFile(afterMs: number): OpenedFile {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    yield Buffer.alloc(5_000);
  }
  return { sizeBytes: 5_000, offset: 0, chunks: chunks(), close: () => undefined };
}

async function sizeOf(opened: OpenedFile): Promise<number> {
  let size = 0;
  for await (const chunk of paced(opened, work, 'x')) size += chunk.length;
  return size;
}

describe('paced', () => {
  it('gives a source up that leaves us waiting', async () => {
    await expect(sizeOf(slowFile(1_000))).rejects.toMatchObject({ refusal: { code: 'too-slow' } });
  });

  it('does not blame the source for time in which this process was held up', async () => {
    const arriving = sizeOf(slowFile(120));
    holdUp(performance.now() + 400);
    expect(await arriving).toBe(5_000);
  });

  it('not even when it was held up for just as long as a source may be silent', async () => {
    for (const forMs of [102, 110, 120, 130, 140]) {
      // What the system has to tell is heard after the timers, of which ours is due by then.
      let ask = (): void => undefined;
      const asked = new Promise((resolve) => {
        ask = () => stat('.', resolve);
      });
      async function* chunks(): AsyncGenerator<Uint8Array> {
        await asked;
        yield Buffer.alloc(5_000);
      }
      const arriving = sizeOf({ sizeBytes: 5_000, offset: 0, chunks: chunks(), close: () => undefined });
      holdUp(performance.now() + forMs, ask);
      expect(await arriving, `${forMs} ms`).toBe(5_000);
    }
  });
});

/** Holds the process up, beginning in 20 ms, until that moment; timers are looked at straight after. */
function holdUp(untilMs: number, before: () => void = () => undefined): void {
  setTimeout(() => {
    setImmediate(() => {
      before();
      while (performance.now() < untilMs);
    });
  }, 20);
}
