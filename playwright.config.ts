/**
 * End-to-end tests: they start the real kiosk (build/electron/launch.ts) and connect to it, so no
 * browser of Playwright's own is ever downloaded. One at a time: there is one screen to look at.
 */
import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'build/out/e2e',
  workers: 1,
  retries: 0,
  // Beside the unit tests all takes its time; this only ends what hangs.
  timeout: 120_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'build/out/reports/playwright.json' }]],
});
