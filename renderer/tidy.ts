/**
 * Between two visits the page gives back what the visit used. By itself Chromium waits until hundreds of megabytes have
 * come together, spreads what is alive among them, and then tidies up for a tenth of a second under somebody's finger.
 */
import { quietPause } from './hold.ts';
import type { SessionClock } from './session-clock.ts';

/** The resting screen has come in by then. */
const AFTER_MS = 300;

/** V8's own, there by the switch in main/start.ts. Done by a task of its own no frame of ours can hold on to anything. */
type Collect = (how: { readonly type: 'major'; readonly execution: 'async' }) => Promise<void>;

/** Called once. Without the switch, as in another browser, nothing is done. */
export function tidyAfterVisits(
  session: Pick<SessionClock, 'listen'>,
  collect = (globalThis as { readonly gc?: Collect }).gc,
): void {
  if (collect === undefined) return;
  session.listen((event) => {
    if (event.kind === 'ended') void tidy(collect);
  });
}

async function tidy(collect: Collect): Promise<void> {
  await quietPause(AFTER_MS);
  await collect({ type: 'major', execution: 'async' });
}
