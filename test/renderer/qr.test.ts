/** The codes are read back by another program: what a visitor's camera finds is what was put in. */
import jsQR from 'jsqr';
import { describe, expect, it } from 'vitest';
import { drawQr, QUIET_ZONE } from '../../renderer/qr.ts';

/** Pixels per module. */
const SCALE = 4;

/** The drawing as pixels, the way the screen fills the path. */
function photograph({ size, path }: ReturnType<typeof drawQr>): string | null {
  const side = size * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x = '', y = '', width = ''] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\d+z/g)) {
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      for (let column = Number(x) * SCALE; column < (Number(x) + Number(width)) * SCALE; column++) {
        pixels.fill(0, (row * side + column) * 4, (row * side + column) * 4 + 3);
      }
    }
  }
  const found = jsQR(pixels, side, side);
  return found === null ? null : new TextDecoder().decode(Uint8Array.from(found.binaryData));
}

describe('drawQr', () => {
  it.each([
    'https://www.vill.tsurui.lg.jp/',
    'https://www.city.arakawa.tokyo.jp/event?id=20261126&lang=ja#access',
    'https://日本.jp/まち/鶴居村',
    `https://example.jp/${'a'.repeat(380)}`,
  ])('is read back letter for letter: %s', (text) => {
    expect(photograph(drawQr(text))).toBe(text);
  });

  it('leaves four white modules on every side', () => {
    const { size, path } = drawQr('https://example.jp/');
    const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map(([, x, y, width]) => [
      Number(x),
      Number(y),
      Number(x) + Number(width),
    ]);
    for (const [x = 0, y = 0, end = 0] of runs) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(QUIET_ZONE);
      expect(Math.max(end, y + 1)).toBeLessThanOrEqual(size - QUIET_ZONE);
    }
  });
});
