/** What the project says of itself: aims, fields, numbers, history, agreements, disasters, survey. */
import type { Lang } from '../pack/lang.ts';
import type { AboutView, NumberSeriesView, PackView, TimelineEntryView, TopicView } from '../pack/views.ts';
import { readAreas, readAssociations, readOrganisations } from './groups.ts';
import type { Library } from './library.ts';
import { wordsJoin } from './names.ts';
import { readPartners } from './sides.ts';

export function readAbout(library: Library, lang: Lang): AboutView {
  const base = readPacks(library, lang).find((pack) => pack.kind === 'base');
  return {
    title: base?.title ?? '',
    summary: base?.summary ?? '',
    topics: readTopics(library, lang),
    fields: library.all(
      `SELECT t.field_id AS id, coalesce(want.name, ja.name) AS name, coalesce(want.summary, ja.summary) AS summary
         FROM field AS t ${wordsJoin('field', 't.field_id')} ORDER BY t.position`,
      { lang },
    ),
    numbers: readNumbers(library, lang),
    timeline: readTimeline(library, lang),
    associations: readAssociations(library, lang),
    areas: readAreas(library, lang),
    organisations: readOrganisations(library, lang),
    disasters: readDisasters(library, lang),
    survey: readSurvey(library, lang),
    contacts: library.all(
      `SELECT t.contact_id AS id, coalesce(want.name, ja.name) AS name, coalesce(want.office, ja.office) AS office,
              t.phone, t.url, t.as_of AS asOf
         FROM contact AS t ${wordsJoin('contact', 't.contact_id')} ORDER BY t.position`,
      { lang },
    ),
    packs: readPacks(library, lang),
  };
}

export function readPacks(
  library: Library,
  lang: Lang,
): readonly (PackView & { readonly summary: string })[] {
  return library.all(
    `SELECT t.pack_id AS id, t.kind, t.version, t.content_date AS date, coalesce(want.title, ja.title) AS title,
            coalesce(want.summary, ja.summary) AS summary
       FROM pack AS t ${wordsJoin('pack', 't.pack_id')}`,
    { lang },
  );
}

function readTopics(library: Library, lang: Lang): AboutView['topics'] {
  const rows = library.all<TopicView & { readonly topicGroup: string }>(
    `SELECT t.topic_id AS id, t.topic_group AS topicGroup, coalesce(want.title, ja.title) AS title,
            coalesce(want.body, ja.body) AS body
       FROM topic AS t ${wordsJoin('topic', 't.topic_id')} ORDER BY t.position`,
    { lang },
  );
  const groups: Record<string, TopicView[]> = {};
  for (const { topicGroup, ...topic } of rows) {
    groups[topicGroup] = [...(groups[topicGroup] ?? []), topic];
  }
  return groups;
}

function readNumbers(library: Library, lang: Lang): readonly NumberSeriesView[] {
  const series = library.all<Omit<NumberSeriesView, 'points'>>(
    `SELECT t.number_series_id AS id, coalesce(want.name, ja.name) AS name, coalesce(want.unit, ja.unit) AS unit,
            coalesce(want.note, ja.note) AS note
       FROM number_series AS t ${wordsJoin('number_series', 't.number_series_id')} ORDER BY t.position`,
    { lang },
  );
  return series.map((row) => ({
    ...row,
    points: library.all(
      `SELECT as_of AS asOf, value, qualifier FROM number_point WHERE number_series_id = $id ORDER BY as_of`,
      { id: row.id },
    ),
  }));
}

function readTimeline(library: Library, lang: Lang): readonly TimelineEntryView[] {
  type Row = {
    readonly id: string;
    readonly kind: TimelineEntryView['kind'];
    readonly start: string;
    readonly end: string | null;
    readonly title: string;
    readonly place: string | null;
  };
  return library
    .all<Row>(
      `SELECT t.timeline_id AS id, t.kind, t.start_date AS start, t.end_date AS "end",
              coalesce(want.title, ja.title) AS title, coalesce(want.place, ja.place) AS place
         FROM timeline AS t ${wordsJoin('timeline', 't.timeline_id')} ORDER BY t.start_date, t.position`,
      { lang },
    )
    .map(({ start, end, ...row }) => ({ ...row, when: { start, end } }));
}

function readDisasters(library: Library, lang: Lang): AboutView['disasters'] {
  type Row = {
    readonly id: string;
    readonly name: string;
    readonly support: string | null;
    readonly start: string;
    readonly end: string | null;
  };
  const rows = library.all<Row>(
    `SELECT t.disaster_id AS id, coalesce(want.name, ja.name) AS name, coalesce(want.support, ja.support) AS support,
            t.start_date AS start, t.end_date AS "end"
       FROM disaster AS t ${wordsJoin('disaster', 't.disaster_id')} ORDER BY t.start_date, t.position`,
    { lang },
  );
  const partners = readPartners(
    library,
    lang,
    'disaster',
    rows.map((row) => row.id),
  );
  return rows.map(({ start, end, ...row }) => ({ ...row, when: { start, end }, partners: partners(row.id) }));
}

function readSurvey(library: Library, lang: Lang): AboutView['survey'] {
  type Row = Omit<AboutView['survey'][number], 'points'> & { readonly points: string };
  return library
    .all<Row>(
      `SELECT t.survey_id AS id, t.part, t.side, t.answer_count AS answers, coalesce(want.title, ja.title) AS title,
              coalesce(want.points, ja.points) AS points
         FROM survey AS t ${wordsJoin('survey', 't.survey_id')} ORDER BY t.position`,
      { lang },
    )
    .map((row) => ({ ...row, points: row.points.split('\n') }));
}
