/** What the store answers about the program: the chart of all halls, and what comes next to this one. */
import type { Lang } from './lang.ts';
import type { Day } from './types.ts';

/** One exhibition in one hall. */
export type ProgramStayView = {
  readonly exhibitionId: string;
  /** Its id where its pack is not here (yet). */
  readonly title: string;
  readonly firstDay: Day;
  /** Included. */
  readonly lastDay: Day;
  readonly opening: Day | null;
  readonly note: string | null;
  readonly state: 'running' | 'coming' | 'past';
  /** Its pack is here, so this kiosk can show it. */
  readonly installed: boolean;
};

export type ProgramHallView = {
  readonly venueId: string;
  readonly venueName: string;
  /** The hall this kiosk stands in. */
  readonly here: boolean;
  readonly now: ProgramStayView | null;
  readonly next: ProgramStayView | null;
  /** By first day. */
  readonly stays: readonly ProgramStayView[];
};

export type ProgramView = {
  /** Null: no program was signed, and the packs' own dates stand here. */
  readonly program: { readonly version: number; readonly date: Day; readonly title: string } | null;
  /** The trusted day by which is decided. */
  readonly today: Day;
  /** This hall first, then in the order of the venues; halls without any stay are left out. */
  readonly halls: readonly ProgramHallView[];
};

/** What comes to this hall next. */
export type NextView = {
  readonly exhibitionId: string;
  readonly title: string;
  readonly lang: Lang;
  readonly firstDay: Day;
  /** Included. */
  readonly lastDay: Day;
};
