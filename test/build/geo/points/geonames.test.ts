import { expect, it } from 'vitest';
import { placeKey } from '../../../../build/geo/points/geonames.ts';

it.each([
  ['Ōmuta', 'omuta'],
  ['Zentsujichó', 'zentsuji'],
  ['Shimo-suwa', 'shimosuwa'],
  ["Shin'onsen", 'shinonsen'],
  ['Umi-machi', 'umi'],
])('reduces %s to %s', (name, key) => {
  expect(placeKey(name)).toBe(key);
});
