import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, write } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isSupervised, openPulse, type WriteLine } from '../../../main/recovery/pulse.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-pulse-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Node's own `write`, and a promise for each line that is on its way. */
function watched(): { readonly writeLine: WriteLine; readonly lines: Promise<void>[] } {
  const lines: Promise<void>[] = [];
  const writeLine: WriteLine = (fd, text, through) => {
    lines.push(
      new Promise((resolve) => {
        write(fd, text, () => {
          through();
          resolve();
        });
      }),
    );
  };
  return { writeLine, lines };
}

describe('openPulse', () => {
  it('writes one line to the pipe it was given for each answer', async () => {
    const file = join(folder, 'pipe');
    const fd = openSync(file, 'w');
    const { writeLine, lines } = watched();
    const beat = openPulse({ RENKEI_PULSE_FD: String(fd) }, writeLine);
    beat();
    await lines[0];
    beat();
    await lines[1];
    closeSync(fd);
    expect(readFileSync(file, 'utf8')).toBe('\n\n');
  });

  it('writes nothing more while the supervisor has not read the line before', () => {
    const written: string[] = [];
    const beat = openPulse({ RENKEI_PULSE_FD: '9' }, (_fd, text) => written.push(text));
    beat();
    beat();
    expect(written).toEqual(['\n']);
  });

  it('does nothing without a supervisor, with nonsense, or when the pipe is closed', async () => {
    const { writeLine, lines } = watched();
    for (const fd of [undefined, '', 'x', '1', '-3', '987654']) {
      expect(() => openPulse({ RENKEI_PULSE_FD: fd }, writeLine)()).not.toThrow();
    }
    expect(lines).toHaveLength(1);
    await Promise.all(lines);
  });
});

describe('isSupervised', () => {
  it('goes by whether a pipe was given', () => {
    expect(isSupervised({})).toBe(false);
    expect(isSupervised({ RENKEI_PULSE_FD: '9' })).toBe(true);
  });
});
