/** Orphans are what fill a test machine and leave a hall's screen blank, so their absence is tested with real processes. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { spawnGroup, stopGroup } from '../../../build/electron/group.ts';

const GROUP = new URL('../../../build/electron/group.ts', import.meta.url).href;

/** A shell with a child of its own; prints the child's id. */
const FAMILY = 'sleep 60 & echo $!; wait';

async function firstLine(input: NodeJS.ReadableStream | null): Promise<string> {
  if (!input) throw new Error('no output');
  for await (const line of createInterface({ input })) return line;
  throw new Error('ended without a line');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function expectDead(pid: number): Promise<void> {
  for (let tries = 0; tries < 200 && isAlive(pid); tries += 1) await sleep(50);
  expect(isAlive(pid)).toBe(false);
}

describe.skipIf(process.platform === 'win32')('spawnGroup', () => {
  it('ends the children together with their leader', async () => {
    const leader = spawnGroup('sh', ['-c', FAMILY], { stdio: ['ignore', 'pipe', 'ignore'] });
    const child = Number(await firstLine(leader.stdout));
    await stopGroup(leader, 1000);
    await expectDead(child);
  });

  it('kills a leader that does not heed the polite request', async () => {
    const leader = spawnGroup('sh', ['-c', 'trap "" TERM; echo ready; while :; do sleep 0.1; done'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await firstLine(leader.stdout);
    await stopGroup(leader, 200);
    expect(leader.signalCode).toBe('SIGKILL');
  });

  it('does not mind stopping twice', async () => {
    const leader = spawnGroup('sleep', ['60'], { stdio: 'ignore' });
    await Promise.all([stopGroup(leader, 1000), stopGroup(leader, 1000)]);
    await stopGroup(leader, 1000);
    expect(leader.signalCode).toBe('SIGTERM');
  });

  const script = `
    import { spawnGroup } from '${GROUP}';
    const child = spawnGroup('sleep', ['60'], { stdio: 'ignore' });
    console.log(child.pid);
    setInterval(() => {}, 1000);`;
  const owner = () =>
    spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  it.skipIf(!existsSync('/usr/bin/setpriv'))(
    'leaves nothing behind when we are killed outright',
    async () => {
      const parent = owner();
      const child = Number(await firstLine(parent.stdout));
      expect(isAlive(child)).toBe(true);
      parent.kill('SIGKILL');
      await expectDead(child);
    },
  );
});
