/** The knock under the finger, with a speaker that writes down what it is asked to play. */
import { describe, expect, it } from 'vitest';
import { gainOf, installTouchSound, knock, type Speaker } from '../../renderer/touch-sound.ts';

function speakerOf() {
  const played: string[] = [];
  const param = (name: string) => ({
    setValueAtTime: (value: number, at: number) => played.push(`${name} ${value} at ${at}`),
    exponentialRampToValueAtTime: (value: number, at: number) => played.push(`${name} to ${value} at ${at}`),
  });
  const node = (made: object) => ({ ...made, connect: (next: unknown) => next });
  const speaker = {
    currentTime: 2,
    destination: node({}),
    createGain: () => node({ gain: param('gain') }),
    createOscillator: () =>
      node({
        frequency: param('tone'),
        start: (at: number) => played.push(`start ${at}`),
        stop: (at: number) => played.push(`stop ${at}`),
      }),
  };
  return { played, speaker: speaker as unknown as Speaker };
}

/** A page that keeps its one listener, and elements as far as the sound looks at them. */
function pageOf() {
  let heard = (_event: { readonly target: unknown }): void => undefined;
  const page = { addEventListener: (_name: string, listener: typeof heard) => (heard = listener) };
  return { page: page as unknown as Document, touch: (target: unknown) => heard({ target }) };
}

class FakeElement {
  readonly disabled: boolean;
  readonly off: string | null;
  constructor(disabled = false, off: string | null = null) {
    this.disabled = disabled;
    this.off = off;
  }
  closest(): this {
    return this;
  }
  getAttribute(): string | null {
    return this.off;
  }
}
Object.assign(globalThis, { Element: FakeElement });

describe('knock', () => {
  it('is short, falls, ends in silence and is as loud as staff set it', () => {
    const { played, speaker } = speakerOf();
    knock(speaker, 50);
    expect(played).toEqual([
      'tone 520 at 2',
      'tone to 260 at 2.07',
      `gain ${gainOf(50)} at 2`,
      'gain to 0.0001 at 2.07',
      'start 2',
      'stop 2.07',
    ]);
  });

  it('is never louder than a third, whatever is asked', () => {
    expect([gainOf(-5), gainOf(0), gainOf(100), gainOf(999)]).toEqual([0, 0, 0.3, 0.3]);
    expect(gainOf(50)).toBeLessThan(gainOf(100) / 2);
  });
});

describe('installTouchSound', () => {
  it('opens nothing while the volume is 0, and one speaker for all touches after', () => {
    const { page, touch } = pageOf();
    const { played, speaker } = speakerOf();
    let volume = 0;
    let opened = 0;
    installTouchSound(
      page,
      () => volume,
      () => {
        opened += 1;
        return speaker;
      },
    );
    touch(new FakeElement());
    expect([opened, played.length]).toEqual([0, 0]);
    volume = 30;
    touch(new FakeElement());
    touch(new FakeElement());
    expect([opened, played.filter((each) => each.startsWith('start')).length]).toEqual([1, 2]);
  });

  it('is silent for what does nothing', () => {
    const { page, touch } = pageOf();
    const { played, speaker } = speakerOf();
    installTouchSound(
      page,
      () => 100,
      () => speaker,
    );
    touch(new FakeElement(true));
    touch(new FakeElement(false, 'true'));
    touch(null);
    expect(played).toEqual([]);
  });
});
