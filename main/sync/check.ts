/**
 * Looks at the content once more after the start, with SQLite's own check, in a process beside the screen.
 * What is shown is proven to the byte before it is shown; this finds a pack that was damaged when it was made.
 */
import type { Content } from '../content.ts';
import type { Log } from '../log.ts';
import type { StartProcess } from './process.ts';

/** The screen stands, and visitors who waited for it have been served. */
const AFTER_MS = 45_000;

export type CheckOptions = {
  readonly content: Content;
  readonly start: StartProcess;
  /** Another set, or less of the same, is shown from now on. */
  readonly changed: () => void;
  readonly log: Log;
};

/** @returns ends it */
export function checkAfterStart(options: CheckOptions): () => void {
  const timer = setTimeout(() => check(options), AFTER_MS);
  timer.unref();
  return () => clearTimeout(timer);
}

export function check({ content, start, changed, log }: CheckOptions): void {
  const child = start();
  child.hear((message) => {
    if (message.say !== 'ended') return;
    child.kill();
    const { outcome } = message;
    if (!outcome.ok || !('faults' in outcome) || outcome.faults.length <= knownFaults(content)) return;
    log.write('error', 'content damaged', outcome.faults);
    content.lookClosely().then(changed, (error: unknown) => log.write('error', 'content not opened', error));
  });
  // A process that died says nothing about the content.
  child.onEnd((code) => log.write('info', 'content checked', { code }));
  child.tell({ say: 'begin', order: { job: 'check', dataDir: content.folder() } });
}

function knownFaults(content: Content): number {
  const opened = content.opened();
  return opened.ok ? opened.library.faults.length : opened.faults.length;
}
