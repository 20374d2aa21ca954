/** The line that says how far a run is. */
import { describe, expect, it } from 'vitest';
import type { MakeStep } from '../../../content/author/make.ts';
import { stepPrinter } from '../../../content/cli/steps.ts';

/** Shows steps that come `everyMs` apart and gives what was printed. */
function printed(steps: readonly MakeStep[], live: boolean, everyMs = 1000): readonly string[] {
  const lines: string[] = [];
  let nowMs = 0;
  const terminal = { out: () => undefined, err: (line: string) => void lines.push(line), live };
  const printer = stepPrinter(terminal, () => nowMs);
  for (const step of steps) {
    printer.show(step);
    nowMs += everyMs;
  }
  printer.clear();
  return lines;
}

const picture = (done: number, leftMs: number | null = null): MakeStep => ({
  stage: 'pictures',
  done,
  total: 40,
  name: `${done}.jpg`,
  leftMs,
});

describe('stepPrinter', () => {
  it('writes over one line on a screen, with a bar, what is made and how long it takes', () => {
    expect(printed([picture(0), picture(10, 45_000), picture(20, 600_000)], true)).toEqual([
      '□□□□□□□□□□□□□□□□□□□□ 写真 0/40 0.jpg',
      '\x1b[1A\x1b[2K■■■■■□□□□□□□□□□□□□□□ 写真 10/40 10.jpg（あと約45秒）',
      '\x1b[1A\x1b[2K■■■■■■■■■■□□□□□□□□□□ 写真 20/40 20.jpg（あと約10分）',
      '\x1b[1A\x1b[2K\x1b[1A',
    ]);
  });

  it('draws no more often than the eye follows, but always the last', () => {
    const steps = Array.from({ length: 41 }, (_none, done) => picture(done));
    const lines = printed(steps, true, 10);
    expect(lines.length).toBeLessThan(8);
    expect(lines.at(-2)).toContain('40/40');
  });

  it('prints few lines where nothing can be written over', () => {
    const steps: MakeStep[] = [
      { stage: 'reading' },
      ...Array.from({ length: 41 }, (_none, done) => picture(done)),
      { stage: 'packs', done: 0, total: 2, packId: 'base' },
      { stage: 'packs', done: 1, total: 2, packId: 'show' },
      { stage: 'packs', done: 2, total: 2, packId: '' },
    ];
    expect(printed(steps, false)).toEqual([
      '原稿を読んでいます',
      '□□□□□□□□□□□□□□□□□□□□ 写真 0/40 0.jpg',
      '■■■■■■■■■■■■■■■■■■■■ 写真 40/40 40.jpg',
      '□□ base をつくっています',
      '■□ show をつくっています',
      '■■ 2個のパックができました',
    ]);
  });
});
