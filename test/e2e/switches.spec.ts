/** Switches of `npm start --`: each does what the help says, and a slip is refused with the help. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { ROOT } from '../../build/setup/places.ts';
import { startKiosk } from './kiosk.ts';

const run = promisify(execFile);

async function npmStart(...args: string[]): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const { stdout, stderr } = await run('npm', ['start', '--', ...args], { cwd: ROOT, timeout: 50_000 });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const failed = error as { readonly code: number; readonly stdout: string; readonly stderr: string };
    return { code: failed.code, output: failed.stdout + failed.stderr };
  }
}

test('npm start refuses an unknown switch with help, before doing anything', async () => {
  const { code, output } = await npmStart('--fullscreen');
  expect(code).not.toBe(0);
  expect(output).toContain('「--fullscreen」という指定はありません');
  expect(output).toContain('--tour <フォルダ>');
});

test('npm start without a terminal ends with the kiosk’s own code', async () => {
  const outcome = await run('sh', ['-c', 'npm start -- --venue nowhere < /dev/null'], { cwd: ROOT }).then(
    () => ({ code: 0, stderr: '' }),
    (error: unknown) => error as { readonly code: number; readonly stderr: string },
  );
  expect(outcome.code).toBe(2);
  expect(outcome.stderr).not.toContain('TypeError');
});

test('npm start -- --help explains every switch', async () => {
  const { code, output } = await npmStart('--help');
  expect(code).toBe(0);
  for (const name of ['--data', '--venue', '--today', '--lang', '--windowed', '--tour'])
    expect(output).toContain(name);
});

test('an unknown venue is refused with the list of halls', async () => {
  const { code, output } = await npmStart('--venue', 'nowhere');
  expect(code).not.toBe(0);
  expect(output).toContain('会場「nowhere」はありません');
  expect(output).toContain('kusei-kaikan');
});

test('--venue, --today and --lang decide hall, day and language of the home screen', async () => {
  const started = await startKiosk({
    args: ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20', '--lang', 'en'],
  });
  try {
    await expect(started.page.locator('html')).toHaveAttribute('lang', 'en');
    await expect(started.page.getByText('Arakawa Ward').first()).toBeVisible();
    await expect(started.page.getByText(/20 Nov/).first()).toBeVisible();
  } finally {
    await started.stop();
  }
});
