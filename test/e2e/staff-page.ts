/** The staff's side as staff use it: the gesture, the PIN, its parts; and the door behind it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { axeFaults } from '../../build/bench/screen/axe.ts';
import ja from '../../renderer/words/ja/staff.json' with { type: 'json' };

export const PIN = '271828';
/** So long are two corners held, and a little more. */
export const HELD_MS = 5_400;
/** Where screenshots go, for whoever wants to look at the panel; none when left out. */
const SHOTS = process.env['RENKEI_SHOTS'];

/** Two fingers in corners that face each other, for so long. */
export async function holdCorners(page: Page, ms = HELD_MS): Promise<void> {
  const { width, height } = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const touchPoints = [
    { x: 12, y: 12, id: 0 },
    { x: width - 12, y: height - 12, id: 1 },
  ];
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.waitForTimeout(ms);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await cdp.detach();
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** On the kiosk's own keys. */
export async function enter(page: Page, pin: string, done = ja.pin.open): Promise<void> {
  for (const digit of pin) await button(page, digit).click();
  await button(page, done).click();
}

export async function openPart(page: Page, name: string): Promise<void> {
  await button(page, name).click();
  await expect(button(page, name)).toHaveAttribute('aria-pressed', 'true');
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page, 'staff')).toEqual([]);
}

export async function shoot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  mkdirSync(SHOTS, { recursive: true });
  const cdp = await page.context().newCDPSession(page);
  for (const [width, height] of [
    [1920, 1080],
    [1080, 1920],
  ] as const) {
    await cdp.send('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    await page.waitForTimeout(400);
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
  await cdp.send('Emulation.clearDeviceMetricsOverride');
  await cdp.detach();
}

/** Calls through the door from the page, as a page that was taken over would. */
export function callDoor(page: Page, name: string, request: unknown): Promise<unknown> {
  return page.evaluate(
    ([call, asked]) => {
      const { kiosk } = globalThis as unknown as {
        kiosk: { call: (name: string, request: unknown) => Promise<unknown> };
      };
      return kiosk.call(String(call), asked);
    },
    [name, request],
  );
}
