/** The survey's answers in the four lists people ask for, and the opinions without counts. Pure. */
import type { AboutView } from '../../../content/pack/views.ts';

export type SurveyRow = AboutView['survey'][number];

/** Part and side of the survey, as the source names them. */
export const SURVEY_GROUPS = [
  { id: 'projects-residents', part: 'projects', side: 'residents' },
  { id: 'projects-municipalities', part: 'projects', side: 'municipalities' },
  { id: 'website-residents', part: 'website', side: 'residents' },
  { id: 'website-municipalities', part: 'website', side: 'municipalities' },
  { id: 'opinions', part: 'opinions', side: 'all' },
] as const;

export type SurveyGroupId = (typeof SURVEY_GROUPS)[number]['id'];

/** Rows of one list, most answers first; equal ones in the order of the source. */
export function rowsOf(survey: readonly SurveyRow[], id: SurveyGroupId): readonly SurveyRow[] {
  const group = SURVEY_GROUPS.find((each) => each.id === id);
  return survey
    .filter((row) => row.part === group?.part && row.side === group.side)
    .sort((a, b) => (b.answers ?? 0) - (a.answers ?? 0));
}

/** Length of a bar as a share 0..1 of the longest in its list; all bars of a list begin at zero. */
export function shareOf(row: SurveyRow, rows: readonly SurveyRow[]): number {
  const most = Math.max(1, ...rows.map((each) => each.answers ?? 0));
  return (row.answers ?? 0) / most;
}
