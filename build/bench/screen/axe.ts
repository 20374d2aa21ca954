/** axe in the page of the kiosk: put in once, asked as often as one likes. */
import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** Longer than any press, change of colour or coming of words; what moves on and on is looked at as it is. */
const MOST_MOTION_MS = 2_500;

type Axe = { readonly axe: typeof axe };

/**
 * All rules of WCAG 2.2 A and AA and axe's own good practice, on what is shown now.
 *
 * @param where begins each line @returns one line per element at fault, empty when there is none
 */
export async function axeFaults(page: Page, where: string): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  // A button that shows its press, colours or words on their way are not what anybody reads.
  await page.waitForFunction(isStill, undefined, { timeout: MOST_MOTION_MS }).catch(() => undefined);
  const violations = await page.evaluate(async () => {
    const found = await (globalThis as unknown as Axe).axe.run({ resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`),
    }));
  });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${where}: ${id} ${node}`));
}

/** Runs in the page: what ends within two seconds has ended. */
function isStill(): boolean {
  const moves = document
    .getAnimations()
    .some((it) => it.playState === 'running' && Number(it.effect?.getComputedTiming().endTime) < 2_000);
  return !moves && document.querySelector('[data-pressed]') === null;
}
