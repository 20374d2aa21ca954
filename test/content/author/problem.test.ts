import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem, type Problem, sortProblems } from '../../../content/author/problem.ts';

const problem: fc.Arbitrary<Problem> = fc.record({
  severity: fc.constantFrom('error', 'warning'),
  id: fc.constantFrom('shape', 'yaml', 'duplicate-id'),
  file: fc.constantFrom('base/a.yaml', 'base/b.yaml', '.'),
  line: fc.integer({ min: 1, max: 12 }),
  message: fc.constantFrom('あ', 'い'),
});

describe('formatProblem', () => {
  it('begins with file and line, as editors understand them', () => {
    const one: Problem = { severity: 'error', id: 'shape', file: 'base/a.yaml', line: 12, message: '空です' };
    expect(formatProblem(one)).toBe('base/a.yaml:12: エラー [shape] 空です');
    expect(formatProblem({ ...one, severity: 'warning' })).toBe('base/a.yaml:12: 注意 [shape] 空です');
  });
});

describe('sortProblems', () => {
  it('sorts by file, line as a number, id and message', () => {
    const lines = [10, 9, 2].map(
      (line) => ({ severity: 'error', id: 'x', file: 'a', line, message: '' }) as const,
    );
    expect(sortProblems(lines).map((one) => one.line)).toEqual([2, 9, 10]);
  });

  it('gives one order for the same problems found in any order', () => {
    fc.assert(
      fc.property(fc.array(problem, { maxLength: 12 }), fc.func(fc.integer()), (problems, key) => {
        const shuffled = [...problems].sort((a, b) => key(a) - key(b));
        expect(sortProblems(shuffled).map(formatProblem)).toEqual(sortProblems(problems).map(formatProblem));
      }),
    );
  });

  it('leaves the given list as it was', () => {
    fc.assert(
      fc.property(fc.array(problem), (problems) => {
        const before = [...problems];
        sortProblems(problems);
        expect(problems).toEqual(before);
      }),
    );
  });
});
