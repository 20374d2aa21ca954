/** A QR code as one path of dark squares. Pure: no canvas, no image, nothing but what was handed in. */
import { create } from 'qrcode';

export type QrDrawing = {
  /** Side in modules, quiet zone included. */
  readonly size: number;
  /** Path data of the dark modules; one unit is one module. */
  readonly path: string;
};

/** White modules around the code; scanners want four. */
export const QUIET_ZONE = 4;

/** Medium correction: a code behind glass with a reflection on it is still read. */
const CORRECTION = 'M';

/** @throws when the text does not fit into any code (some 2,300 bytes) */
export function drawQr(text: string): QrDrawing {
  const { modules } = create([{ data: new TextEncoder().encode(text), mode: 'byte' }], {
    errorCorrectionLevel: CORRECTION,
  });
  const { size, data } = modules;
  const runs: string[] = [];
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; ) {
      let end = x;
      while (end < size && data[y * size + end] === 1) end++;
      if (end > x) runs.push(`M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${end - x}v1H${x + QUIET_ZONE}z`);
      x = Math.max(end, x + 1);
    }
  }
  return { size: size + 2 * QUIET_ZONE, path: runs.join('') };
}
