import { describe, expect, it } from 'vitest';
import { GROUPS, readArguments } from '../../../build/bench/arguments.ts';
import { Failure } from '../../../build/setup/failure.ts';

describe('readArguments', () => {
  it('measures every group when none is named', () => {
    expect(readArguments([])).toEqual({ groups: [...GROUPS], long: false, json: null });
  });
  it('takes groups, --long and --json in any order', () => {
    expect(readArguments(['--json', 'x.json', 'start', '--long'])).toEqual({
      groups: ['start'],
      long: true,
      json: 'x.json',
    });
  });
  for (const argv of [['speed'], ['--json'], ['--fast']]) {
    it(`refuses ${argv.join(' ')} with the usage`, () => {
      expect(() => readArguments(argv)).toThrow(Failure);
    });
  }
});
