/** What home's big picture said from visit to visit: whether a sync and a change of exhibition were really seen. */

export const EVENTS = ['sync', 'rotation'] as const;
export type ShownEvent = (typeof EVENTS)[number];

/** Home's big picture: what is on, and all its words, also those of what comes next. */
export type Hero = { readonly title: string; readonly words: string };

export type Shown = {
  /** Takes in what a visitor found on home. */
  readonly see: (hero: Hero) => void;
  /** Seen since the start. */
  readonly seen: ReadonlySet<ShownEvent>;
  /** Seen since this was last asked. */
  readonly news: () => readonly ShownEvent[];
};

/** @param coming title of the exhibition that only a sync can announce, and only the next midnight can open */
export function followShown(coming: string): Shown {
  const seen = new Set<ShownEvent>();
  let told = 0;
  return {
    seen,
    see: ({ title, words }) => {
      if (words.includes(coming)) seen.add('sync');
      if (title === coming) seen.add('rotation');
    },
    news: () => {
      const news = [...seen].slice(told);
      told = seen.size;
      return news;
    },
  };
}
