/** A short soak through the real command's own parts: what its report claims is so. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { makeReady } from '../../build/setup/ready.ts';
import { quiet } from '../../build/setup/say.ts';
import { csvOf, writeReport } from '../../build/soak/report.ts';
import { soak } from '../../build/soak/run.ts';

test.skip(process.platform !== 'linux', 'memory of processes is read from /proc');
test.skip(process.env['RENKEI_PACKAGED'] !== undefined, 'a soak starts the built sources');

test('visitors come and go, content is synced, the exhibition changes, and nothing complains', async () => {
  test.setTimeout(120_000);
  const out = mkdtempSync(join(tmpdir(), 'renkei-soak-'));
  try {
    const runtime = await makeReady(quiet, { data: true });
    const { looks, errors, events, sessions, pages } = await soak(
      runtime,
      { sessions: 6, hours: null, every: 2, pace: 'quick', seed: 7, out },
      quiet,
      (soFar) => writeReport(out, soFar, Date.now()),
    );
    expect(errors).toEqual([]);
    // It goes on until a visitor has seen what the sync brought, and what midnight brought after it.
    expect(events).toEqual(['sync', 'rotation']);
    expect(sessions).toBeGreaterThanOrEqual(6);
    expect(looks.slice(0, 3).map(({ session }) => session)).toEqual([2, 4, 6]);
    expect(pages.size).toBeGreaterThan(3);
    for (const { memory, held, frameP95Ms, restarts, axe } of looks) {
      for (const kind of ['main', 'renderer'] as const) expect(memory[kind]).toBeGreaterThan(20_000_000);
      expect(held.nodes).toBeGreaterThan(100);
      expect(frameP95Ms).toBeGreaterThan(0);
      expect([restarts, axe]).toEqual([0, 0]);
    }
    expect(readFileSync(join(out, 'soak.csv'), 'utf8')).toBe(csvOf(looks));
    expect(readFileSync(join(out, 'soak.svg'), 'utf8')).toContain('</svg>');
  } finally {
    rmSync(out, { recursive: true });
  }
});
