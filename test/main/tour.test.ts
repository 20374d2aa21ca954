/** The kiosk's walk through itself, with a page that is a stub; folder, pictures and tour.json are real. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { TourShown } from '../../main/ipc/contract.ts';
import { makeSteps } from '../../main/steps.ts';
import { type TourPicture, type TourStop, walk } from '../../main/tour.ts';
import { tempFolder } from '../helpers/folder.ts';

const STOPS: readonly TourStop[] = [
  { screen: 'home', route: { page: 'home' } },
  { screen: 'about', route: { page: 'about' } },
];

/** Walks with a screen that answers each step with `answer`, or not at all. */
function start(folder: string, answer: (step: number) => TourShown | null) {
  const steps = makeSteps();
  const said: string[] = [];
  const contents = {
    debugger: {
      attach: () => undefined,
      sendCommand: async () => ({ data: Buffer.from('png').toString('base64') }),
    },
    send: (_name: string, { step }: { readonly step: number }) => {
      const shown = answer(step);
      if (shown) queueMicrotask(() => steps.arrived(shown));
    },
  };
  const failures = walk({
    contents: contents as never,
    folder,
    stops: STOPS,
    langs: ['ja', 'en'],
    sizes: ['landscape', 'portrait'],
    themes: ['normal', 'high'],
    listening: Promise.resolve(),
    shown: steps.shown,
    nowMs: () => 0,
    say: (line) => said.push(line),
  });
  return { failures, said };
}

afterEach(() => {
  vi.useRealTimers();
});

describe('walk', () => {
  it('makes its folder and leaves a picture of every screen, language, size and theme, and tour.json', async () => {
    const folder = join(tempFolder(), 'new', 'tour');
    const { failures, said } = start(folder, (step) => ({ step, problems: [] }));
    expect(await failures).toEqual([]);
    const pictures = JSON.parse(readFileSync(join(folder, 'tour.json'), 'utf8')) as TourPicture[];
    expect(pictures).toHaveLength(16);
    expect(pictures[0]).toEqual({
      screen: 'home',
      lang: 'ja',
      theme: 'normal',
      width: 1920,
      height: 1080,
      file: 'home-ja-landscape.png',
      ms: 0,
    });
    expect(readdirSync(folder).sort()).toEqual(
      [...pictures.map((picture) => picture.file), 'tour.json'].sort(),
    );
    expect(said.at(-1)).toBe('16/16 about-en-portrait-contrast.png 0 ms');
  });

  it('names the picture of each problem the screen tells of', async () => {
    const { failures } = start(tempFolder(), (step) => ({
      step,
      problems: step === 2 ? ['文字がはみ出ています'] : [],
    }));
    expect(await failures).toEqual(['about-ja-landscape.png: 文字がはみ出ています']);
  });

  it('waits no longer than twenty seconds for a screen, and goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const { failures } = start(tempFolder(), (step) => (step === 1 ? null : { step, problems: [] }));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(await failures).toEqual(['home-ja-landscape.png: 20秒待っても画面がそろいません']);
  });
});
