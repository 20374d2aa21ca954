/**
 * Looks at the screen: a page may be alive and yet show nothing but one colour, which no heartbeat notices.
 * Every page of ours has text on it, so one colour all over is a fault.
 */

/** A picture of the screen made small. */
export type Look = {
  readonly isEmpty: () => boolean;
  /** Four bytes a point, in any order of colours. */
  readonly toBitmap: () => Uint8Array;
};

/** Colours closer than this are the same: scaling a picture down blurs its edges. */
const TOLERANCE = 6;
const BYTES_PER_POINT = 4;

/** True when every point has the colour of the first. An empty picture says nothing: the display may be off. */
export function isOneColour(look: Look): boolean {
  if (look.isEmpty()) return false;
  const bytes = look.toBitmap();
  for (let i = BYTES_PER_POINT; i < bytes.length; i++) {
    const first = bytes[i % BYTES_PER_POINT] ?? 0;
    if (Math.abs((bytes[i] ?? 0) - first) > TOLERANCE) return false;
  }
  return bytes.length > 0;
}

export type WatchOptions = {
  readonly look: () => Promise<Look>;
  readonly onBlank: () => void;
  readonly everyMs?: number;
  /** A page that has just come may still be drawing: two looks must agree, so far apart. */
  readonly againMs?: number;
};

const EVERY_MS = 60_000;
const AGAIN_MS = 5_000;

/** Starts looking, the first time after `againMs`. @returns a function that stops it */
export function watchScreen({
  look,
  onBlank,
  everyMs = EVERY_MS,
  againMs = AGAIN_MS,
}: WatchOptions): () => void {
  let stopped = false;
  let blankBefore = false;

  async function check(): Promise<void> {
    const blank = await look().then(isOneColour, () => false);
    if (stopped) return;
    if (blank && blankBefore) return onBlank();
    blankBefore = blank;
    timer = setTimeout(check, blank ? againMs : everyMs);
  }

  let timer = setTimeout(check, againMs);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
