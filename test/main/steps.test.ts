import { describe, expect, it } from 'vitest';
import { makeSteps } from '../../main/steps.ts';

describe('makeSteps', () => {
  it('brings the answer to whoever waits for that step', async () => {
    const steps = makeSteps();
    const [one, two] = [steps.shown(1), steps.shown(2)];
    steps.arrived({ step: 2, problems: ['x'] });
    steps.arrived({ step: 1, problems: [] });
    expect(await Promise.all([one, two])).toEqual([
      { step: 1, problems: [] },
      { step: 2, problems: ['x'] },
    ]);
  });

  it('drops an answer nobody waits for, and a second one', async () => {
    const steps = makeSteps();
    steps.arrived({ step: 7, problems: [] });
    const seven = steps.shown(7);
    steps.arrived({ step: 7, problems: ['first'] });
    steps.arrived({ step: 7, problems: ['second'] });
    expect((await seven).problems).toEqual(['first']);
  });
});
