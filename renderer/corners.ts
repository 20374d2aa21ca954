/** The staff's gesture: two opposite corners of the screen held for a while. Pure. */

export type Point = { readonly x: number; readonly y: number };
export type Size = { readonly width: number; readonly height: number };

/** Share of the shorter side that counts as a corner. */
const CORNER = 0.14;
/** Long enough that no playing child does it, short enough to hold. */
export const HOLD_MS = 5_000;

/** Whether a finger lies in two corners that face each other. */
export function isHoldingCorners(fingers: readonly Point[], { width, height }: Size): boolean {
  const reach = Math.min(width, height) * CORNER;
  const corners = new Set(
    fingers.map(({ x, y }) => {
      const side = x <= reach ? 'left' : x >= width - reach ? 'right' : '';
      const edge = y <= reach ? 'top' : y >= height - reach ? 'bottom' : '';
      return `${edge} ${side}`;
    }),
  );
  return (
    (corners.has('top left') && corners.has('bottom right')) ||
    (corners.has('top right') && corners.has('bottom left'))
  );
}
