import { describe, expect, it } from 'vitest';
import { readSoakArguments } from '../../../build/soak/arguments.ts';
import { kindOf } from '../../../build/soak/looks.ts';
import { csvOf, type Look, pictureOf, summaryOf, verdictsOf } from '../../../build/soak/report.ts';
import { entriesOf } from '../../../build/soak/watch.ts';

const MB = 1024 ** 2;
const look = (session: number, rendererMb: number): Look => ({
  session,
  atMs: session * 3_000,
  memory: { main: 100 * MB, renderer: rendererMb * MB, gpu: 50 * MB, utility: 20 * MB, other: 5 * MB },
  held: { heapBytes: 10 * MB, nodes: 900, listeners: 120 },
  frameP95Ms: 17,
  frameMaxMs: 60,
  errors: 0,
  restarts: 0,
  axe: 0,
  events: session === 10 ? 'sync' : '',
});
const rows = (mb: (i: number) => number): Look[] =>
  Array.from({ length: 40 }, (_, i) => look(5 * (i + 1), mb(i)));

describe('the report of a soak', () => {
  it('has a line per look with every measure', () => {
    const [head, first, second] = csvOf([look(5, 200), look(10, 201)]).split('\n');
    expect(head).toBe(
      'session,seconds,main_mb,renderer_mb,gpu_mb,utility_mb,other_mb,total_mb,heap_mb,nodes,listeners,frame_p95_ms,frame_max_ms,errors,restarts,axe,events',
    );
    expect(first).toBe('5,15,100,200,50,20,5,375,10,900,120,17,60,0,0,0,');
    expect(second).toMatch(/,sync$/);
  });

  it('finds what grows after the first fifth, and leaves the warming up out', () => {
    const warming = rows((i) => (i < 8 ? 100 + 20 * i : 260 + (i % 2)));
    expect(verdictsOf(warming).filter(({ grows }) => grows)).toEqual([]);
    const leaking = verdictsOf(rows((i) => 200 + 4 * i)).filter(({ grows }) => grows);
    expect(leaking.map(({ name }) => name)).toEqual(['memory of all processes', 'memory of renderer']);
  });

  it('is told in a line per measure, also where there is too little to tell', () => {
    const few = [look(1, 1), look(2, 1)];
    expect(summaryOf(few, verdictsOf(few))).toContain('memory of renderer: 2 looks, too few to tell');
    const many = rows((i) => 200 + 4 * i);
    expect(summaryOf(many, verdictsOf(many))).toMatch(
      /memory of renderer: \+\d+\.\d % over .*; per 1,000 visits \+800\.0 MB \(99 %: .*\) GROWS/,
    );
  });

  it('is a picture with both languages', () => {
    const picture = pictureOf(
      rows(() => 200),
      ['来館者200人', '200 visits'],
    );
    expect(picture).toMatch(/^<svg xmlns/);
    expect(picture).toContain('メモリ');
    expect(picture).toContain('all processes');
    expect(picture).toContain('200 visits');
    expect(picture).toContain('更新 sync');
    expect(picture).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe('kindOf', () => {
  it.each([
    ['/x/electron\0--type=renderer\0--a', 'renderer'],
    ['/x/electron\0--type=gpu-process', 'gpu'],
    ['/x/electron\0--type=utility\0--b', 'utility'],
    ['/x/electron\0--type=zygote', 'other'],
    ['/x/electron\0/app\0--data\0/d', 'main'],
  ])('tells %j by its switch', (command, kind) => {
    expect(kindOf(command)).toBe(kind);
  });
});

describe('entriesOf', () => {
  it('takes the lines of the log and nothing of what Chromium says', () => {
    const line = '{"at":"2026-01-01T00:00:00Z","id":"ab","level":"error","what":"x"}';
    expect(entriesOf(`[1:ERROR:x.cc]\n${line}\n{"at": broken\n{"at":broken`)).toEqual([
      { id: 'ab', level: 'error', what: 'x', line },
    ]);
  });
});

describe('readSoakArguments', () => {
  it('looks two hundred times where nobody says how often', () => {
    expect(readSoakArguments(['--sessions', '10000', '--hours', '2.5'], '/here')).toEqual({
      sessions: 10_000,
      hours: 2.5,
      every: 50,
      pace: 'quick',
      seed: 1,
      out: '/here/soak',
    });
  });
  it.each([
    [[]],
    [['--sessions']],
    [['--sessions', '0']],
    [['--sessions', '3', '--hours', 'two']],
    [['--sessions', '3', '--fast', '1']],
    [['--sessions', '3', '--pace', 'fast']],
  ])('refuses %j with the usage', (argv) => {
    expect(() => readSoakArguments(argv, '/here')).toThrow(/書いてください|わかりません|quick か calm/);
  });
});
