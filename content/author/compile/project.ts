/** Base pack: links, events, and what the project says of itself. */
import type { Texts } from '../shapes.ts';
import type { BaseSource } from '../source.ts';
import { type Compiler, flag, insertPartners, insertSides, insertTags, insertWords } from './rows.ts';

export function insertProject(compiler: Compiler, base: BaseSource): void {
  insertLinks(compiler, base);
  insertEvents(compiler, base);
  insertStatements(compiler, base);
  insertNumbers(compiler, base);
  insertHistory(compiler, base);
  insertSurvey(compiler, base);
}

function insertLinks(compiler: Compiler, base: BaseSource): void {
  base.links.value.forEach((row, position) => {
    compiler.draft.insert('link', {
      link_id: row.id,
      type: row.type,
      all_wards: flag(row.wards === 'all'),
      start_date: row.start ?? null,
      end_date: row.end ?? null,
      known_by: row.knownBy ?? null,
      online: flag(row.online),
      position,
    });
    insertWords(compiler, 'link', row.id, row.title, { title: row.title, note: row.note ?? null });
    insertSides(compiler, 'link', row.id, row);
    insertTags(compiler, 'link', 'purpose', row.id, row.purposes);
  });
}

function insertEvents(compiler: Compiler, base: BaseSource): void {
  const venues = new Map(base.venues.value.map((venue) => [venue.id, venue.name]));
  base.events.value.forEach((row, position) => {
    compiler.draft.insert('event', {
      event_id: row.id,
      kind: row.kind,
      status: row.status,
      start_date: row.start ?? null,
      end_date: row.end ?? null,
      fiscal_year: row.fiscalYear ?? null,
      start_time: row.startTime ?? null,
      end_time: row.endTime ?? null,
      deadline_date: row.deadline ?? null,
      venue_id: row.venue ?? null,
      all_wards: flag(row.wards === 'all'),
      online: flag(row.online),
      attendance: row.attendance ?? null,
      url: row.url ?? null,
      position,
    });
    const place = row.place ?? (row.venue ? (venues.get(row.venue) ?? null) : null);
    insertWords(compiler, 'event', row.id, row.title, { title: row.title, summary: row.summary, place });
    insertSides(compiler, 'event', row.id, row);
  });
}

function insertStatements(compiler: Compiler, base: BaseSource): void {
  const { fields, topics, contacts } = base.project.value;
  fields.forEach((row, position) => {
    compiler.draft.insert('field', { field_id: row.id, position });
    insertWords(compiler, 'field', row.id, row.name, { name: row.name, summary: row.summary });
  });
  topics.forEach((row, position) => {
    compiler.draft.insert('topic', { topic_id: row.id, topic_group: row.group, position });
    insertWords(compiler, 'topic', row.id, row.title, { title: row.title, body: row.body });
  });
  contacts.forEach((row, position) => {
    compiler.draft.insert('contact', {
      contact_id: row.id,
      phone: row.phone ?? null,
      url: row.url ?? null,
      as_of: row.asOf,
      position,
    });
    insertWords(compiler, 'contact', row.id, row.name, { name: row.name, office: row.office ?? null });
  });
}

function insertNumbers(compiler: Compiler, base: BaseSource): void {
  base.numbers.value.forEach((series, position) => {
    compiler.draft.insert('number_series', { number_series_id: series.id, position });
    const { name, unit } = series;
    insertWords(compiler, 'number_series', series.id, name, { name, unit, note: series.note ?? null });
    for (const point of series.points) {
      compiler.draft.insert('number_point', {
        number_series_id: series.id,
        as_of: point.asOf,
        value: point.value,
        qualifier: point.qualifier ?? null,
      });
    }
  });
}

function insertHistory(compiler: Compiler, base: BaseSource): void {
  base.timeline.value.forEach((row, position) => {
    const id = `t${String(position + 1).padStart(3, '0')}`;
    compiler.draft.insert('timeline', {
      timeline_id: id,
      kind: row.kind,
      start_date: row.start,
      end_date: row.end ?? null,
      position,
    });
    insertWords(compiler, 'timeline', id, row.title, { title: row.title, place: row.place ?? null });
    insertTags(compiler, 'timeline', 'link', id, row.links);
  });
  base.disasters.value.forEach((row, position) => {
    compiler.draft.insert('disaster', {
      disaster_id: row.id,
      start_date: row.start,
      end_date: row.end ?? null,
      position,
    });
    insertWords(compiler, 'disaster', row.id, row.name, { name: row.name, support: row.support ?? null });
    insertPartners(compiler, 'disaster', row.id, row.partners, false);
  });
}

function insertSurvey(compiler: Compiler, base: BaseSource): void {
  base.survey.value.forEach((row, position) => {
    compiler.draft.insert('survey', {
      survey_id: row.id,
      part: row.part,
      side: row.side,
      answer_count: row.answers ?? null,
      position,
    });
    const lines = (list: readonly string[] | undefined): string | undefined => list?.join('\n');
    const points: Texts = {
      ja: row.points.ja.join('\n'),
      'ja-easy': lines(row.points['ja-easy']),
      en: row.points.en.join('\n'),
      'zh-Hans': lines(row.points['zh-Hans']),
      ko: lines(row.points.ko),
    };
    insertWords(compiler, 'survey', row.id, row.title, { title: row.title, points });
  });
}
