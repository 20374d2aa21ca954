/** axe finds nothing on any screen one comes to from home, in both themes; the ways back are on each. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import casesJa from '../../renderer/words/ja/cases.json' with { type: 'json' };
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
import eventsJa from '../../renderer/words/ja/events.json' with { type: 'json' };
import homeJa from '../../renderer/words/ja/home.json' with { type: 'json' };
import { type Started, startKiosk } from './kiosk.ts';
import { type Finger, fingerOf } from './touch.ts';

let started: Started;
let page: Page;
let touch: Finger;

test.beforeAll(async () => {
  started = await startKiosk({ args: ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20'] });
  page = started.page;
  touch = await fingerOf(page);
});
test.afterAll(() => started.stop());

const button = (name: string | RegExp) => page.getByRole('button', { name });
const door = (title: string) => button(new RegExp(`^${title}`));

/** The ways to the screens, by what one touches on home and after it. */
const WAYS: Readonly<Record<string, readonly (() => ReturnType<typeof button>)[]>> = {
  home: [],
  map: [() => door(ja.map)],
  ward: [() => door('荒川区のなかま')],
  cases: [() => door(homeJa.cases)],
  'list of cases': [() => door(homeJa.cases), () => button(casesJa.find)],
  'choices of cases': [
    () => door(homeJa.cases),
    () => button(casesJa.find),
    () => button(`${casesJa.facet.ward} ${casesJa.any}`),
  ],
  news: [() => door(homeJa.news)],
  article: [() => door(homeJa.news), () => button(/芋煮/)],
  'events of the week': [() => door(homeJa.events)],
  'events of the month': [
    () => door(homeJa.events),
    () => page.getByRole('button', { name: eventsJa.span.month, exact: true }),
  ],
  event: [() => door(homeJa.events), () => page.locator('.week-bar')],
  search: [() => door(ja.search)],
  about: [() => door(homeJa.news), () => button(ja.about)],
  'a ward, and from there places, offers and wishes': [
    () => door('荒川区のなかま'),
    () => button(ja.share['places-title']),
  ],
};

for (const [screen, way] of Object.entries(WAYS)) {
  test(`axe is content with ${screen}`, async () => {
    const home = page.getByRole('button', { name: ja.home, exact: true });
    if (await home.isVisible()) await touch(home.first());
    for (const next of way) await touch(next().first());
    await expect(page.locator('.skeleton')).toHaveCount(0);
    if (way.length > 0) await expect(home).toBeVisible();
    for (const theme of ['normal', 'high'] as const) {
      // Legacy: the window has no room for the second page axe would open.
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect([theme, violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([
        theme,
        [],
      ]);
      await touch(page.getByRole('button', { name: ja.contrast, exact: true }).first());
    }
  });
}
