import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOneColour, type Look, watchScreen } from '../../../main/recovery/eyes.ts';

const picture = (bytes: readonly number[]): Look => ({
  isEmpty: () => bytes.length === 0,
  toBitmap: () => Uint8Array.from(bytes),
});
const PAPER = [241, 248, 251, 255];
const INK = [48, 36, 27, 255];
const WHITE = picture([...PAPER, ...PAPER, ...PAPER]);
const PAGE = picture([...PAPER, ...INK, ...PAPER]);

describe('isOneColour', () => {
  it('is true for one colour all over, a little blur included', () => {
    expect(isOneColour(WHITE)).toBe(true);
    expect(isOneColour(picture([...PAPER, 238, 246, 250, 255]))).toBe(true);
  });

  it('is false as soon as one point differs', () => {
    expect(isOneColour(PAGE)).toBe(false);
    const anywhere = fc.nat({ max: 99 });
    fc.assert(
      fc.property(anywhere, (at) => {
        const points = Array.from({ length: 100 }, (_, i) => (i === at ? INK : PAPER));
        expect(isOneColour(picture(points.flat()))).toBe(false);
      }),
    );
  });

  it('takes no picture for no blank screen: the display may be off', () => {
    expect(isOneColour(picture([]))).toBe(false);
  });
});

describe('watchScreen', () => {
  /** Shows the pictures one after the other, the last for ever. @returns how often a blank was told */
  async function watched(looks: readonly (Look | Error)[]): Promise<number> {
    let blanks = 0;
    let next = 0;
    const stop = watchScreen({
      look: async () => {
        const look = looks[Math.min(next++, looks.length - 1)];
        if (look instanceof Error || look === undefined) throw look;
        return look;
      },
      onBlank: () => {
        blanks += 1;
      },
      everyMs: 5,
      againMs: 2,
    });
    await wait(80);
    stop();
    return blanks;
  }

  it('tells of a screen that was blank twice in a row, once', async () => {
    expect(await watched([PAGE, WHITE, WHITE])).toBe(1);
  });

  it('forgives one blank look, and a screen that cannot be looked at', async () => {
    expect(await watched([WHITE, PAGE, WHITE, PAGE, PAGE])).toBe(0);
    expect(await watched([new Error('no surface')])).toBe(0);
  });
});
