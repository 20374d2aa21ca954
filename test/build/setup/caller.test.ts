/** npm ended alone, as service managers and test harnesses do it: with real processes. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';

const CALLER = new URL('../../../build/setup/caller.ts', import.meta.url).href;
const SCRIPT = `
  import { whenCallerIsGone } from '${CALLER}';
  whenCallerIsGone(() => process.exit(0));
  console.log(process.pid);
  setInterval(() => {}, 1000);`;
/** Like npm: runs the script through a shell that stays. */
const NPM = `
  const { spawn } = require('node:child_process');
  spawn('sh', ['-c', '"$0" --import tsx --input-type=module -e "$SCRIPT"; true', process.execPath], { stdio: 'inherit' });
  setInterval(() => {}, 1000);`;

async function startUnderNpm(env: NodeJS.ProcessEnv) {
  const npm = spawn(process.execPath, ['-e', NPM], {
    env: { ...process.env, npm_lifecycle_event: undefined, ...env, SCRIPT },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface({ input: npm.stdout })) return { npm, pid: Number(line) };
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

describe.skipIf(process.platform !== 'linux')('whenCallerIsGone', () => {
  it('tells when npm is killed above our shell', async () => {
    const { npm, pid } = await startUnderNpm({ npm_lifecycle_event: 'start' });
    await sleep(700);
    expect(isAlive(pid)).toBe(true);
    npm.kill('SIGKILL');
    for (let tries = 0; tries < 200 && isAlive(pid); tries += 1) await sleep(50);
    expect(isAlive(pid)).toBe(false);
  });

  it('lets a kiosk that npm did not start outlive its terminal', async () => {
    const { npm, pid } = await startUnderNpm({});
    npm.kill('SIGKILL');
    await sleep(1200);
    expect(isAlive(pid)).toBe(true);
    process.kill(pid, 'SIGKILL');
  });
});
