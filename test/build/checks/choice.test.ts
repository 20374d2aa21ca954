import { describe, expect, it } from 'vitest';
import { CHECKS, chooseChecks } from '../../../build/checks/choice.ts';

describe('chooseChecks', () => {
  it('takes everything where nothing is said', () => {
    expect(chooseChecks([])).toEqual({ checks: CHECKS, filters: [] });
  });

  it('takes what is named, with what else is said as parts of file names', () => {
    expect(chooseChecks(['packaged', 'escape'])).toEqual({ checks: ['packaged'], filters: ['escape'] });
    expect(chooseChecks(['e2e', 'unit'])).toEqual({ checks: ['unit', 'e2e'], filters: [] });
  });

  it('finds the runner of a part of a file name', () => {
    expect(chooseChecks(['search'])).toEqual({ checks: ['unit'], filters: ['search'] });
    expect(chooseChecks(['e2e/touch'])).toEqual({ checks: ['e2e'], filters: ['e2e/touch'] });
  });
});
