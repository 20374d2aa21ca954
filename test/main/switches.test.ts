import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadSwitch, HELP, parseSwitches, UnknownSwitch } from '../../main/switches.ts';

/** The error a command line is refused with. */
function refusal(...argv: readonly string[]): Error {
  try {
    parseSwitches(argv);
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error(`not refused: ${argv.join(' ')}`);
}

describe('parseSwitches', () => {
  it('is a kiosk in full screen when nothing is said', () => {
    expect(parseSwitches([])).toEqual({ windowed: false, help: false });
  });

  it('reads every switch, with a space or an equals sign', () => {
    const wanted = {
      data: '/tmp/data',
      venue: 'arakawa-kuyakusho',
      today: '2020-11-20',
      lang: 'en',
      tour: '/tmp/tour',
      syncFrom: 'https://example.jp/renkei/',
      root: '/tmp/root.json',
      stick: '/media/stick',
      telemetry: 'http://127.0.0.1:4318/v1/metrics',
      windowed: true,
      setPin: true,
      preview: true,
      help: true,
    };
    const values = ['data', 'venue', 'today', 'lang', 'tour', 'root', 'stick', 'telemetry'] as const;
    const source = wanted.syncFrom;
    const flags = ['--windowed', '--set-pin', '--preview', '--help'];
    const spaced = values.flatMap((name) => [`--${name}`, wanted[name]]);
    expect(parseSwitches([...spaced, '--sync-from', source, ...flags])).toEqual(wanted);
    const joined = values.map((name) => `--${name}=${wanted[name]}`);
    expect(parseSwitches([...flags, `--sync-from=${source}`, ...joined])).toEqual(wanted);
  });

  it('reads the languages of a tour', () => {
    expect(parseSwitches(['--langs', 'ja-easy,ko']).langs).toEqual(['ja-easy', 'ko']);
    expect(refusal('--langs=ko,fr').message).toContain('--langs: 「fr」という言語はありません');
  });

  it('reads the sizes and themes of a tour', () => {
    expect(parseSwitches(['--sizes=corner,portrait', '--themes', 'high'])).toMatchObject({
      sizes: ['corner', 'portrait'],
      themes: ['high'],
    });
    expect(refusal('--sizes=round').message).toContain('--sizes: 「round」という画面はありません');
    expect(refusal('--themes=high,').message).toContain('--themes: 「」という色はありません');
  });

  it('reads the times of a visit in seconds', () => {
    expect(parseSwitches(['--idle=2,3']).idle).toEqual({ idleMs: 2000, askMs: 3000 });
    expect(parseSwitches(['--idle=0.3,1.5']).idle).toEqual({ idleMs: 300, askMs: 1500 });
  });

  it('reads a ceiling of memory in megabytes, and the quiet before the page is made anew', () => {
    expect(parseSwitches(['--ceiling=400,5']).ceiling).toEqual({ heavyBytes: 400_000_000, quietMs: 5000 });
  });

  it('keeps an equals sign and a space inside a value', () => {
    expect(parseSwitches(['--data=/a=b c']).data).toBe('/a=b c');
  });

  it('takes the last of a switch said twice', () => {
    expect(parseSwitches(['--lang', 'ja', '--lang=en']).lang).toBe('en');
  });

  it('takes every day of the calendar', () => {
    expect(parseSwitches(['--today=2020-02-29']).today).toBe('2020-02-29');
  });
});

describe('UnknownSwitch', () => {
  it.each([
    ['--kiosk'],
    ['--Windowed'],
    ['-h'],
    ['help'],
    ['--'],
    ['--windowed=true'],
    ['--help='],
    ['--constructor', 'x'],
    ['--toString', 'x'],
    ['--hasOwnProperty=x'],
    ['---data=x'],
    ['--data-dir=x'],
    [''],
    ['--windowed', 'extra'],
  ])('%s %s', (...argv) => {
    const error = refusal(...argv.filter((text) => text !== undefined));
    expect(error).toBeInstanceOf(UnknownSwitch);
    expect(error.message).toMatch(/^「.*」という指定はありません。/);
    expect(error.message).toContain(HELP);
  });
});

describe('BadSwitch', () => {
  it.each([
    ['--data: 値がありません', ['--data']],
    ['--data: 値がありません', ['--data=']],
    ['--tour: 値がありません', ['--tour', '--windowed']],
    ['--venue: 「東京区政会館」は会場のidではありません', ['--venue', '東京区政会館']],
    ['--venue: 「../x」は会場のidではありません', ['--venue=../x']],
    ['--today: 「2020-02-30」は日付ではありません', ['--today=2020-02-30']],
    ['--today: 「2020-11」は日付ではありません', ['--today', '2020-11']],
    ['--today: 「明日」は日付ではありません', ['--today', '明日']],
    ['--ceiling: 「1500」は量と秒数ではありません', ['--ceiling', '1500']],
    ['--ceiling: 「00,5」は量と秒数ではありません', ['--ceiling=00,5']],
    ['--idle: 「60」は秒数ではありません', ['--idle', '60']],
    ['--idle: 「0,5」は秒数ではありません', ['--idle=0,5']],
    ['--idle: 「0.05,5」は秒数ではありません', ['--idle=0.05,5']],
    ['--lang: 「fr」という言語はありません', ['--lang', 'fr']],
    [
      '--lang: 「」という言語はありません'.replace('「」という言語はありません', '値がありません'),
      ['--lang', ''],
    ],
  ])('%s', (words, argv) => {
    const error = refusal(...argv);
    expect(error).toBeInstanceOf(BadSwitch);
    expect(error.message.startsWith(words)).toBe(true);
    expect(error.message).toContain(HELP);
  });
});

it('parseSwitches refuses with no other error, whatever is typed', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '--data',
      '--venue',
      '--today',
      '--lang',
      '--tour',
      '--windowed',
      '--help',
      '--data=x',
      '2020-01-01',
      'ja',
    ),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      try {
        parseSwitches(argv);
      } catch (error) {
        expect(error instanceof UnknownSwitch || error instanceof BadSwitch).toBe(true);
      }
    }),
  );
});

it('HELP names every switch that is read', () => {
  const names = [
    'data',
    'venue',
    'today',
    'lang',
    'idle',
    'ceiling',
    'langs',
    'sizes',
    'themes',
    'windowed',
    'tour',
    'sync-from',
    'root',
    'preview',
    'help',
  ];
  for (const name of names) {
    expect(HELP).toContain(`--${name}`);
  }
});

describe('--preview', () => {
  it('is refused without a data folder: the default content is no preview', () => {
    const error = refusal('--preview');
    expect(error).toBeInstanceOf(BadSwitch);
    expect(error.message).toContain('npx renkei preview');
  });
});
