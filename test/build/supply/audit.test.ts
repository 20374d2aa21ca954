import { describe, expect, it } from 'vitest';
import { type Allowed, judge, readAllowed } from '../../../build/supply/audit.ts';

const ID = 'GHSA-abcd-1234-ef56';
const report = {
  vulnerabilities: {
    lib: { via: [{ url: `https://github.com/advisories/${ID}`, title: 'slow', severity: 'high' }] },
    user: { via: ['lib'] },
  },
};
const allowance: Allowed = [
  { advisory: ID, package: 'lib', why: 'Only reached by authors, never on a kiosk.', until: '2027-01-31' },
];

describe('judge', () => {
  it('names a weakness once, at the package it is in', () => {
    expect(judge(report, [], '2026-11-22')).toEqual([`lib: ${ID} (high) slow`]);
  });

  it('is content with one that was looked at, until the day it is to be looked at again', () => {
    expect(judge(report, allowance, '2027-01-31')).toEqual([]);
    expect(judge(report, allowance, '2027-02-01')).toHaveLength(1);
  });

  it('tells of an allowance that is for nothing any more', () => {
    expect(judge({ vulnerabilities: {} }, allowance, '2026-11-22')).toEqual([
      expect.stringContaining('take it out'),
    ]);
  });

  it('refuses a report it cannot read', () => {
    expect(() => judge({ error: 'offline' }, [], '2026-11-22')).toThrow();
  });
});

describe('allowed.json', () => {
  it('gives each weakness a reason and a day', () => {
    expect(() => readAllowed()).not.toThrow();
  });
});
