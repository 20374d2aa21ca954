/** A visit ends when nobody is there, and nothing of it is left for the next visitor. */
import { expect, type Page, test } from '@playwright/test';
import { axeFaults } from '../../build/bench/screen/axe.ts';
import en from '../../renderer/words/en/common.json' with { type: 'json' };
import restEn from '../../renderer/words/en/rest.json' with { type: 'json' };
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
import home from '../../renderer/words/ja/home.json' with { type: 'json' };
import rest from '../../renderer/words/ja/rest.json' with { type: 'json' };
import search from '../../renderer/words/ja/search.json' with { type: 'json' };
import { type Started, startKiosk } from './kiosk.ts';
import { type Finger, fingerOf } from './touch.ts';

/** Long enough for the slowest machine to reach what a test does next. */
const IDLE_S = 6;
const ASK_S = 4;
const CANARY = 'かなりあひみつ';

let started: Started;
let page: Page;
let touch: Finger;

test.beforeAll(async () => {
  started = await startKiosk({
    args: ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20', '--idle', `${IDLE_S},${ASK_S}`],
  });
  page = started.page;
  touch = await fingerOf(page);
});
test.afterAll(async () => {
  expect(started.complaints).toEqual([]);
  await started.stop();
});

/** Each test begins with a visitor at home, whatever the one before left. */
async function arrive(): Promise<void> {
  await page.waitForTimeout(100);
  if (await question().isVisible()) await touch(button(rest.leave));
  if (await resting().isVisible()) await page.keyboard.press('Enter');
  if (await button(ja.home).isVisible()) await touch(button(ja.home));
  await expect(doors()).toBeVisible();
  // On a kiosk just started no visit has begun yet.
  await page.keyboard.press('Shift');
}

async function openSearch(): Promise<void> {
  await arrive();
  await touch(page.getByRole('button', { name: new RegExp(`^${ja.search}`) }));
}

const question = () => page.getByRole('alertdialog', { name: rest.still });
const resting = () => page.locator('.rest');
const doors = () => page.getByRole('navigation', { name: home.doors });
const button = (name: string) => page.getByRole('button', { name, exact: true }).first();

/** From wherever the last test left the kiosk to its resting screen. */
async function untilResting(): Promise<void> {
  await expect(resting()).toBeVisible({ timeout: (IDLE_S + ASK_S + 8) * 1000 });
}

test('a kiosk nobody has touched shows home, then goes to rest without asking', async () => {
  await expect(doors()).toBeVisible();
  await untilResting();
  await expect(question()).toBeHidden();
  await expect(page.getByText(rest.touch, { exact: true })).toBeVisible();
  expect(await axeFaults(page, 'rest')).toEqual([]);
});

test('a touch anywhere begins at what was shown', async () => {
  const title = await page.locator('.rest-title').innerText();
  await touch(page.locator('.rest-title'));
  await expect(resting()).toBeHidden();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(button(ja.home)).toBeVisible();
});

test('whoever stops is asked, says yes, and is where they were', async () => {
  await openSearch();
  await expect(question()).toBeVisible({ timeout: (IDLE_S + 8) * 1000 });
  // Half transparent while it fades in, every colour would be too pale.
  await page.waitForTimeout(300);
  expect(await axeFaults(page, 'question')).toEqual([]);
  await touch(button(rest['go-on']));
  await expect(question()).toBeHidden();
  await expect(page.getByRole('textbox', { name: search.field })).toBeVisible();
  await expect(page.getByRole('textbox', { name: search.field })).toBeFocused();
});

test('while somebody types nobody is asked', async () => {
  await openSearch();
  for (let i = 0; i < IDLE_S + 2; i++) {
    await touch(
      page.getByRole('button', { name: [...CANARY][i % CANARY.length] ?? 'か', exact: true }).first(),
    );
    await page.waitForTimeout(900);
    await expect(question()).toBeHidden();
  }
});

test('after a visit nothing of it is left: words typed, language, size, colours, reach', async () => {
  await openSearch();
  await touch(button(ja.contrast));
  await touch(button(ja['text-size'].label.replace('{{percent}}', '100')));
  for (const letter of ['か', 'な', 'り', 'あ'])
    await touch(page.getByRole('button', { name: letter, exact: true }).first());
  await page.getByRole('textbox', { name: search.field }).fill(CANARY);
  await expect(page.getByText(`「${CANARY}」`, { exact: false }).first()).toBeVisible();
  await touch(button(ja.reach.on));
  await touch(button(ja.ruby));
  await touch(page.getByRole('button', { name: `日本語 – ${ja.language}` }));
  await touch(page.getByRole('dialog').getByRole('button', { name: 'English', exact: true }));
  await expect(page.locator('html')).toHaveAttribute('data-reach', 'true');
  await untilResting();
  const html = page.locator('html');
  expect(await page.content()).not.toContain(CANARY);
  expect(await page.evaluate(() => document.title)).toBe(ja.title);
  await expect(html).toHaveAttribute('lang', 'ja');
  for (const [name, value] of [
    ['text', '100'],
    ['contrast', 'normal'],
    ['reach', 'false'],
    ['ruby', 'false'],
  ] as const)
    await expect(html).toHaveAttribute(`data-${name}`, value);
  // The next visitor finds an empty field, and no way back into the visit before.
  await openSearch();
  await expect(page.getByRole('textbox', { name: search.field })).toHaveValue('');
  expect(await page.content()).not.toContain(CANARY);
});

test('who wishes to end ends at once, and the next begins in the language touched', async () => {
  await arrive();
  await expect(question()).toBeVisible({ timeout: (IDLE_S + 8) * 1000 });
  await touch(button(rest.leave));
  await expect(resting()).toBeVisible();
  await touch(page.getByRole('button', { name: restEn.touch, exact: true }));
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(button(en.home)).toBeVisible();
});
