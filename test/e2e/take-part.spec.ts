/** 「さんかする」: one vote, one stamp, three answers; counted as numbers, once. */
import { expect, type Page, test } from '@playwright/test';
import ja from '../../renderer/words/ja/common.json' with { type: 'json' };
import home from '../../renderer/words/ja/home.json' with { type: 'json' };
import words from '../../renderer/words/ja/take-part.json' with { type: 'json' };
import { type Started, startKiosk } from './kiosk.ts';
import { type Finger, fingerOf } from './touch.ts';

let started: Started;
let page: Page;
let touch: Finger;

test.beforeAll(async () => {
  started = await startKiosk({ args: ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20'] });
  page = started.page;
  touch = await fingerOf(page);
  await touch(page.getByRole('button', { name: new RegExp(`^${home.events}`) }));
  await touch(page.getByRole('button', { name: ja['take-part'], exact: true }));
});
test.afterAll(async () => {
  expect(started.complaints).toEqual([]);
  await started.stop();
});

const button = (name: string) => page.getByRole('button', { name, exact: true });

test('a vote is taken once, and small numbers are not shown', async () => {
  await expect(page.getByRole('heading', { name: words['vote-ask'] })).toBeVisible();
  await touch(page.locator('.take-town').nth(1));
  await expect(page.getByRole('heading', { name: words['vote-thanks'] })).toBeVisible();
  await expect(page.getByText(words.small)).toBeVisible();
  await touch(page.locator('.take-town').nth(2));
  await expect(page.locator('.take-town[aria-pressed="true"]')).toHaveCount(1);
});

test('a right answer draws a stamp, a wrong one says what is right', async () => {
  await touch(button(words.part.quiz));
  await expect(page.locator('.take-stamp').first()).toBeVisible();
  const total = await page.locator('.take-stamp').count();
  expect(total).toBeGreaterThan(0);
  for (let i = 0; i < total; i++) {
    await touch(page.locator('.take-choice').first());
    await expect(page.locator('.take-choice[data-mark="right"]')).toHaveCount(1);
    await expect(page.locator('.take-verdict')).toBeVisible();
    await touch(button(words['quiz-next']));
  }
  const drawn = await page.locator('.take-stamp[data-given="true"]').count();
  await expect(
    page.getByRole('heading', { name: words['quiz-done_other'].replace('{{count}}', String(drawn)) }),
  ).toBeVisible();
});

test('three questions, one touch each, and thanks', async () => {
  await touch(button(words.part.survey));
  for (const question of Object.values(words.survey)) {
    await expect(page.getByRole('heading', { name: question })).toBeVisible();
    await touch(button(words.answer.yes));
  }
  await expect(page.getByRole('heading', { name: words['survey-thanks'] })).toBeVisible();
});
