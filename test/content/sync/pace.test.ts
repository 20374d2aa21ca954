/** Who is to blame when nothing comes: the source, or this machine. */
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
    const untilMs = performance.now() + 400;
    setTimeout(() => {
      while (performance.now() < untilMs);
    }, 20);
    expect(await arriving).toBe(5_000);
  });
});
