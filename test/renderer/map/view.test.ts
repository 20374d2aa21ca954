import { describe, expect, it } from 'vitest';
import { REGION_IDS } from '../../../content/pack/types.ts';
import { boxOf, fitZoom, toPlane, touches } from '../../../renderer/map/plane.ts';
import {
  ALL_JAPAN,
  MAIN_ISLANDS,
  NEAREST_ZOOM,
  pointsBox,
  prefectureBox,
  regionBox,
} from '../../../renderer/map/view.ts';
import { mapView } from './places.ts';

const view = mapView({});
const all = boxOf(ALL_JAPAN);

/** The map panel at 1920×1080, and portrait. */
const PANELS = [
  [1240, 820],
  [985, 912],
] as const;

describe('the first view', () => {
  it.each(PANELS)('shows the main islands larger than the drawing did, at %i × %i', (width, height) => {
    // The drawing fitted Japan at about zoom 4.8.
    expect(fitZoom(boxOf(MAIN_ISLANDS), width, height)).toBeGreaterThan(5.4);
  });
});

describe('prefectureBox', () => {
  it('frames every prefecture inside Japan, closer than the first view', () => {
    for (const { id } of view.prefectures) {
      const box = prefectureBox(view, id);
      expect(box).toBeDefined();
      if (box === undefined) continue;
      expect(touches(box, all)).toBe(true);
      const zoom = fitZoom(box, 1150, 680);
      expect([id, zoom > 6.3 && zoom < NEAREST_ZOOM]).toEqual([id, true]);
    }
  });

  it('frames the mainland of Tokyo, not the Pacific', () => {
    const box = prefectureBox(view, '13');
    expect(box && fitZoom(box, 1150, 680)).toBeGreaterThan(9);
  });

  it('knows nothing of a prefecture 48', () => {
    expect(prefectureBox(view, '48')).toBeUndefined();
  });
});

describe('regionBox', () => {
  it.each(REGION_IDS)('has every town of the region but those of the Tokyo islands: %s', (region) => {
    const box = regionBox(view, region);
    const ids = view.prefectures.filter((each) => each.region === region).map(({ id }) => id);
    const outside = view.points.filter(({ code, lat, lon }) => {
      if (!ids.includes(code.slice(0, 2)) || box === undefined) return false;
      const { x, y } = toPlane(lat, lon);
      return x < box.left || x > box.right || y < box.top || y > box.bottom;
    });
    const islands = [
      '133612',
      '133621',
      '133639',
      '133647',
      '133817',
      '133825',
      '134015',
      '134023',
      '134210',
    ];
    expect(outside.map(({ code }) => code)).toEqual(region === 'kanto' ? islands : []);
  });
});

describe('pointsBox', () => {
  it('gives a single town the room asked for', () => {
    const box = pointsBox([{ lat: 43.2, lon: 144.3 }], 10);
    expect(box && [box.right - box.left, box.bottom - box.top]).toEqual([10, 10]);
  });

  it('is undefined without points', () => {
    expect(pointsBox([], 10)).toBeUndefined();
  });
});
