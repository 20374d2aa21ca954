/** What the page must not be able to do, tried in the real Electron with its real sandbox. */
import { expect, test } from '@playwright/test';
import { renderersOf, seccompOf } from '../build/electron/helpers/processes.ts';
import { type Started, startKiosk } from './kiosk.ts';

let started: Started;
test.beforeAll(async () => {
  started = await startKiosk();
});
test.afterAll(async () => {
  await started.stop();
});

test('the page has no Node and no Electron, only the door', async () => {
  const seen = await started.page.evaluate(() => {
    const names = ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'];
    return {
      node: names.filter((name) => name in globalThis),
      door: Object.keys(Reflect.get(globalThis, 'kiosk')),
    };
  });
  expect(seen).toEqual({ node: [], door: ['call', 'on'] });
});

test('the door refuses names that are not in the contract', async () => {
  const message = await started.page.evaluate(async () => {
    const { kiosk } = globalThis as unknown as {
      kiosk: { call: (name: string, request: unknown) => Promise<unknown> };
    };
    return kiosk.call('fs:read', { path: '/etc/passwd' }).then(
      () => 'answered',
      (error: unknown) => String(error),
    );
  });
  expect(message).toContain('no such call');
});

test('code from text does not run and no request leaves the machine', async () => {
  const results = await started.page.evaluate(
    () =>
      new Promise<Record<string, string>>((resolve) => {
        // From a timer: what a debugger evaluates itself is let through by the policy.
        setTimeout(async () => {
          const found: Record<string, string> = {};
          try {
            // biome-ignore lint/security/noGlobalEval: that it is refused is the point
            found['eval'] = String(globalThis.eval('1 + 1'));
          } catch (error) {
            found['eval'] = (error as Error).name;
          }
          for (const url of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/passwd']) {
            found[url] = await fetch(url).then(
              () => 'answered',
              () => 'refused',
            );
          }
          resolve(found);
        }, 0);
      }),
  );
  expect(results).toEqual({
    eval: 'EvalError',
    'https://example.com/': 'refused',
    'http://127.0.0.1:9/': 'refused',
    'file:///etc/passwd': 'refused',
  });
});

test('no path leads out of the page folder', async () => {
  const paths = [
    '../main.cjs',
    '..%2fmain.cjs',
    '%2e%2e/main.cjs',
    '..%5cmain.cjs',
    '%00',
    '/etc/passwd',
    'data/library.json',
  ];
  const statuses = await started.page.evaluate(
    (list) => Promise.all(list.map((path) => fetch(`app://kiosk/${path}`).then((reply) => reply.status))),
    paths,
  );
  expect(statuses).toEqual(paths.map(() => 404));
});

test('windows, navigation and permissions are refused', async () => {
  const { page } = started;
  const found = await page.evaluate(async () => ({
    window: window.open('https://example.com/') === null,
    notification: await Notification.requestPermission(),
  }));
  expect(found).toEqual({ window: true, notification: 'denied' });
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  await page.waitForTimeout(300);
  expect(page.url()).toBe('app://kiosk/index.html');
});

test('the renderer runs in the system sandbox', () => {
  test.skip(
    process.platform !== 'linux' || !started.kiosk.sandbox,
    'no sandbox on this machine: said at the start',
  );
  const renderers = renderersOf(started.kiosk.pid);
  expect(renderers.length).toBeGreaterThan(0);
  for (const renderer of renderers) expect(seccompOf(renderer)).toBe('2');
});
