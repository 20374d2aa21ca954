/** Starts a real Electron. Skipped where none has been set up yet (`npm test` sets one up). */
import { chmodSync, existsSync, rmSync, statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Kiosk, type LaunchOptions, launchKiosk } from '../../../build/electron/launch.ts';
import { locateRuntime } from '../../../build/electron/runtime.ts';
import { firstUnreachable, hasUserNamespaces, ordinaryUser } from '../../../build/electron/user.ts';
import { searchHere } from '../../../build/setup/electron.ts';
import { quiet } from '../../../build/setup/say.ts';
import { groupOf, renderersOf, seccompOf } from './helpers/processes.ts';
import { makeSmallApp, type SmallApp } from './helpers/small-app.ts';

const runtime = process.platform === 'linux' ? locateRuntime(searchHere(quiet)) : null;
const asRoot = process.getuid?.() === 0;
const user = asRoot ? ordinaryUser('', {}) : null;
const canSandbox =
  runtime !== null &&
  hasUserNamespaces(user) &&
  (user === null || firstUnreachable(user, [runtime.path]) === null);

describe.skipIf(runtime === null)('launchKiosk', () => {
  let app: SmallApp;
  let kiosk: Kiosk | null = null;
  const said: string[] = [];
  beforeEach(() => {
    app = makeSmallApp();
    said.length = 0;
  });
  afterEach(async () => {
    await kiosk?.stop();
    kiosk = null;
    rmSync(app.folder, { recursive: true, force: true });
  });

  async function launch(options: Partial<LaunchOptions> = {}): Promise<Kiosk> {
    if (runtime === null) throw new Error('no runtime');
    const line = (text: string) => void said.push(text);
    kiosk = await launchKiosk({
      runtime,
      appDir: app.appDir,
      freshHome: true,
      debugPort: true,
      say: line,
      ...options,
    });
    return kiosk;
  }

  it('opens the app, tells the app’s own arguments apart, and answers to a debugger', async () => {
    const { debugUrl, output } = await launch({ args: ['--data', app.data], writes: [app.data] });
    expect(about(output())).toMatchObject({
      name: 'small',
      version: '1.2.3',
      appPath: app.appDir,
      defaultApp: true,
    });
    expect(about(output()).argv.slice(-3)).toEqual([app.appDir, '--data', app.data]);
    const browser = await chromium.connectOverCDP(debugUrl ?? '');
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    expect(await page?.textContent('h1')).toBe('こんにちは');
    await browser.close();
  });

  it.skipIf(!canSandbox)('runs the page in the kernel’s sandbox', async () => {
    const { sandbox, pid, debugUrl } = await launch();
    const browser = await chromium.connectOverCDP(debugUrl ?? '');
    await browser.contexts()[0]?.pages()[0]?.title();
    expect(sandbox).toBe(true);
    const modes = renderersOf(pid).map(seccompOf);
    expect([...new Set(modes)]).toEqual(['2']);
    await browser.close();
  });

  it('leaves no process, home folder or screen behind', async () => {
    const { stop, pid, output } = await launch();
    const { home } = about(output());
    const family = groupOf(pid);
    expect(family.length).toBeGreaterThan(1);
    await stop();
    await stop();
    expect(groupOf(pid)).toEqual([]);
    expect(existsSync(home)).toBe(false);
  });

  it('reports the app’s own exit code', async () => {
    const { ended } = await launch({ args: ['--fail'], debugPort: false });
    expect(await ended).toEqual({ code: 9, signal: null });
  });

  it('refuses with the app’s last words when it ends too early', async () => {
    const failing = launch({ runtime: { path: '/bin/false' } });
    await expect(failing).rejects.toMatchObject({ code: 'kiosk-died' });
  });

  describe.skipIf(!asRoot)('as root', () => {
    it.skipIf(!canSandbox)('runs as an ordinary user who does not see root’s environment', async () => {
      process.env['RENKEI_TEST_SECRET'] = 'secret';
      const { output } = await launch();
      delete process.env['RENKEI_TEST_SECRET'];
      expect(about(output())).toMatchObject({ uid: user?.uid, secret: null });
      expect(said[0]).toContain('nobody');
    });

    it.skipIf(!canSandbox)('lends the data folder while it runs, and takes it back', async () => {
      const { stop } = await launch({ writes: [app.data] });
      const owner = () => statSync(app.data).uid;
      expect(owner()).toBe(user?.uid);
      await stop();
      expect(owner()).toBe(0);
    });

    it('says so and drops the sandbox when the ordinary user cannot read the app', async () => {
      chmodSync(app.folder, 0o700);
      const { sandbox, output } = await launch({ writes: [app.data] });
      expect({ sandbox, uid: about(output()).uid }).toEqual({ sandbox: false, uid: 0 });
      expect(said.join('')).toContain('サンドボックスなし');
      expect(statSync(app.data).uid).toBe(0);
    });
  });
});

type About = {
  readonly argv: readonly string[];
  readonly uid: number;
  readonly home: string;
};

function about(output: string): About {
  return JSON.parse(output.split('\n').find((line) => line.startsWith('{')) ?? '{}') as About;
}
