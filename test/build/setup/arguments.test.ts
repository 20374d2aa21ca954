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
  it('keeps a switch without its value for the parser to refuse', () => {
    expect(withAbsolutePaths(['--data'], '/base')).toEqual(['--data']);
  });
});
