import { describe, expect, it } from 'vitest';
import { withAbsolutePaths } from '../../../build/setup/arguments.ts';

describe('withAbsolutePaths', () => {
  it('makes paths absolute in both spellings and leaves the rest', () => {
    const argv = ['--data', 'my/data', '--tour=out=1', '--venue', 'data', '--windowed'];
    expect(withAbsolutePaths(argv, '/base')).toEqual([
      '--data',
      '/base/my/data',
      '--tour=/base/out=1',
      '--venue',
      'data',
      '--windowed',
    ]);
  });
  it('leaves an address as it is and takes any other source for a folder', () => {
    const argv = ['--sync-from', 'https://example.jp/a', '--sync-from=http://b/', '--sync-from=stick'];
    expect(withAbsolutePaths(argv, '/base')).toEqual([...argv.slice(0, 3), '--sync-from=/base/stick']);
  });
  it('keeps a switch without its value for the parser to refuse', () => {
    expect(withAbsolutePaths(['--data'], '/base')).toEqual(['--data']);
  });
});
