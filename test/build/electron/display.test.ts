import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasScreen, startVirtualDisplay } from '../../../build/electron/display.ts';

describe('hasScreen', () => {
  const cases: readonly [string, NodeJS.ProcessEnv, boolean][] = [
    ['no screen is named', {}, false],
    ['a local X screen runs', { DISPLAY: ':1' }, true],
    ['a local X screen is named with its monitor', { DISPLAY: ':1.0' }, true],
    ['a local X screen is named that nobody runs', { DISPLAY: ':2' }, false],
    ['the X screen is another machine’s', { DISPLAY: 'localhost:10.0' }, true],
    ['the desktop is Wayland', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ];
  for (const [when, env, expected] of cases) {
    it(`is ${expected} when ${when}`, () => {
      expect(hasScreen(env, 'linux', (path) => path === '/tmp/.X11-unix/X1')).toBe(expected);
    });
  }
  it('is true on systems that always have one', () => {
    expect([hasScreen({}, 'darwin'), hasScreen({}, 'win32')]).toEqual([true, true]);
  });
});

describe.skipIf(process.platform !== 'linux' || !existsSync('/usr/bin/Xvfb'))('startVirtualDisplay', () => {
  it('runs two screens side by side and ends them', async () => {
    const displays = await Promise.all([1, 2].map(() => startVirtualDisplay({ width: 640, height: 480 })));
    const names = displays.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
    expect(names.map((name) => hasScreen({ DISPLAY: name }, 'linux'))).toEqual([true, true]);
    await Promise.all(displays.map((display) => display.stop()));
    expect(names.map((name) => hasScreen({ DISPLAY: name }, 'linux'))).toEqual([false, false]);
  });
});
