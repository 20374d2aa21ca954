import { describe, expect, it } from 'vitest';
import { ownArguments } from '../../main/arguments.ts';

describe('ownArguments', () => {
  it('is what stands behind the app folder when developers start it', () => {
    const argv = [
      'electron',
      '--no-sandbox',
      '--remote-debugging-port=9222',
      '/app',
      '--today',
      '2020-11-20',
    ];
    expect(ownArguments(argv, false)).toEqual(['--today', '2020-11-20']);
  });

  it('keeps what looks like Chromium’s behind the app folder, so that a slip is refused', () => {
    expect(ownArguments(['electron', '/app', '--no-sandbox'], false)).toEqual(['--no-sandbox']);
  });

  it('is nothing without an app folder', () => {
    expect(ownArguments(['electron', '--inspect'], false)).toEqual([]);
    expect(ownArguments([], false)).toEqual([]);
  });

  it('leaves Chromium’s own switches out of a packaged app', () => {
    const chromium = [
      '--no-sandbox',
      '--user-data-dir=/tmp/x',
      '--disable-gpu',
      '--enable-logging',
      '--ozone-platform=x11',
    ];
    expect(ownArguments(['kiosk', ...chromium, '--venue', 'hall'], true)).toEqual(['--venue', 'hall']);
  });

  it('passes on every other switch of a packaged app, to be refused', () => {
    const foreign = ['--load-extension=/x', '--no-sandbox=1', '--disable-web-security', '--js-flags=x'];
    expect(ownArguments(['kiosk', ...foreign], true)).toEqual(foreign);
  });
});
