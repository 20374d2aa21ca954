/** Captions of a film as text. Pure. */
import type { CueView } from '../../../content/pack/media-views.ts';

/** What is said at a moment; empty in a pause. Where cues overlap, the one that began last. */
export function captionAt(cues: readonly CueView[], atMs: number): string {
  return cues.findLast((cue) => cue.startMs <= atMs && atMs < cue.endMs)?.text ?? '';
}

/** `1:05` */
export function minutesText(durationMs: number): string {
  const seconds = Math.round(durationMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
