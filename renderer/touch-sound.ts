/**
 * A short soft sound under the finger, for halls whose staff turned it on: a wooden knock, made here and not
 * recorded. Silent by default; nothing is opened before the first touch that is to be heard.
 */

/** Seconds: over before the next screen stands. */
const LENGTH_S = 0.07;
/** Hertz, from the knock to its end: low enough to be no beep. */
const FROM_HZ = 520;
const TO_HZ = 260;
/** Loudest of all, of 1: beside a film it stays in the background. */
const LOUDEST = 0.3;

/** The gain for a volume in percent. Ears hear in ratios: half the percent is to sound half as loud. */
export function gainOf(volume: number): number {
  return LOUDEST * (Math.min(100, Math.max(0, volume)) / 100) ** 2;
}

/** Whether what was pressed does something: a button that is not switched off. */
export function answersTouch(target: EventTarget | null): boolean {
  const button = target instanceof Element ? target.closest('button') : null;
  return button !== null && !button.disabled && button.getAttribute('aria-disabled') !== 'true';
}

/** The part of WebAudio that is used. */
export type Speaker = Pick<AudioContext, 'currentTime' | 'destination' | 'createOscillator' | 'createGain'>;

export function knock(speaker: Speaker, volume: number): void {
  const start = speaker.currentTime;
  const end = start + LENGTH_S;
  const tone = speaker.createOscillator();
  const gain = speaker.createGain();
  tone.type = 'sine';
  tone.frequency.setValueAtTime(FROM_HZ, start);
  tone.frequency.exponentialRampToValueAtTime(TO_HZ, end);
  gain.gain.setValueAtTime(gainOf(volume), start);
  // To nearly nothing: cut off at once it would click.
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  tone.connect(gain).connect(speaker.destination);
  tone.start(start);
  tone.stop(end);
}

/** Called once. @param volume in percent, asked at each touch; 0 is silence */
export function installTouchSound(page: Document, volume: () => number, open: () => Speaker): void {
  let speaker: Speaker | undefined;
  const hear = (event: Event) => {
    const now = volume();
    if (now === 0 || !answersTouch(event.target)) return;
    speaker ??= open();
    knock(speaker, now);
  };
  page.addEventListener('click', hear, { capture: true });
}
