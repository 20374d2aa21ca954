/** Figures as staff read them: bytes, waits, moments. Pure. */
import { tokyoDay, tokyoMinute } from '../../../content/pack/days.ts';
import type { Day } from '../../../content/pack/types.ts';

/** `1.2 GB`, `340 MB`; decimal, as on the packaging of a stick. */
export function bytesText(bytes: number): string {
  if (bytes >= 1e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  return `${bytes >= 1e7 ? Math.round(bytes / 1e6) : (bytes / 1e6).toFixed(1)} MB`;
}

/** Minutes and seconds, rounded up to the next second. */
export function minutesOf(ms: number): { readonly minutes: number; readonly seconds: number } {
  const seconds = Math.ceil(ms / 1000);
  return { minutes: Math.floor(seconds / 60), seconds: seconds % 60 };
}

/** A day that no line breaks in the middle of: a word joiner behind each hyphen. */
export function dayText(day: Day | null): string {
  return day === null ? '–' : day.replaceAll('-', '-\u2060');
}

/** `2026-04-01 09:30` in Tokyo. */
export function momentText(ms: number): string {
  return `${dayText(tokyoDay(ms))} ${tokyoMinute(ms)}`;
}

/** A quarter of an hour on or back, `00:00`..`23:45`. */
export function stepTime(time: string, quarters: number): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const at = Math.min(95, Math.max(0, Math.round((hours * 60 + minutes) / 15) + quarters));
  return `${String(Math.floor(at / 4)).padStart(2, '0')}:${String((at % 4) * 15).padStart(2, '0')}`;
}
