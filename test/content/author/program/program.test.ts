/** A program as offices write it (YAML, Excel, CSV) and every complaint about one, by name and place. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { chartCalendar } from '../../../../content/author/program/calendar.ts';
import { makeChart } from '../../../../content/author/program/chart.ts';
import { chartPage } from '../../../../content/author/program/chart-page.ts';
import { chartLines, width } from '../../../../content/author/program/chart-text.ts';
import { find, type ProgramNames } from '../../../../content/author/program/names.ts';
import { readProgramFile } from '../../../../content/author/program/read.ts';
import { SAMPLE_FILE, SAMPLE_PROGRAM } from '../../../../content/author/program/sample.ts';
import { makeProgramWorkbook } from '../../../../content/author/program/workbook.ts';
import { readTable } from '../../../../content/author/table/read.ts';
import { readProgramContent } from '../../../../content/cli/program-content.ts';
import { formatProgram } from '../../../../content/pack/program.ts';
import { tempFolder } from '../../../helpers/folder.ts';
import { SOURCE } from '../../../helpers/places.ts';
import { programOf, stay } from '../../../helpers/program.ts';

const NAMES: ProgramNames = {
  venues: [
    { id: 'hall', name: '東京区政会館', also: ['Tokyo Kusei Kaikan'] },
    { id: 'arakawa', name: '荒川区役所', also: ['荒川区'] },
  ],
  exhibitions: [
    { id: 'nine', name: '広島9町、山と海のあいだ', also: ["Hiroshima's nine towns"] },
    { id: 'ten', name: '10年の歩み', also: [] },
    { id: 'twin-a', name: 'ふたご', also: [] },
    { id: 'twin-b', name: 'ふたご', also: [] },
  ],
};
const TODAY = '2026-11-22';

function read(name: string, content: string | Uint8Array, more: { moveDays?: number; today?: string } = {}) {
  const path = join(tempFolder(), name);
  writeFileSync(path, content);
  return readProgramFile(path, { names: NAMES, today: TODAY, ...more });
}

type Row = Readonly<Record<string, unknown>>;
const row = (exhibition: string, venue: string, first: string, last: string, more: Row = {}): Row => {
  return { exhibition, venue, first, last, ...more };
};
const yaml = (stays: readonly Row[], head: Row = {}, options: { moveDays?: number; today?: string } = {}) =>
  read('plan.yaml', stringify({ title: '計画', ...head, stays }), options);

const ids = ({ problems }: Awaited<ReturnType<typeof yaml>>) =>
  problems.map(({ severity, id, line }) => `${severity} ${id} ${line}`);

describe('the same plan', () => {
  const expected = {
    version: null,
    date: null,
    title: { ja: '令和9年度' },
    stays: [
      { ...stay('nine', 'hall', '2027-04-01', '2027-04-24'), opening: '2027-04-02' },
      { ...stay('nine', 'arakawa', '2027-05-01', '2027-05-31'), note: { ja: '初日は午後から' } },
      { ...stay('ten', 'hall', '2027-04-27', '2028-02-29'), screenOnly: true },
    ],
  };
  expected.stays.sort((a, b) => (a.first < b.first ? -1 : 1));

  it('is read from YAML, with ids or names, in years of our calendar or of an era', async () => {
    const { program, problems } = await yaml(
      [
        row('nine', 'hall', '2027-04-01', '令和9年4月24日', { opening: 'R9.4.2' }),
        row('広島9町、山と海のあいだ', '荒川区', '2027/5/1', '2027年5月31日', {
          note: { ja: '初日は午後から' },
        }),
        row('10年の歩み', 'Tokyo Kusei Kaikan', '2027-04-27', '2028-02-29', { screenOnly: true }),
      ],
      { title: { ja: '令和9年度' } },
    );
    expect({ program, problems }).toEqual({ program: expected, problems: [] });
  });

  it('is read from CSV as Excel saves it in Japan, headings in any order under a title', async () => {
    const rows = [
      '巡回の予定,,,,,,',
      ',計画の名前,令和9年度,,,,',
      'No,会場名,展示,会期,オープニング,画面だけ,備考',
      '1,東京区政会館,広島9町、山と海のあいだ,令和9年4月1日〜24日,2027/4/2,,',
      '2,荒川区,広島9町、山と海のあいだ,2027年5月1日〜5月31日,,,初日は午後から',
      ',,,,,,',
      '3,東京区政会館,10年の歩み,2027/4/27〜2028/2/29,,はい,',
    ];
    const { program, problems } = await read('plan.csv', `\ufeff${rows.join('\r\n')}\r\n`);
    expect({ program, problems }).toEqual({ program: expected, problems: [] });
  });

  it('is read from Excel, with the office program’s own dates', async () => {
    const date = (text: string) => new Date(`${text}T00:00:00Z`);
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Sheet1',
          rows: [
            ['計画の名前', '令和9年度'],
            ['展示', '会場', '開始日', '最終日', 'オープニング', '画面のみ', '備考'],
            ['nine', '東京区政会館', date('2027-04-01'), date('2027-04-24'), date('2027-04-02'), null, null],
            ['nine', '荒川区役所', date('2027-05-01'), '令和9年5月31日', null, null, '初日は午後から'],
            ['ten', '東京区政会館', date('2027-04-27'), date('2028-02-29'), null, '○', null],
          ],
        },
      ],
    });
    const { program, problems } = await read('plan.xlsx', bytes);
    expect({ program, problems }).toEqual({ program: expected, problems: [] });
  });

  it('is read from the file that was signed', async () => {
    const program = programOf(expected.stays, { version: 4, title: { ja: '令和9年度' } });
    expect(await read('program.json', formatProgram(program))).toEqual({ program, problems: [] });
  });
});

describe('complaints', () => {
  it.each<[string, readonly Row[], readonly string[]]>([
    ['a venue that is none', [row('nine', 'nowhere', '2027-04-01', '2027-04-02')], ['error program-venue 3']],
    [
      'an exhibition that is none',
      [row('x', 'hall', '2027-04-01', '2027-04-02')],
      ['error program-exhibition 3'],
    ],
    [
      'a name that two have',
      [row('ふたご', 'hall', '2027-04-01', '2027-04-02')],
      ['error program-exhibition 3'],
    ],
    [
      '29 February of a year without',
      [row('nine', 'hall', '2027-02-01', '2027-02-29')],
      ['error program-date 3'],
    ],
    [
      'a month that is none',
      [row('nine', 'hall', '2027-13-01', '2027-13-02')],
      ['error program-date 3', 'error program-date 3'],
    ],
    [
      'an era that had ended',
      [row('nine', 'hall', '平成39年4月1日', '2027-04-02')],
      ['error program-date 3'],
    ],
    ['a month instead of a day', [row('nine', 'hall', '2027年4月', '2027-04-02')], ['error program-date 3']],
    ['inverted dates', [row('nine', 'hall', '2027-04-02', '2027-04-01')], ['error program-inverted 3']],
    [
      'an opening outside',
      [row('nine', 'hall', '2027-04-01', '2027-04-02', { opening: '2027-04-03' })],
      ['error program-opening 3'],
    ],
    [
      'the same row twice',
      [
        row('nine', 'hall', '2027-04-01', '2027-04-02'),
        row('nine', '東京区政会館', '2027-04-01', '2027-04-02'),
      ],
      ['error program-double 7'],
    ],
    [
      'panels in two halls on one day: the last day counts',
      [row('nine', 'hall', '2027-04-01', '2027-04-24'), row('nine', 'arakawa', '2027-04-24', '2027-05-31')],
      ['error program-same-exhibition 7'],
    ],
    [
      'two exhibitions in one hall on one day: the last day counts',
      [row('nine', 'hall', '2027-04-24', '2027-05-31'), row('ten', 'hall', '2027-04-01', '2027-04-24')],
      ['error program-same-hall 7'],
    ],
    [
      'an overlap with one that lasts longer than those between',
      [
        row('nine', 'hall', '2027-01-01', '2027-12-31'),
        row('ten', 'arakawa', '2027-02-01', '2027-02-05'),
        row('nine', 'arakawa', '2027-03-01', '2027-03-05'),
      ],
      ['warning program-gap 11', 'error program-same-exhibition 11'],
    ],
    [
      'too few days to move',
      [row('nine', 'hall', '2027-04-01', '2027-04-24'), row('nine', 'arakawa', '2027-04-26', '2027-05-31')],
      ['warning program-move 7'],
    ],
    [
      'a hall that stands empty',
      [row('nine', 'hall', '2027-04-01', '2027-04-24'), row('ten', 'hall', '2027-05-01', '2027-05-31')],
      ['warning program-gap 7'],
    ],
    ['a plan that is over', [row('nine', 'hall', '2020-04-01', '2020-04-24')], ['warning program-over 1']],
  ])('%s', async (_what, stays, expected) => {
    const reading = await yaml(stays);
    expect(ids(reading)).toEqual(expected);
    expect(reading.program === null).toBe(expected.some((one) => one.startsWith('error')));
    for (const { message } of reading.problems) expect(message).toMatch(/[ぁ-ん]/);
  });

  it('none: enough days to move, screens in two halls at once, a hall empty while panels move', async () => {
    const stays = [
      row('nine', 'hall', '2027-04-01', '2027-04-24'),
      row('nine', 'arakawa', '2027-04-27', '2027-05-31'),
      row('ten', 'hall', '2027-04-27', '2027-05-31', { screenOnly: true }),
      row('ten', 'arakawa', '2027-06-01', '2027-06-30', { screenOnly: true }),
    ];
    expect((await yaml(stays)).problems).toEqual([]);
    expect(ids(await yaml(stays, { moveDays: 3 }))).toEqual(['warning program-move 8']);
    expect(ids(await yaml(stays, {}, { moveDays: 3 }))).toEqual(['warning program-move 7']);
  });

  it('a date of the plan in the future', async () => {
    const stays = [row('nine', 'hall', '2027-04-01', '2027-04-24')];
    expect(ids(await yaml(stays, { date: '2026-11-23' }))).toEqual(['error program-date 1']);
    expect((await yaml(stays, { date: TODAY, version: 3 })).program).toMatchObject({
      version: 3,
      date: TODAY,
    });
  });

  it('files that are no plan', async () => {
    expect(ids(await read('plan.yaml', 'title: x\n'))).toEqual(['error shape 1']);
    expect(ids(await read('plan.yaml', 'title: x\nstays: []\n'))).toEqual(['error shape 2']);
    expect(ids(await read('plan.csv', 'a,b\n1,2\n'))).toEqual(['error program-file 1']);
    expect(ids(await read('plan.csv', '展示,会場,期間\n'))).toEqual(['error program-empty 1']);
    expect(ids(await read('plan.xlsx', 'PK\u0003\u0004 broken'))).toEqual(['error program-file 1']);
    expect(ids(await read('plan.json', '{}'))).toEqual(['error program-file 1']);
    const gone = join(tempFolder(), 'gone.json');
    expect(ids(await readProgramFile(gone, { names: NAMES, today: TODAY }))).toEqual([
      'error program-file 1',
    ]);
  });

  it('says where in a sheet: the row as the office program counts it', async () => {
    const { problems } = await read('plan.csv', '計画,,\n\n展示,会場,期間\nnine,hall,4月1日〜24日\n');
    expect(problems.map(({ file, line, id }) => [file, line, id])).toEqual([['plan.csv', 4, 'program-date']]);
  });
});

describe('the sample that comes with a new source', () => {
  it('is good against the default content, and says that it is a sample', async () => {
    const { names } = readProgramContent(SOURCE);
    const path = join(tempFolder(), SAMPLE_FILE);
    writeFileSync(path, SAMPLE_PROGRAM);
    const { program, problems } = await readProgramFile(path, { names, today: TODAY });
    expect(problems).toEqual([]);
    expect(program?.title.ja).toContain('見本');
    expect(program?.stays).toHaveLength(3);
  });
});

describe('find', () => {
  it('offers what is near where nothing fits', () => {
    expect(find(NAMES.venues, '荒川')).toMatchObject({ kind: 'none', near: [{ id: 'arakawa' }] });
    expect(find(NAMES.venues, '')).toMatchObject({ kind: 'none', near: NAMES.venues });
  });
});

const chart = makeChart(
  programOf(
    [
      {
        ...stay('nine', 'hall', '2027-12-20', '2028-02-29'),
        opening: '2027-12-21',
        note: { ja: '<初日>は午後' },
      },
      stay('nine', 'arakawa', '2028-03-03', '2028-03-03'),
      { ...stay('ten', 'hall', '2028-03-01', '2028-04-30'), screenOnly: true },
      stay('nine', 'arakawa', '2028-05-01', '2028-05-31'),
    ],
    { version: 2, date: TODAY, title: { ja: '見本の計画' } },
  ),
  NAMES,
  '2028-01-05',
);

describe('the chart in the terminal', () => {
  it('shows halls beside weeks, the week of today, and the list', () => {
    expect(chartLines(chart)).toEqual([
      '見本の計画　第2版　2026年11月22日(日)',
      '',
      '              2027年  2028年',
      '              12月  1月   2月     3月       4月     5月     6月',
      '東京区政会館  AAAAAAAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBB··········',
      '荒川区役所    ·····················A················AAAAAAAAA·',
      '                  ▲ 今週',
      '',
      '  A  広島9町、山と海のあいだ',
      '  B  10年の歩み',
      '',
      '東京区政会館',
      ' ▶ 2027年12月20日(月)〜2028年2月29日(火)　A 広島9町、山と海のあいだ　（オープニング 2027年12月21日(火)、<初日>は午後）',
      '   2028年3月1日(水)〜4月30日(日)　B 10年の歩み　（画面だけ）',
      '荒川区役所',
      '   2028年3月3日(金)　A 広島9町、山と海のあいだ',
      '   2028年5月1日(月)〜31日(水)　A 広島9町、山と海のあいだ',
    ]);
  });

  it('counts wide letters as two', () => {
    expect([width('荒川区'), width('abc'), width('・A')]).toEqual([6, 3, 3]);
  });
});

describe('the chart to print', () => {
  const page = chartPage(chart);

  it('is one page of its own, A4 landscape, that asks nobody for anything', () => {
    expect(page).toContain('@page { size: A4 landscape');
    expect(page).not.toMatch(/<script|<link|src=|url\(/);
    expect(page).toContain('&#60;初日&#62;は午後');
    expect(page).not.toContain('<初日>');
  });

  it('has a bar for every stay, and says all of it in words as well', () => {
    expect(page.match(/<rect [^>]*rx="3"/g)).toHaveLength(4);
    expect(page).toContain('2027年12月20日(月)〜2028年2月29日(火)');
    expect(page).toContain('画面だけ');
  });
});

describe('the calendar', () => {
  const lines = chartCalendar(chart, 2, TODAY)
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n');
  const all = (name: string) =>
    lines.filter((line) => line.startsWith(name)).map((line) => line.slice(name.length));

  it('has every stay as all-day event whose end is the day after the last', () => {
    expect(all('DTSTART;VALUE=DATE:')).toEqual(['20271220', '20280301', '20280303', '20280501']);
    expect(all('DTEND;VALUE=DATE:')).toEqual(['20280301', '20280501', '20280304', '20280601']);
  });

  it('names each by exhibition, hall and turn, so that moved days change it instead of doubling it', () => {
    expect(all('UID:')).toEqual([
      'nine.hall.1@renkei-kiosk',
      'ten.hall.1@renkei-kiosk',
      'nine.arakawa.1@renkei-kiosk',
      'nine.arakawa.2@renkei-kiosk',
    ]);
    expect(all('SEQUENCE:')).toEqual(['2', '2', '2', '2']);
    expect(new Set(all('DTSTAMP:'))).toEqual(new Set(['20261122T030000Z']));
  });
});

describe('the workbook', () => {
  it('comes back as a plan once it is filled in, and its example is not read', async () => {
    const path = join(tempFolder(), '巡回計画.xlsx');
    writeFileSync(path, await makeProgramWorkbook(NAMES));
    expect(ids(await readProgramFile(path, { names: NAMES, today: TODAY }))).toEqual([
      'error program-empty 1',
    ]);
    const [sheet] = (await readTable(path)).sheets;
    const rows = (sheet?.rows ?? []).map((line) => [...line]);
    expect(rows[2]?.slice(1)).toEqual([
      '展示 ＊',
      '会場 ＊',
      'はじめの日 ＊',
      'おわりの日 ＊',
      'オープニング',
      '画面だけ',
      '備考',
    ]);
    rows[1] = [null, '計画の名前', '令和9年度'];
    rows[4] = [
      null,
      '広島9町、山と海のあいだ',
      '荒川区',
      '令和9年4月1日',
      '令和9年4月24日',
      null,
      'いいえ',
      null,
    ];
    writeFileSync(path, await writeXlsx({ sheets: [{ name: '巡回計画', rows }] }));
    const { program, problems } = await readProgramFile(path, { names: NAMES, today: TODAY });
    expect(problems).toEqual([]);
    expect(program).toMatchObject({
      title: { ja: '令和9年度' },
      stays: [stay('nine', 'arakawa', '2027-04-01', '2027-04-24')],
    });
  });
});
