/** The screen is filled, whatever screen it is. */
import { expect, test } from '@playwright/test';
import { startKiosk } from './kiosk.ts';

for (const screen of [
  { width: 1366, height: 768 },
  { width: 1080, height: 1920 },
]) {
  test(`a screen of ${screen.width} × ${screen.height} is filled to its edges`, async () => {
    const started = await startKiosk({ screen });
    try {
      await expect(started.page.locator('#screen')).toContainText('地図でさがす');
      const shown = await started.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
      expect(shown.width).toBe(screen.width);
      // One row may lie below the edge (main/window.ts); none may be missing.
      expect([screen.height, screen.height + 1]).toContain(shown.height);
      const wide = await started.page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(screen.width);
    } finally {
      await started.stop();
    }
  });
}
