import { describe, expect, it } from 'vitest';
import { chooseChecks } from '../../../build/checks/choice.ts';
import {
  add,
  isFailure,
  NOTHING,
  single,
  summary,
  tallyPlaywright,
  tallyVitest,
} from '../../../build/checks/tally.ts';

describe('tallyVitest', () => {
  const test = (status: string) => ({ fullName: `it ${status}`, status, failureMessages: ['because'] });
  const report = (...testResults: object[]) => JSON.stringify({ success: true, testResults });
  const file = { name: 'a.test.ts', status: 'passed', message: '' };

  it('counts passed, failed and everything that did not run', () => {
    const json = report({
      ...file,
      status: 'failed',
      assertionResults: ['passed', 'failed', 'skipped', 'todo'].map(test),
    });
    expect(tallyVitest(json, 1)).toEqual({
      passed: 1,
      failed: 1,
      skipped: 2,
      failures: ['a.test.ts > it failed\nbecause'],
      doubts: [],
    });
  });
  it('counts a file that could not be loaded as one failure', () => {
    const json = report({ ...file, status: 'failed', message: 'SyntaxError', assertionResults: [] });
    expect(tallyVitest(json, 1)).toMatchObject({ failed: 1, failures: ['a.test.ts\nSyntaxError'] });
  });
  it('counts an error outside of tests', () => {
    expect(tallyVitest(report({ ...file, assertionResults: [test('passed')] }), 1)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });
  it('counts a runner that wrote nothing', () => {
    expect(tallyVitest(null, 127).failed).toBe(1);
  });
});

describe('tallyPlaywright', () => {
  const spec = (status: string) => ({
    title: status,
    tests: [{ status, results: [{ errors: [{ message: 'because' }] }] }],
  });
  const report = (errors: object[], ...specs: object[]) =>
    JSON.stringify({ errors, suites: [{ title: 'home.spec.ts', suites: [{ title: 'home', specs }] }] });

  it('counts nested suites; a test that held when it was tried again is passed and told of', () => {
    const json = report([], ...['expected', 'unexpected', 'flaky', 'skipped'].map(spec));
    expect(tallyPlaywright(json, 1)).toMatchObject({
      passed: 2,
      failed: 1,
      skipped: 1,
      failures: ['home.spec.ts > home > unexpected\nbecause'],
      doubts: ['home.spec.ts > home > flaky\nbecause'],
    });
  });
  it('counts errors outside of tests, and a failure without any', () => {
    expect(tallyPlaywright(report([{ message: 'no tests found' }]), 1).failed).toBe(1);
    expect(tallyPlaywright(report([], spec('expected')), 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(tallyPlaywright(null, 1).failed).toBe(1);
  });
});

describe('summary', () => {
  it('is one line; skips are named when there are any', () => {
    const total = add([single(true, ''), single(false, 'x')]);
    expect(summary(total)).toBe('1 passed, 1 failed');
    expect(summary({ ...total, skipped: 2 })).toBe('1 passed, 1 failed, 2 skipped');
  });
});

describe('isFailure', () => {
  it('does not take an empty run for success', () => {
    expect([isFailure(NOTHING), isFailure(single(true, '')), isFailure(single(false, 'x'))]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('chooseChecks', () => {
  it('runs everything when nothing is asked', () => {
    expect(chooseChecks([])).toEqual({ checks: ['lint', 'types', 'unit', 'e2e', 'packaged'], filters: [] });
  });
  it('runs what is named, with filters for the runners', () => {
    expect(chooseChecks(['e2e', 'home'])).toEqual({ checks: ['e2e'], filters: ['home'] });
    expect(chooseChecks(['unit', 'lint'])).toEqual({ checks: ['lint', 'unit'], filters: [] });
  });
  it('chooses the runner by the file', () => {
    expect(chooseChecks(['test/content/pack']).checks).toEqual(['unit']);
    expect(chooseChecks(['test/e2e/home.spec.ts']).checks).toEqual(['e2e']);
  });
});
