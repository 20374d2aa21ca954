import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSupervised, openPulse } from '../../../main/recovery/pulse.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-pulse-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('openPulse', () => {
  it('writes one line to the pipe it was given for each answer', async () => {
    const file = join(folder, 'pipe');
    const fd = openSync(file, 'w');
    const beat = openPulse({ RENKEI_PULSE_FD: String(fd) });
    beat();
    await wait(20);
    beat();
    await wait(20);
    closeSync(fd);
    expect(readFileSync(file, 'utf8')).toBe('\n\n');
  });

  it('does nothing without a supervisor, with nonsense, or when the pipe is closed', async () => {
    for (const fd of [undefined, '', 'x', '1', '-3', '987654']) {
      expect(() => openPulse({ RENKEI_PULSE_FD: fd })()).not.toThrow();
    }
    await wait(20);
  });
});

describe('isSupervised', () => {
  it('goes by whether a pipe was given', () => {
    expect(isSupervised({})).toBe(false);
    expect(isSupervised({ RENKEI_PULSE_FD: '9' })).toBe(true);
  });
});
