import { describe, expect, it } from 'vitest';
import { describeFailure, Failure } from '../../../build/setup/failure.ts';
import { runSteps, type Step } from '../../../build/setup/step.ts';

describe('runSteps', () => {
  const ran: string[] = [];
  const step = (title: string, done: boolean, fails = false): Step => ({
    title,
    isDone: () => done,
    run: async () => {
      ran.push(title);
      if (fails) throw new Failure('data', 'broken', 'mend it');
    },
  });

  it('runs what is not done, in order, and says only that', async () => {
    ran.length = 0;
    const said: string[] = [];
    await runSteps([step('a', false), step('b', true), step('c', false)], (line) => said.push(line));
    expect(ran).toEqual(['a', 'c']);
    expect(said.map((line) => line.replace(/[\d.]+ 秒/, 'n 秒'))).toEqual([
      '▶ a',
      '  できました (n 秒)',
      '▶ c',
      '  できました (n 秒)',
    ]);
  });
  it('stops at the first failure', async () => {
    ran.length = 0;
    const running = runSteps([step('a', false, true), step('b', false)], () => {});
    await expect(running).rejects.toMatchObject({ code: 'data' });
    expect(ran).toEqual(['a']);
  });
});

describe('describeFailure', () => {
  it('shows what is wrong and what to do, without a stack', () => {
    expect(describeFailure(new Failure('usage', 'これは使えません。', 'こうしてください。\n二行目'))).toBe(
      '✗ これは使えません。\n  こうしてください。\n  二行目',
    );
  });
  it('keeps the stack of our own bugs', () => {
    expect(describeFailure(new TypeError('bug'))).toContain('step.test.ts');
  });
});
