/** By the operating system: processes that die, second programs with hostile switches, screens that change. */
import { execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { groupOf } from '../../build/electron/helpers/processes.ts';
import { type Attempt, tryToEscape } from './attempts.ts';
import { missingTools, openScene, type Scene } from './scene.ts';

/** Kills all helpers of one kind, some times over. */
const kill = (id: string, type: string, times: number): Attempt => ({
  id,
  what: `${type} killed ${times} times`,
  make: async ({ started }) => {
    for (let time = 0; time < times; time++) {
      const pids = groupOf(started.kiosk.pid).filter(({ command }) => command.includes(`--type=${type}`));
      if (pids.length > 0) execFileSync('kill', ['-9', ...pids.map(({ pid }) => String(pid))]);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
  },
});

const HOSTILE = [
  '--remote-debugging-port=9333',
  '--inspect=9334',
  '--js-flags=--expose-gc',
  '--load-extension=/tmp',
  '--gpu-launcher=xdg-open',
  '--renderer-cmd-prefix=xdg-open',
  '--utility-cmd-prefix=xdg-open',
  '--disable-web-security',
  '--host-rules=MAP * 127.0.0.1',
  'https://example.com/',
  '/etc/passwd',
];

/** Starts the program a second time as the same user, with the same home, and waits for its end. */
function second(scene: Scene, word: string): Promise<number | null> {
  const { kiosk } = scene.started;
  const read = (name: string): readonly string[] =>
    readFileSync(`/proc/${kiosk.pid}/${name}`, 'utf8').split('\0').filter(Boolean);
  const [program = '', ...words] = read('cmdline');
  const env = Object.fromEntries(read('environ').map((one) => one.split(/=(.*)/s).slice(0, 2)));
  const own = words.filter((one) => !one.startsWith('--remote-debugging-port'));
  const child = spawn(program, [...own, word], {
    env,
    cwd: env['HOME'] ?? '/',
    stdio: 'ignore',
    ...(kiosk.user ? { uid: kiosk.user.uid, gid: kiosk.user.gid } : {}),
  });
  const limit = setTimeout(() => child.kill('SIGKILL'), 15_000);
  return new Promise((resolve) => {
    child.once('close', (code) => {
      clearTimeout(limit);
      resolve(code);
    });
  });
}

tryToEscape('by the operating system', [
  kill('O02', 'gpu-process', 4),
  kill('O03', 'utility', 4),
  ...HOSTILE.map((word, i) => ({
    id: `O05${'abcdefghijk'[i]}`,
    what: `the program started once more with ${word}`,
    make: async (scene: Scene) => {
      expect(await second(scene, word), 'it ends by itself').not.toBeNull();
    },
  })),
  {
    id: 'O09',
    what: 'signals that mean nothing to it',
    make: ({ started }) => {
      for (const signal of ['-PIPE', '-WINCH']) execFileSync('kill', [signal, String(started.kiosk.pid)]);
    },
  },
  {
    id: 'O10',
    what: 'windows asked by other programs to move, shrink and close',
    make: ({ x }) => {
      const [id = ''] = x('xdotool', 'search', '--onlyvisible', '--class', 'renkei').split('\n');
      x('xdotool', 'windowmove', id, '200', '200', 'windowsize', id, '400', '300');
    },
  },
]);

/** Windows right below the root, the one in front first, as their ids. */
function stackOf(x: Scene['x']): readonly string[] {
  return [...x('xwininfo', '-root', '-children').matchAll(/^\s+(0x[0-9a-f]+) .*?(\d+)x(\d+)[+-]/gm)]
    .filter(([, , width, height]) => Number(width) > 20 && Number(height) > 20)
    .map(([, id = '']) => id);
}

/** Counts what the page notices of its window. */
function countTurns(): void {
  const turns: string[] = [];
  for (const name of ['blur', 'focus', 'resize']) addEventListener(name, () => turns.push(name));
  Object.assign(globalThis, { turns });
}

/** xdotool's number as xwininfo writes it. */
const idOf = (number: string): string => `0x${Number(number).toString(16)}`;

test.describe('in a hall', () => {
  const missing = missingTools();
  test.skip(missing !== null, missing ?? '');

  test('O08 the window of another program is covered again within five seconds, and has no keys', async () => {
    // As below a supervisor, one that listens to nothing: only there the kiosk keeps itself in front.
    const scene = await openScene({ env: { RENKEI_PULSE_FD: '0' } });
    const { started, x } = scene;
    const intruder = spawn(
      'xmessage',
      ['-geometry', '900x500+300+200', '-buttons', 'Format:0', 'Format C:?'],
      {
        env: { ...process.env, DISPLAY: started.kiosk.display ?? ':0' },
        stdio: 'ignore',
      },
    );
    try {
      const [ours = ''] = x('xdotool', 'search', '--onlyvisible', '--class', 'renkei').trim().split('\n');
      const found = x('xdotool', 'search', '--sync', '--onlyvisible', '--class', 'xmessage').trim();
      const theirs = idOf(found.split('\n')[0] ?? '');
      x('xdotool', 'windowraise', theirs, 'windowfocus', theirs);
      expect(stackOf(x)[0], 'it is in front at first').toBe(theirs);
      const oursInFront = (): readonly unknown[] => [
        stackOf(x)[0] === idOf(ours),
        x('xdotool', 'getwindowfocus').trim() !== String(Number(theirs)),
      ];
      await expect.poll(oursInFront, { timeout: 5_000 }).toEqual([true, true]);
      // In front it stays as it is: nothing flickers, nothing loses its focus.
      await started.page.evaluate(countTurns);
      await wait(5_000);
      expect(await started.page.evaluate(() => Reflect.get(globalThis, 'turns'))).toEqual([]);
      expect(stackOf(x)[0]).toBe(idOf(ours));
    } finally {
      intruder.kill();
    }
    await scene.expectUnharmed();
    await scene.stop();
  });
});
