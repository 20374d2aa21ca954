/**
 * No barrier that can be found by machine: axe on every kind of screen, in five languages and both themes, and a
 * visit by keyboard alone. One start of the kiosk for all of it.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { SCREEN_LANGS } from '../../renderer/settings.ts';
import { type Started, startKiosk } from './kiosk.ts';

test.describe.configure({ timeout: 180_000 });

let started: Started;
let page: Page;

test.beforeAll(async () => {
  started = await startKiosk({
    args: ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20', '--idle', '600,60'],
  });
  page = started.page;
  // What fades in is half transparent for a moment; measured then, every colour would be too pale.
  await page.emulateMedia({ reducedMotion: 'reduce' });
});
test.afterAll(async () => {
  await started.stop();
});

/** From home: which buttons open each screen, one after the other. */
const SCREENS = {
  home: null,
  map: '.home-doors .tile >> nth=0',
  ward: '.home-doors .tile >> nth=1',
  cases: '.home-doors .tile >> nth=2',
  news: '.home-doors .tile >> nth=3',
  events: '.home-doors .tile >> nth=4',
  search: '.home-doors .tile >> nth=5',
  exhibition: '.poster',
  about: '.home-doors .tile >> nth=3 | .issue-cover-others .button >> nth=-1',
  'take-part': '.home-doors .tile >> nth=4 | .events-top > .button',
} as const;

async function settled(): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.skeleton') === null && document.fonts.status === 'loaded',
  );
  await page.waitForTimeout(150);
}

async function faults(where: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) => `${where}: ${id} ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`,
    ),
  );
}

async function walk(lang: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, button] of Object.entries(SCREENS)) {
    for (const each of button?.split(' | ') ?? []) await page.locator(each).click();
    await settled();
    found.push(...(await faults(`${lang} ${name}`)));
    await page.keyboard.press('Home');
    await expect(page.locator('.home-doors')).toBeVisible();
  }
  return found;
}

for (const { lang, name } of SCREEN_LANGS) {
  test(`axe finds nothing in ${name}`, async () => {
    await page.getByRole('button', { name, exact: true }).click();
    expect(await walk(lang)).toEqual([]);
  });
}

test('axe finds nothing in high contrast', async () => {
  await page.getByRole('button', { name: 'English', exact: true }).click();
  await page.getByRole('button', { name: 'Colours', exact: true }).click();
  expect(await walk('high contrast')).toEqual([]);
  await page.getByRole('button', { name: 'Colours', exact: true }).click();
});

test('a keypad alone opens a page, changes the language and comes home', async () => {
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('button:focus')).toHaveCount(1);
  await page.locator('.home-doors .tile').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.locator('.frame-tools > .button').last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Home');
  await expect(page.locator('.home-doors')).toBeVisible();
});
