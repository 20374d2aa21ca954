/** A finger on the drawn map: finds where a prefecture lies on the screen by the map's own projection. */
import type { Page } from '@playwright/test';
import type { MapView } from '../../../content/pack/views.ts';
import { fingertipOf, type Spot } from '../touch.ts';
import type { MapPlace } from './in-page.ts';

export type HandOnMap = {
  /** Whether a part of the prefecture can be touched in the view that stands. */
  readonly sees: (prefectureId: string) => Promise<boolean>;
  /** Touches it, at its middle or at one of its towns. @returns whether it was chosen */
  readonly touchPrefecture: (prefectureId: string) => Promise<boolean>;
  /** Touches the button of its region and waits until the flight is over. */
  readonly toRegionOf: (prefectureId: string) => Promise<void>;
};

/** So near to a partner town the finger means the town, pixels. */
const FINGER = 36;
/** A second touch that comes sooner would be half of a double touch. */
const APART_MS = 500;

/** Web Mercator: CSS pixels of the whole world at zoom 0. */
const WORLD = 256;

function project(lat: number, lon: number, zoom: number): Spot {
  const size = WORLD * 2 ** zoom;
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
  return { x: (size * (lon + 180)) / 360, y: (size * (1 - y / Math.PI)) / 2 };
}

function onScreen(at: MapPlace, place: { readonly lat: number; readonly lon: number }): Spot {
  const goal = project(place.lat, place.lon, at.camera.zoom);
  const centre = project(at.camera.lat, at.camera.lon, at.camera.zoom);
  return {
    x: at.left + at.width / 2 + goal.x - centre.x,
    y: at.top + at.height / 2 + goal.y - centre.y,
  };
}

export async function handOnMap(page: Page, map: MapView): Promise<HandOnMap> {
  const tap = await fingertipOf(page);

  async function mapPlace(): Promise<MapPlace> {
    const handle = await page.waitForFunction(() => window.crawler?.mapPlace() ?? null);
    const at = await handle.jsonValue();
    if (at === null) throw new Error('no map stands');
    return at;
  }

  /** Spots of a prefecture that a finger would meet the map at. */
  async function spotsOf(prefectureId: string): Promise<readonly Spot[]> {
    const at = await mapPlace();
    const middle = map.prefectures.filter(({ id }) => id === prefectureId);
    const towns = map.points.filter(({ code }) => code.startsWith(prefectureId));
    const strong = map.partners.map((town) => onScreen(at, town));
    const spots = [...middle, ...towns]
      .map((place) => onScreen(at, place))
      .filter(({ x, y }) => strong.every((one) => Math.hypot(one.x - x, one.y - y) > FINGER));
    return page.evaluate(
      (all) => all.filter(({ x, y }) => document.elementFromPoint(x, y)?.closest('.map-sea')),
      spots,
    );
  }

  return {
    sees: async (prefectureId) => (await spotsOf(prefectureId)).length > 0,
    touchPrefecture: async (prefectureId) => {
      for (const spot of await spotsOf(prefectureId)) {
        await tap(spot);
        const route = await page.evaluate(() => window.crawler?.route());
        if (route?.page !== 'map') throw new Error('a touch on the map led away from it');
        if (route.prefectureId === prefectureId && route.code === undefined) return true;
        // The neighbour was met, or the sea.
        await page.waitForTimeout(APART_MS);
      }
      return false;
    },
    toRegionOf: async (prefectureId) => {
      const before = JSON.stringify((await mapPlace()).camera);
      const region = map.prefectures.find(({ id }) => id === prefectureId)?.region;
      await page.locator(`.map-region[data-region="${region}"]`).click();
      await page.waitForFunction((was) => JSON.stringify(window.crawler?.mapPlace()?.camera) !== was, before);
    },
  };
}
