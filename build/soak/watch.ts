/** What goes wrong while visitors come: the page's complaints, the kiosk's own log, restarts. */
import type { Page } from '@playwright/test';

export type Watch = {
  /** Since the start; each once. */
  readonly errors: readonly string[];
  /** Rungs of recovery taken. */
  readonly restarts: () => number;
  /** Adds what the kiosk has said. Call often enough: it keeps its last lines only. */
  readonly read: (output: string) => void;
  readonly add: (error: string) => void;
};

export function watchOver(page: Page): Watch {
  const errors: string[] = [];
  const known = new Set<string>();
  let restarts = 0;
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => errors.push(`page: ${String(error)}`));
  page.on('requestfailed', (request) => {
    // Pictures of a page just left are given up; that is no failure.
    const why = request.failure()?.errorText ?? '';
    if (!why.includes('ERR_ABORTED')) errors.push(`request: ${request.url()} ${why}`);
  });
  page.on('crash', () => errors.push('page crashed'));
  return {
    errors,
    restarts: () => restarts,
    add: (error) => void errors.push(error),
    read: (output) => {
      for (const { id, level, what, line } of entriesOf(output)) {
        if (known.has(id)) continue;
        known.add(id);
        if (what === 'recovery') restarts += 1;
        if (level === 'error') errors.push(`log: ${line}`);
      }
    },
  };
}

type Entry = { readonly id: string; readonly level: string; readonly what: string; readonly line: string };

/** Lines of the kiosk's log; all others are Chromium's. */
export function entriesOf(output: string): readonly Entry[] {
  return output.split('\n').flatMap((line) => {
    if (!line.startsWith('{"at":')) return [];
    try {
      const { id, level, what } = JSON.parse(line) as Entry;
      return [{ id, level, what, line }];
    } catch {
      return [];
    }
  });
}
