/** Hostile content on the real screen: nothing runs, nothing is asked for from outside, nothing hangs. */
import { expect, type Page, test } from '@playwright/test';
import { randomOf } from '../../content/author/synth/random.ts';
import { openLibrary } from '../../content/store/library.ts';
import { missingTools, openScene, type Scene } from './escape/scene.ts';
import { hostileData, MARK } from './hostile-data.ts';

const LONG = process.env['RENKEI_LONG'] === '1';
const STEPS = LONG ? 60 : 30;
const HALL = ['--venue', 'arakawa-kuyakusho', '--today', '2020-11-20'];

let data: ReturnType<typeof hostileData>;
let scene: Scene;

test.skip(missingTools() !== null, missingTools() ?? '');
test.describe.configure({ timeout: LONG ? 600_000 : 120_000 });
test.beforeAll(async () => {
  data = hostileData();
  scene = await openScene({ args: HALL, data: data.folder });
});
test.afterAll(async () => {
  await scene?.stop();
  data?.remove();
});

/** Touches a button that can be seen, chosen by `roll`. @returns what stood on it */
async function touchAnything(page: Page, roll: () => number): Promise<string> {
  const buttons = await page.locator('button:visible:enabled').all();
  const button = buttons[Math.floor(roll() * buttons.length)];
  if (button === undefined) return 'nothing to touch';
  const name = await button.innerText({ timeout: 2_000 }).catch(() => '?');
  await button.click({ timeout: 2_000 }).catch(() => undefined);
  return name.slice(0, 40);
}

test('the content is within bounds, so that it does come to the screen', () => {
  const opened = openLibrary(data.folder);
  expect(opened.ok && opened.library.faults).toEqual([]);
  if (opened.ok) opened.library.close();
});

test('a visitor who touches everything meets text and nothing else', async () => {
  const { page } = scene.started;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const roll = randomOf(20_161_113);
  const way: string[] = [];
  for (let step = 0; step < STEPS; step++) {
    way.push(await touchAnything(page, roll));
    // A page that hangs would not answer.
    const seen = await page.evaluate(
      (mark) => ({
        hit: mark in window,
        foreign: document.querySelectorAll('iframe, object, embed, main script, main style, a[href]').length,
        broken: document.querySelector('#screen')?.childElementCount === 0,
      }),
      MARK,
    );
    expect(seen, way.join(' › ')).toEqual({ hit: false, foreign: 0, broken: false });
  }
  expect(asked.filter((url) => !/^(app|media|data):/.test(url))).toEqual([]);
  // Pictures that are none are not given; everything else is as quiet as ever.
  expect(scene.started.complaints.filter((one) => !/404|media:/.test(one))).toEqual([]);
});
