/** What the screen shows of a notice. Plain data, in the visitor's language as far as it was written in it. */
import type { Lang } from './lang.ts';
import type { PictureView } from './media-views.ts';
import type { Minute, NoticeLevel } from './notice.ts';

/** The notice of a pack. */
export type NoticeView = {
  readonly id: string;
  readonly level: NoticeLevel;
  /** Tokyo; null: since it came. */
  readonly from: Minute | null;
  /** Tokyo; from this minute on it is over. */
  readonly until: Minute;
  readonly headline: string;
  /** Markdown. */
  readonly body: string;
  /** Where to go, whom to ask. */
  readonly contact: string | null;
  readonly phone: string | null;
  readonly url: string | null;
  readonly picture: PictureView | null;
  /** `ja` where it was not written in the language asked for. */
  readonly lang: Lang;
};
