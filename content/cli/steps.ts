/** Shows how far a run is: one line that is written over on a screen, few lines elsewhere. */
import type { MakeStep } from '../author/make.ts';
import type { Terminal } from './main.ts';

export type StepPrinter = {
  readonly show: (step: MakeStep) => void;
  /** Call before anything else is printed. */
  readonly clear: () => void;
};

/** Up one line and empty it. */
const WRITE_OVER = '\x1b[1A\x1b[2K';
/** A screen is not redrawn more often than the eye follows. */
const REDRAW_MS = 100;

export function stepPrinter(terminal: Terminal, nowMs: () => number): StepPrinter {
  let open = false;
  let shownAtMs = Number.NEGATIVE_INFINITY;
  let stage: MakeStep['stage'] | undefined;
  return {
    show: (step) => {
      const isNew = step.stage !== stage || isLast(step);
      // A file or a pipe gets what begins and what ends, and every pack.
      if (!terminal.live && !isNew && step.stage !== 'packs') return;
      if (terminal.live && !isNew && nowMs() - shownAtMs < REDRAW_MS) return;
      stage = step.stage;
      shownAtMs = nowMs();
      terminal.err(`${terminal.live && open ? WRITE_OVER : ''}${lineOf(step)}`);
      open = true;
    },
    clear: () => {
      if (terminal.live && open) terminal.err(`${WRITE_OVER}\x1b[1A`);
      open = false;
    },
  };
}

function isLast(step: MakeStep): boolean {
  return step.stage !== 'reading' && step.done === step.total;
}

function lineOf(step: MakeStep): string {
  switch (step.stage) {
    case 'reading':
      return '原稿を読んでいます';
    case 'pictures':
      return `${barOf(step.done, step.total)} 写真 ${step.done}/${step.total} ${step.name}${left(step.leftMs)}`;
    case 'pages':
      return `${barOf(step.done, step.total)} 紙面 ${step.done}/${step.total} ${step.name}${left(step.leftMs)}`;
    case 'packs':
      return step.packId === ''
        ? `${barOf(step.done, step.total)} ${step.total}個のパックができました`
        : `${barOf(step.done, step.total)} ${step.packId} をつくっています`;
  }
}

const BAR_LENGTH = 20;

/** As many squares as there are things, 20 at most. */
export function barOf(done: number, total: number): string {
  const length = Math.min(total, BAR_LENGTH);
  const full = total === 0 ? 0 : Math.floor((done / total) * length);
  return '■'.repeat(full) + '□'.repeat(length - full);
}

function left(leftMs: number | null): string {
  if (leftMs === null || leftMs <= 0) return '';
  const seconds = Math.ceil(leftMs / 1000);
  return seconds < 90 ? `（あと約${seconds}秒）` : `（あと約${Math.ceil(seconds / 60)}分）`;
}
