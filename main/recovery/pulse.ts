/**
 * Tells the supervisor above us (build/hall/renkei-supervise) that the kiosk is alive: one line on the pipe
 * named by RENKEI_PULSE_FD for every answer of the page. Silence makes the supervisor start us anew.
 */
import { write } from 'node:fs';

/** Node's `write`, as far as it is used; it tells when it is through, whatever came of it. */
export type WriteLine = (fd: number, text: string, through: () => void) => void;

/** @returns a function to call at every answer of the page; it does nothing where nobody listens */
export function openPulse(
  env: Readonly<Record<string, string | undefined>>,
  writeLine: WriteLine = write,
): () => void {
  const fd = Number(env['RENKEI_PULSE_FD']);
  if (!Number.isInteger(fd) || fd < 3) return () => undefined;
  let under = false;
  return () => {
    // A supervisor that does not read must not fill our memory with waiting writes.
    if (under) return;
    under = true;
    writeLine(fd, '\n', () => {
      under = false;
    });
  };
}

/** Whether somebody starts us anew when we end. */
export function isSupervised(env: Readonly<Record<string, string | undefined>>): boolean {
  return env['RENKEI_PULSE_FD'] !== undefined;
}
