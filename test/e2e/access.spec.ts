/**
 * No barrier that can be found by machine: axe on every kind of screen in both themes, on the chief ones in all
 * languages (`RENKEI_LONG=1`: all in all), the ways back on each, and a visit by keyboard alone. One start of the
 * kiosk for all of it; the theme changes where one stands.
 */
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from '../../build/bench/screen/axe.ts';
import { SCREEN_LANGS } from '../../renderer/settings.ts';
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
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

const tile = (n: number) => `.home-doors .tile >> nth=${n}`;
const [MAP, WARD, CASES, NEWS, EVENTS, SEARCH] = [0, 1, 2, 3, 4, 5].map(tile) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

/** What one touches from home on, one after the other. These are looked at in every language. */
const CHIEF = {
  home: [],
  map: [MAP],
  ward: [WARD],
  cases: [CASES],
  news: [NEWS],
  article: [NEWS, '.news .picture-card >> nth=0'],
  events: [EVENTS],
  search: [SEARCH],
  exhibition: ['.poster'],
  about: [NEWS, '.issue-cover-others .button >> nth=-1'],
  'take part': [EVENTS, '.events-top > .button'],
} as const;

const FURTHER = {
  'a region beside the map': [MAP, '.map-region >> nth=3'],
  'a prefecture beside the map': [MAP, '.japan-panel .choice-chip >> nth=-1', '.map-row >> nth=0'],
  town: [WARD, '.picture-card-row >> nth=0'],
  'the 23 wards': [WARD, '.picture-page-acts .button'],
  'list of cases': [CASES, '.cases-find'],
  'choices of cases': [CASES, '.cases-find', '.facet >> nth=2'],
  'events of the month': [EVENTS, '.events-top .choice-chip >> nth=1'],
  'all events': [EVENTS, '.events-top .choice-chip >> nth=2'],
  event: [EVENTS, '.week-few .picture-card >> nth=0'],
  'quiz and stamps': [EVENTS, '.events-top > .button', '.take .choice-chip >> nth=1'],
  survey: [EVENTS, '.events-top > .button', '.take .choice-chip >> nth=2'],
  'what was found': [SEARCH, '.search-ideas button >> nth=0'],
  'chapter of an exhibition': ['.poster', '.exhibition-chapter >> nth=0'],
  exhibitions: ['.poster', '.section >> nth=-1 >> .button >> nth=0'],
  'nothing was found': [SEARCH, ...Array<string>(4).fill('.key:text-is("ぬ")')],
  'a week without events': [EVENTS, '.events-top .choice-chip >> nth=0', '.calendar-head > .button >> nth=1'],
  'years and months of events': [EVENTS, '.events-top .choice-chip >> nth=1', '.calendar-title .button'],
  'a code to take home': [
    NEWS,
    '.issue-cover-others .button >> nth=-1',
    '.about-part >> nth=-1',
    '.contact .button',
  ],
  'places, offers and wishes': [WARD, `.button:has-text("${ja.share['places-title']}")`],
  languages: [NEWS, '.frame-tools > .button >> nth=-1'],
} as const;

type Screens = Readonly<Record<string, readonly string[]>>;

async function settled(): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.skeleton') === null && document.fonts.status === 'loaded',
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** The theme by itself, where one stands. */
async function inColours(theme: 'normal' | 'high'): Promise<void> {
  await page.evaluate((name) => document.documentElement.setAttribute('data-contrast', name), theme);
  await page.waitForTimeout(50);
}

async function goHome(): Promise<void> {
  // A dialog takes the keys: it goes first.
  if ((await page.locator('dialog[open]').count()) > 0) await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await expect(page.locator('.home-doors')).toBeVisible();
}

/** Opens each screen and asks axe. @param themes looks again in high contrast, where one stands */
async function walk(screens: Screens, where: string, themes: boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [name, way] of Object.entries(screens)) {
    for (const each of way) await page.locator(each).first().click();
    await settled();
    if (way.length > 0) await expect(page.locator('.frame-ways .button')).toHaveCount(2);
    found.push(...(await axeFaults(page, `${where} ${name}`)));
    if (themes) {
      await inColours('high');
      found.push(...(await axeFaults(page, `${where} ${name} in high contrast`)));
      await inColours('normal');
    }
    await goHome();
  }
  return found;
}

for (const { lang, name } of SCREEN_LANGS) {
  test(`axe finds nothing in ${name}`, async () => {
    await page.getByRole('button', { name, exact: true }).click();
    const everything = lang === 'ja' || process.env['RENKEI_LONG'] === '1';
    expect(await walk(everything ? { ...CHIEF, ...FURTHER } : CHIEF, lang, lang === 'ja')).toEqual([]);
  });
}

test('the button for colours changes them on every screen and back', async () => {
  await page.getByRole('button', { name: 'English', exact: true }).click();
  const colours = page.getByRole('button', { name: 'Colours', exact: true });
  await colours.click();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  expect(await axeFaults(page, 'after the button')).toEqual([]);
  await page.locator(NEWS).click();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'high');
  await colours.click();
  await expect(page.locator('html')).toHaveAttribute('data-contrast', 'normal');
  await goHome();
});

test('a keypad alone opens a page, changes the language and comes home', async () => {
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('button:focus')).toHaveCount(1);
  await page.locator('.home-doors .tile').first().focus();
  await page.keyboard.press('Enter');
  // The page that comes takes the focus along.
  await expect(page.locator('.home-doors')).toBeHidden();
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

test('keys alone lead over the map to a town: region, prefecture, town', async () => {
  await page.getByRole('button', { name: '日本語', exact: true }).click();
  await page.locator(MAP).focus();
  await page.keyboard.press('Enter');
  await page.locator('.map-region[data-region="kanto"]').focus();
  await page.keyboard.press('Enter');
  // The row of regions folds away; who pressed it goes on in the list.
  const focused = page.locator('.map-side button:focus');
  await expect(focused).toHaveText(/^茨城県/);
  await page.keyboard.press('ArrowDown');
  await expect(focused).toHaveText(/^群馬県/);
  await expect(focused).not.toHaveCSS('outline-style', 'none');
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('前橋市');
  await page.locator('.map-side-ways .button').first().focus();
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText(/^茨城県/);
  await page.keyboard.press('Enter');
  await expect(focused).toHaveText('水戸市');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: '水戸市' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2, name: '茨城県' })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.locator('.home-doors')).toBeVisible();
});
