import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../../build/setup/places.ts';

const SUPERVISE = join(ROOT, 'build', 'hall', 'renkei-supervise');

let folder: string;
let supervisor: ChildProcess | undefined;
let said = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renkei-supervise-'));
  said = '';
});
afterEach(() => {
  supervisor?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** A program of some lines of shell; `beat` in them is a pulse. */
function program(lines: string): string {
  const path = join(folder, 'program');
  writeFileSync(path, `#!/bin/bash\nbeat() { echo >&"$RENKEI_PULSE_FD"; }\necho "began $$"\n${lines}\n`);
  chmodSync(path, 0o755);
  return path;
}

function supervise(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const child = spawn(SUPERVISE, words, { env: { ...process.env, RENKEI_WAITS: '0', ...env } });
  supervisor = child;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return new Promise((resolve) => child.once('close', resolve));
}

const begun = (): readonly number[] => [...said.matchAll(/^began (\d+)$/gm)].map((match) => Number(match[1]));

async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) await wait(50);
  expect(holds(), said).toBe(true);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(process.platform !== 'linux')('renkei-supervise', () => {
  it('starts a program that died anew, whatever it died of', async () => {
    void supervise([program('beat; kill -9 $$')]);
    await until(() => begun().length >= 3);
    expect(said).toContain('ended (137), fault 1 in a row');
  });

  it('ends when the kiosk was left on purpose', async () => {
    expect(await supervise([program('beat; exit 0')])).toBe(0);
    expect(begun()).toHaveLength(1);
  });

  it('kills a program that has fallen silent, its children included, and starts it anew', async () => {
    void supervise([program('beat; sleep 600 & echo "child $!"; wait')], { RENKEI_SILENCE: '1' });
    await until(() => begun().length >= 2);
    expect(said).toContain('ended (silent)');
    const child = Number(/^child (\d+)$/m.exec(said)?.[1]);
    expect(isAlive(child)).toBe(false);
  });

  it('leaves a program alone as long as it gives its pulse', async () => {
    void supervise([program('while :; do beat; sleep 0.2; done')], { RENKEI_SILENCE: '1' });
    await wait(4_000);
    expect(begun()).toHaveLength(1);
  });

  it('gives a slow machine its time for the first pulse, but not for ever', async () => {
    void supervise([program('sleep 600')], { RENKEI_FIRST_PULSE: '1', RENKEI_SILENCE: '600' });
    await until(() => begun().length >= 2);
  });

  it('waits longer from fault to fault, and no longer than the last wait', async () => {
    void supervise([program('exit 3')], { RENKEI_WAITS: '0 1' });
    await until(() => said.includes('fault 3 in a row'));
    const waits = [...said.matchAll(/again in (\d+)s/g)].map((match) => match[1]);
    expect(waits.slice(0, 3)).toEqual(['0', '1', '1']);
  });

  it('takes its program along when it is told to end', async () => {
    const ended = supervise([program('beat; trap "" TERM; while :; do sleep 0.1; done')]);
    await until(() => begun().length === 1);
    await wait(300);
    supervisor?.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(begun().map(isAlive)).toEqual([false]);
  });

  it('refuses to start without a program', async () => {
    expect(await supervise([])).toBe(2);
    expect(said).toContain('usage');
  });
});
