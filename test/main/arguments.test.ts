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
    expect(ownArguments(argv, 'unpackaged')).toEqual(['--today', '2020-11-20']);
  });

  it('keeps what looks like Chromium’s behind the app folder, so that a slip is refused', () => {
    expect(ownArguments(['electron', '/app', '--no-sandbox'], 'unpackaged')).toEqual(['--no-sandbox']);
  });

  it('is nothing without an app folder', () => {
    expect(ownArguments(['electron', '--inspect'], 'unpackaged')).toEqual([]);
    expect(ownArguments([], 'unpackaged')).toEqual([]);
  });

  it('leaves Chromium’s own switches out of a packaged app', () => {
    const chromium = ['--user-data-dir=/tmp/x', '--disable-gpu', '--enable-logging', '--ozone-platform=x11'];
    expect(ownArguments(['kiosk', ...chromium, '--venue', 'hall'], 'in-a-hall')).toEqual(['--venue', 'hall']);
  });

  it('lets a debugger in only where a package is on trial', () => {
    const debug = ['--remote-debugging-port=0', '--no-sandbox'];
    expect(ownArguments(['kiosk', ...debug], 'on-trial')).toEqual([]);
    expect(ownArguments(['kiosk', ...debug], 'in-a-hall')).toEqual(debug);
  });

  it('passes on every other switch of a packaged app, to be refused', () => {
    const foreign = ['--load-extension=/x', '--no-sandbox=1', '--disable-web-security', '--js-flags=x'];
    expect(ownArguments(['kiosk', ...foreign], 'on-trial')).toEqual(foreign);
  });
});
