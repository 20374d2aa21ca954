/** What the project says of itself, as the screen shows it; a part of `views.ts`. */
import type { Day, PackId, PackKind, PartialDate, RegionId, TimelineKind } from './types.ts';
import type { PartnerRef, When } from './views.ts';

export type TopicView = { readonly id: string; readonly title: string; readonly body: string };

export type NumberSeriesView = {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly note: string | null;
  /** Oldest first. */
  readonly points: readonly {
    readonly asOf: PartialDate;
    readonly value: number;
    readonly qualifier: 'over' | 'about' | null;
  }[];
};

export type TimelineEntryView = {
  readonly id: string;
  readonly kind: TimelineKind;
  readonly when: When & { readonly start: PartialDate };
  readonly title: string;
  readonly place: string | null;
};

export type AssociationView = {
  readonly id: string;
  readonly name: string;
  readonly prefectureId: string;
  readonly prefecture: string;
  readonly kind: 'mayors' | 'towns-villages';
  readonly date: PartialDate;
  readonly exact: boolean;
};

/** An area, or a body that works with the wards, as a card tells it. */
export type BodyView = {
  readonly kind: 'area' | 'organisation';
  readonly id: string;
  readonly name: string;
  /** One sentence: what it is, or what it does. */
  readonly note: string | null;
  /** Of an area in one prefecture. */
  readonly region: RegionId | null;
};

export type AboutView = {
  readonly title: string;
  readonly summary: string;
  /** By group name, in order; groups as in `content/source/base/project.yaml`. */
  readonly topics: Readonly<Record<string, readonly TopicView[]>>;
  readonly fields: readonly { readonly id: string; readonly name: string; readonly summary: string }[];
  readonly numbers: readonly NumberSeriesView[];
  /** Oldest first. */
  readonly timeline: readonly TimelineEntryView[];
  /** By date of agreement. */
  readonly associations: readonly AssociationView[];
  /** In the order of the source. */
  readonly areas: readonly BodyView[];
  readonly organisations: readonly BodyView[];
  readonly disasters: readonly {
    readonly id: string;
    readonly name: string;
    readonly support: string | null;
    readonly when: When;
    readonly partners: readonly PartnerRef[];
  }[];
  readonly survey: readonly {
    readonly id: string;
    readonly part: string;
    readonly side: string;
    readonly title: string;
    readonly answers: number | null;
    readonly points: readonly string[];
  }[];
  readonly contacts: readonly {
    readonly id: string;
    readonly name: string;
    readonly office: string | null;
    readonly phone: string | null;
    readonly url: string | null;
    readonly asOf: Day;
  }[];
  readonly packs: readonly PackView[];
};

export type PackView = {
  readonly id: PackId;
  readonly kind: PackKind;
  readonly version: number;
  readonly date: Day;
  readonly title: string;
};
