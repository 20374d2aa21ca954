/** A small fleet through the whole measurement, and that nobody can be left behind unnoticed. */
import { describe, expect, it } from 'vitest';
import { refuseLeftBehind, type Visit } from '../../../build/bench/fleet/day.ts';
import { measureFleet } from '../../../build/bench/fleet.ts';
import { whyNoNginx } from '../../../build/bench/sync/nginx.ts';

const visit = (kiosk: number, more: Partial<Visit> = {}): Visit => ({
  kiosk,
  ms: 1,
  bytes: 1,
  trouble: null,
  set: 'new',
  ...more,
});

describe('refuseLeftBehind', () => {
  it('is content when all kiosks show the same', () => {
    expect(() => refuseLeftBehind([visit(0), visit(1)], 2)).not.toThrow();
  });
  it('names a kiosk that did not come through', () => {
    const visits = [visit(0), visit(1, { trouble: 'too-slow: x', set: '' })];
    expect(() => refuseLeftBehind(visits, 2)).toThrow('1 of 2 kiosks are left behind: kiosk 1 too-slow: x');
  });
  it('names a kiosk that shows another set', () => {
    expect(() => refuseLeftBehind([visit(0), visit(1, { set: 'old' })], 2)).toThrow(
      'kiosk 1 shows another set',
    );
  });
  it('counts kiosks that said nothing', () => {
    expect(() => refuseLeftBehind([visit(0)], 3)).toThrow('2 of 3 kiosks are left behind: 2 said nothing');
  });
});

describe('measureFleet', () => {
  it.skipIf(whyNoNginx() !== undefined)(
    'brings every kiosk all content once and asks little after that',
    async () => {
      const figures = await measureFleet({ kiosks: 4, bytes: 500_000 }, () => undefined);
      expect(figures.filter(({ holds }) => holds === false)).toEqual([]);
      expect(figures.map(({ name }) => name)).toContain('a day without news, 4 kiosks: requests of each');
    },
  );
});
