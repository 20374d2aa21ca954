/** Paints the sea: waves in the manner of 青海波, which stay where they are on the water when the map is moved. */
import type { Frame } from './frame.ts';
import { ORIGIN, PLANE_ZOOM } from './plane.ts';
import type { MapTheme } from './theme.ts';

/** One repeat of the pattern, units of its own; half as high as wide. */
const WIDTH = 64;
const HEIGHT = 32;
/** The rings of one wave, outside in. */
const RINGS = [
  { radius: 31, white: 0.5 },
  { radius: 24, white: 0.4 },
  { radius: 17, white: 0.33 },
  { radius: 10, white: 0.25 },
] as const;
const LINE = 1.2;
/** Between two rows; every other row is shifted by half a wave. */
const ROW = 16;

/** @param waveWidth one repeat, CSS pixels */
export function paintSea(frame: Frame, theme: MapTheme, waveWidth: number): void {
  const { ctx, width, height } = frame;
  ctx.fillStyle = theme.sea;
  ctx.fillRect(0, 0, width, height);
  if (!theme.waves) return;
  const density = ctx.getTransform().a;
  const repeat = repeatOf(theme.sea, Math.max(2, 2 * Math.round((waveWidth * density) / 2)));
  const pattern = repeat && ctx.createPattern(repeat, 'repeat');
  if (!repeat || !pattern) return;
  const [wide, high] = [repeat.width / density, repeat.height / density];
  const { x, y } = cornerOf(frame);
  const [dx, dy] = [-(((x % wide) + wide) % wide), -(((y % high) + high) % high)];
  pattern.setTransform(new DOMMatrix([1 / density, 0, 0, 1 / density, dx, dy]));
  ctx.fillStyle = pattern;
  ctx.fillRect(0, 0, width, height);
}

/** Pixels of the whole world where the canvas begins. */
function cornerOf({ zoom, dx, dy }: Frame): { readonly x: number; readonly y: number } {
  const world = 2 ** (zoom - PLANE_ZOOM);
  return { x: Math.round(ORIGIN.x * world - dx), y: Math.round(ORIGIN.y * world - dy) };
}

let made: { readonly key: string; readonly canvas: OffscreenCanvas } | null = null;

/** @param pixels width of one repeat on the screen, even */
function repeatOf(sea: string, pixels: number): OffscreenCanvas | null {
  const key = `${sea} ${pixels}`;
  if (made?.key === key) return made.canvas;
  const canvas = new OffscreenCanvas(pixels, pixels / 2);
  const ctx = canvas.getContext('2d');
  if (ctx === null) return null;
  ctx.scale(pixels / WIDTH, pixels / WIDTH);
  ctx.fillStyle = sea;
  ctx.lineWidth = LINE;
  // Lower rows cover the upper ones, from two rows above the repeat to three below.
  for (let row = -2; row * ROW <= HEIGHT + 3 * ROW; row += 1) {
    const shift = row % 2 === 0 ? WIDTH / 2 : 0;
    for (let x = shift - WIDTH; x <= WIDTH * 2; x += WIDTH) {
      for (const { radius, white } of RINGS) {
        ctx.strokeStyle = `rgb(255 255 255 / ${white})`;
        ctx.beginPath();
        ctx.arc(x, row * ROW, radius, 0, 2 * Math.PI);
        ctx.fill();
        ctx.stroke();
      }
    }
  }
  made = { key, canvas };
  return canvas;
}
