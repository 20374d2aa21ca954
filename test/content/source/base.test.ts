/** The facts of the base pack: what must not slip when somebody edits a file by hand. */
import { describe, expect, it } from 'vitest';
import * as shapes from '../../../content/author/shapes.ts';
import { articles, contentFiles, municipalities, readContent } from './files.ts';

const byCode = new Map(municipalities().map((row) => [row.code, row]));
const isWard = (reference: string) => /^131\d{3} /.test(reference);

describe('places', () => {
  it('writes every municipality with the name that belongs to its code', () => {
    const slips = contentFiles().flatMap(({ file, text }) =>
      [...text.matchAll(/(?<![\d-])(\d{6}) ([^\s,\]]+)/g)]
        .filter(([, code = '', name]) => byCode.get(code)?.nameJa !== name)
        .map(([written]) => `${file}: ${written}`),
    );
    expect(slips).toEqual([]);
  });

  it('has one sentence for each of the 23 wards', () => {
    const wards = readContent('base/wards.yaml', shapes.wardsFile);
    const known = municipalities().filter((row) => row.kind === 'special-ward');
    expect(wards.map((row) => row.ward).sort()).toEqual(
      known.map((row) => `${row.code} ${row.nameJa}`).sort(),
    );
    expect(new Set(wards.map((row) => row.headline.ja)).size).toBe(23);
  });

  it('lets a kiosk stand in Kusei Kaikan and in each of the 23 ward offices', () => {
    const halls = readContent('base/venues.yaml', shapes.venuesFile).filter((row) => row.hall);
    const [kaikan, ...offices] = halls;
    expect({ id: kaikan?.id, ward: kaikan?.ward }).toEqual({ id: 'kusei-kaikan', ward: undefined });
    expect(new Set(offices.map((row) => row.ward)).size).toBe(23);
    expect(offices.every((row) => row.ward !== undefined && isWard(row.ward))).toBe(true);
  });

  it('has a headline, in easy Japanese too, for every town that a link, event or article names', () => {
    const towns = readContent('base/towns.yaml', shapes.townsFile);
    const withWords = new Set(towns.filter((row) => row.headline?.['ja-easy']).map((row) => row.town));
    const areas = readContent('base/areas.yaml', shapes.areasFile);
    const members = new Map(areas.map((area) => [`area ${area.id}`, area.members]));
    const named = [
      ...readContent('base/links.yaml', shapes.linksFile),
      ...readContent('base/events.yaml', shapes.eventsFile),
      ...articles('news-3').flatMap((article) => article.facts ?? []),
    ].flatMap((row) => row.partners.flatMap((partner) => members.get(partner) ?? [partner]));
    const missing = named.filter((partner) => /^\d{6} /.test(partner) && !withWords.has(partner));
    expect(missing).toEqual([]);
  });

  it('lists exactly the towns of Hiroshima Prefecture as its nine towns', () => {
    const areas = readContent('base/areas.yaml', shapes.areasFile);
    const nine = areas.find((area) => area.id === 'hiroshima-9');
    const towns = municipalities().filter((row) => row.kind === 'town' && row.prefectureCode === '34');
    expect(nine?.members.toSorted()).toEqual(towns.map((row) => `${row.code} ${row.nameJa}`).sort());
    expect(nine?.municipalities).toBe(9);
  });

  it('names no more members of an area than the area has', () => {
    for (const area of readContent('base/areas.yaml', shapes.areasFile)) {
      if (area.municipalities === undefined || area.members.length === 0) continue;
      expect(area.members.length, area.id).toBe(area.municipalities);
    }
  });
});

describe('headlines', () => {
  const areas = readContent('base/areas.yaml', shapes.areasFile);
  const outermost = (area: string, key: 'lat' | 'lon', sign: 1 | -1) => {
    const members = areas.find((row) => row.id === area)?.members ?? [];
    const places = members.flatMap((member) => byCode.get(member.slice(0, 6)) ?? []);
    return places.toSorted((a, b) => sign * (a[key] - b[key]))[0]?.nameJa;
  };

  it('say truly which town of an area lies furthest out', () => {
    const said = readContent('base/towns.yaml', shapes.townsFile)
      .filter((row) => /いちばん[東西南北]/.test(row.headline?.ja ?? ''))
      .map((row) => row.town.slice(7));
    const measured = [
      outermost('kushiro-area', 'lon', -1),
      outermost('kushiro-area', 'lat', -1),
      outermost('kamikawa-area', 'lat', 1),
      outermost('kamikawa-area', 'lat', -1),
    ];
    expect(said).toEqual(measured);
  });

  it('say truly where an area has one village, or two', () => {
    const villages = (area: string) =>
      (areas.find((row) => row.id === area)?.members ?? [])
        .filter((member) => byCode.get(member.slice(0, 6))?.kind === 'village')
        .map((member) => member.slice(7));
    expect([villages('kushiro-area'), villages('kamikawa-area')]).toEqual([
      ['鶴居村'],
      ['占冠村', '音威子府村'],
    ]);
  });

  it('are short enough to read at a glance, each town with its own', () => {
    const towns = readContent('base/towns.yaml', shapes.townsFile);
    const words = towns.map((row) => row.headline?.ja ?? '');
    expect(words.filter((text) => [...text].length > 40)).toEqual([]);
    expect(new Set(words).size).toBe(towns.length);
  });
});

describe('agreements', () => {
  it('count seven associations on 27 February 2017 and thirteen on 1 August 2023', () => {
    const rows = readContent('base/associations.yaml', shapes.associationsFile);
    const until = (day: string) => rows.filter((row) => (row.agreement ?? row.knownBy ?? '9') <= day).length;
    expect([until('2017-02-27'), until('2023-08-01'), rows.length]).toEqual([7, 13, 13]);
  });

  it('each have a link that stands for all 23 wards', () => {
    const rows = readContent('base/associations.yaml', shapes.associationsFile);
    const linked = readContent('base/links.yaml', shapes.linksFile)
      .filter((link) => link.type === 'agreement' && link.wards === 'all')
      .flatMap((link) => link.partners);
    expect(linked.toSorted()).toEqual(rows.map((row) => `association ${row.id}`).sort());
  });

  it('carry the same day in the link as in the association', () => {
    const days = new Map(
      readContent('base/associations.yaml', shapes.associationsFile).map((row) => [
        `association ${row.id}`,
        { start: row.agreement, knownBy: row.knownBy },
      ]),
    );
    for (const link of readContent('base/links.yaml', shapes.linksFile)) {
      if (link.type !== 'agreement' || link.wards !== 'all') continue;
      for (const partner of link.partners) {
        expect({ start: link.start, knownBy: link.knownBy }, link.id).toEqual(days.get(partner));
      }
    }
  });
});

describe('numbers', () => {
  it('keep each series to itself, every figure with the day it was counted', () => {
    const series = readContent('base/numbers.yaml', shapes.numbersFile);
    const figures = Object.fromEntries(
      series.map((row) => [row.id, row.points.map((point) => `${point.asOf} ${point.value}`)]),
    );
    expect(figures).toEqual({
      'registered-members': ['2016-09-01 198', '2017-02-27 213', '2017-03 200', '2023-08-01 317'],
      'ward-partners': ['2016-08 641', '2023-08-01 815'],
      'agreement-organisations': ['2017-02-27 7', '2023-08-01 13'],
      'agreement-municipalities': ['2023-08-01 372'],
      'all-partners': ['2023-08-01 1117'],
      'attendance-symposium-2016': ['2016-04-26 164'],
      'attendance-lecture-2023': ['2023-08-28 153'],
      'ward-strategies': ['2017-03 22'],
      'tokyo-municipalities': ['2017-03 62'],
      'tama-cities': ['2014-12-16 26'],
      'residents-quoted': ['2014-12-16 9000000'],
      'shimbashi-users': ['2020-12-28 280000'],
    });
  });

  it('say “more than” only of the 200 members of March 2017', () => {
    const over = readContent('base/numbers.yaml', shapes.numbersFile).flatMap((row) =>
      row.points.filter((point) => point.qualifier === 'over').map((point) => point.value),
    );
    expect(over).toEqual([200]);
  });

  it('agree with the attendance of the events they count', () => {
    const attended = readContent('base/events.yaml', shapes.eventsFile)
      .filter((event) => event.attendance !== undefined)
      .map((event) => `${event.start} ${event.attendance}`);
    expect(attended).toEqual(['2016-04-26 164', '2023-08-28 153']);
  });

  it('agree with the survey as printed, and opinions carry no counts', () => {
    const survey = readContent('base/survey.yaml', shapes.surveyFile);
    const total = (part: string, side: string) =>
      survey
        .filter((row) => row.part === part && row.side === side)
        .reduce((sum, row) => sum + (row.answers ?? 0), 0);
    expect([
      total('projects', 'residents'),
      total('projects', 'municipalities'),
      total('website', 'residents'),
      total('website', 'municipalities'),
    ]).toEqual([341, 430, 171, 48]);
    const opinions = survey.filter((row) => row.part === 'opinions');
    expect(opinions.length).toBe(8);
    expect(opinions.some((row) => row.answers !== undefined)).toBe(false);
    expect(survey.every((row) => row.points.ja.length === row.points.en.length)).toBe(true);
  });
});

describe('history', () => {
  it('has all 86 entries by date, and each link it names exists', () => {
    const timeline = readContent('base/timeline.yaml', shapes.timelineFile);
    const links = new Set(readContent('base/links.yaml', shapes.linksFile).map((link) => link.id));
    const starts = timeline.map((row) => row.start);
    expect(starts).toEqual(starts.toSorted());
    expect(timeline.length).toBe(86);
    expect(timeline.flatMap((row) => row.links).filter((id) => !links.has(id))).toEqual([]);
  });

  it('gives the day of a link as the timeline gives it', () => {
    const links = new Map(readContent('base/links.yaml', shapes.linksFile).map((link) => [link.id, link]));
    for (const row of readContent('base/timeline.yaml', shapes.timelineFile)) {
      for (const id of row.links) {
        const start = links.get(id)?.start;
        if (start !== undefined) expect(start <= row.start, `${id} ${row.start}`).toBe(true);
      }
    }
  });

  it('names the seven disasters and the four prefectures of 2020', () => {
    const disasters = readContent('base/disasters.yaml', shapes.disastersFile);
    expect(disasters.length).toBe(7);
    expect(disasters.at(-1)?.partners).toEqual(['06 山形県', '40 福岡県', '43 熊本県', '44 大分県']);
  });

  it('does not say which ward helped which town after 2011, because nobody told us', () => {
    const talk = readContent('base/links.yaml', shapes.linksFile).find((link) => link.id === 'tohoku-staff');
    expect(talk?.type).toBe('symposium');
  });

  it('calls the lecture of February 2021 announced, not held', () => {
    const events = readContent('base/events.yaml', shapes.eventsFile);
    expect(events.find((event) => event.id === 'lecture-2021-02-10')?.status).toBe('announced');
  });
});

describe('the project', () => {
  const project = readContent('base/project.yaml', shapes.projectFile);
  const group = (name: string) => project.topics.filter((topic) => topic.group === name);

  it('has six fields and three goals, each in easy Japanese too', () => {
    expect(project.fields.map((field) => field.id)).toEqual([
      'industry',
      'tourism',
      'culture',
      'tokyo2020',
      'challenges',
      'residents',
    ]);
    expect(group('goal').length).toBe(3);
    for (const field of project.fields) expect(field.summary['ja-easy'], field.id).toBeTypeOf('string');
    for (const goal of group('goal')) {
      expect([typeof goal.title['ja-easy'], typeof goal.body['ja-easy']]).toEqual(['string', 'string']);
    }
  });

  it('has its topics in the groups of the About screen', () => {
    const groups = [...new Set(project.topics.map((topic) => topic.group))];
    expect(Object.fromEntries(groups.map((name) => [name, group(name).length]))).toEqual({
      purpose: 5,
      goal: 3,
      work: 7,
      foundation: 8,
      'plan-2017': 21,
      'plan-2023': 14,
      outlook: 10,
      concept: 4,
      grant: 4,
      'joint-project': 2,
      membership: 2,
    });
  });

  it('gives phones as printed on 28 December 2020', () => {
    const phones = project.contacts.filter((row) => row.phone).map((row) => `${row.phone} ${row.asOf}`);
    expect(phones).toEqual(['03-5210-9747 2020-12-28', '03-5210-9067 2020-12-28']);
  });
});
