import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { groupOf, memoryOf } from '../../../build/electron/processes.ts';

const HELD_BYTES = 60_000_000;

describe.skipIf(process.platform !== 'linux')('memoryOf', () => {
  it('counts what all processes of a group hold', async () => {
    const hold = `const held = Buffer.alloc(${HELD_BYTES}, 1); console.log('held'); setInterval(() => held[0], 1e6)`;
    const script = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}], { stdio: 'inherit' })`;
    const leader = spawn(process.execPath, ['-e', script], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = leader.pid ?? -1;
    try {
      await once(leader.stdout, 'data');
      expect(groupOf(pid)).toHaveLength(2);
      expect(memoryOf(pid).bytes).toBeGreaterThan(HELD_BYTES);
      expect(memoryOf(pid).bytes).toBeLessThan(5 * HELD_BYTES);
    } finally {
      process.kill(-pid, 'SIGKILL');
    }
  });
  it('is nothing for a group that has ended', () => {
    expect(memoryOf(2 ** 22 + 1).bytes).toBe(0);
  });
});
