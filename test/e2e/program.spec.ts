/**
 * The hall changes its exhibition by itself: the real kiosk crosses Tokyo midnight at the end of a year, with
 * nobody there and with a visitor in the middle of a page; a clock that cannot be right is told to staff.
 */
import { expect, test } from '@playwright/test';
import { programOf, putProgram, stay } from '../helpers/program.ts';
import { copyOfData, type Started, startKiosk } from './kiosk.ts';

const stays = [
  stay('hiroshima-9', 'kusei-kaikan', '2027-11-01', '2027-12-31'),
  stay('ten-years', 'kusei-kaikan', '2028-01-01', '2028-02-29'),
];

/** A kiosk on the program above whose clock begins at `now`; removed with its data when `look` is done. */
async function atMoment(now: string, look: (started: Started) => Promise<void>): Promise<void> {
  const data = copyOfData();
  putProgram(data.folder, programOf(stays));
  try {
    const started = await startKiosk({ data: data.folder, args: ['--now', now] });
    try {
      await look(started);
    } finally {
      await started.stop();
    }
  } finally {
    data.remove();
  }
}

const hero = ({ page }: Started) => page.locator('.poster-hero');

test('at midnight home changes to the next exhibition, without a new start of the page', async () => {
  await atMoment('2027-12-31T23:59:40+09:00', async (started) => {
    await expect(hero(started)).toContainText('広島9町');
    await expect(hero(started)).toContainText('いま この会場で');
    await expect(hero(started)).toContainText('つぎは');
    await expect(hero(started)).toContainText('2028年1月1日(土)から');
    await started.page.evaluate(() => Object.assign(globalThis, { stillHere: true }));
    const title = hero(started).locator('.poster-title');
    await expect(title).toContainText('10年の歩み', { timeout: 40_000 });
    await expect(hero(started)).toContainText('2月29日(火)まで');
    expect(await started.page.evaluate(() => Reflect.get(globalThis, 'stillHere'))).toBe(true);
    expect(started.complaints).toEqual([]);
  });
});

test('a visitor’s page stays at midnight; home then has the new day', async () => {
  await atMoment('2027-12-31T23:59:40+09:00', async (started) => {
    const { page } = started;
    await hero(started).click();
    const title = page.locator('main h1').first();
    await expect(title).toContainText('広島9町');
    // Until the machine itself says the new day, and a little longer.
    await expect
      .poll(
        () =>
          page.evaluate(async () => {
            const kiosk = Reflect.get(globalThis, 'kiosk');
            return (await kiosk.call('kiosk:read', { lang: 'ja' })).value.today;
          }),
        { timeout: 40_000 },
      )
      .toBe('2028-01-01');
    await page.waitForTimeout(2_000);
    await expect(title).toContainText('広島9町');
    await page.getByRole('button', { name: 'はじめに戻る' }).first().click();
    await expect(hero(started)).toContainText('10年の歩み');
  });
});

test('after a month switched off the right exhibition stands from the first picture on', async () => {
  await atMoment('2028-02-29T23:00:00+09:00', async (started) => {
    await expect(hero(started)).toContainText('10年の歩み');
    await expect(hero(started)).toContainText('2月29日(火)まで');
  });
});

test('a clock of 1970 is not believed, and staff are asked to look at the date', async () => {
  await atMoment('1970-01-01T09:00:00+09:00', async (started) => {
    await expect(started.page.getByText('日付を確認してください').first()).toBeVisible();
    await expect(hero(started)).toBeVisible();
  });
});
