/** Unit tests: everything in test/ but the end-to-end tests, which Playwright runs. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', '**/node_modules/**'],
    environment: 'node',
    // Native modules and chdir want real processes; two suit the smallest machines.
    pool: 'forks',
    maxWorkers: 2,
    // Tests start npm, Electron and shells for real. These limits end what hangs; a busy machine must not fail.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
