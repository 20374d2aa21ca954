/** When and where an exhibition stands, as a chip: 「いま この会場で 12月24日(木)まで」. */
import type { Lang } from '../../content/pack/lang.ts';
import type { ShowingView } from '../../content/pack/views.ts';
import { dayText, rangeText } from '../dates.ts';
import { useToday } from '../kiosk.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Chip } from './chip.tsx';

/** @returns the sentence of a showing, e.g. for a page's title block. */
export function useShowingText(): (showing: ShowingView | null) => string {
  const t = useWords();
  const { lang } = useSettings();
  const today = useToday();
  return (showing) => {
    if (showing === null) return t('showing.standing');
    const place = showing.venueName;
    const days = shortRange(showing, lang);
    switch (showing.state) {
      case 'running':
        return showing.here
          ? t('showing.here-now', { last: dayText(showing.lastDay, today, lang) })
          : t('showing.now', { place, last: dayText(showing.lastDay, today, lang) });
      case 'coming':
        return showing.here
          ? t('showing.here-coming', { first: dayText(showing.firstDay, today, lang) })
          : t('showing.coming', { place, days });
      case 'past':
        return showing.here ? t('showing.here-past', { days }) : t('showing.past', { place, days });
    }
  };
}

function shortRange(showing: ShowingView, lang: Lang): string {
  return rangeText(showing.firstDay, showing.lastDay, lang);
}

export function ShowingChip({ showing }: { readonly showing: ShowingView | null }) {
  const text = useShowingText()(showing);
  const now = showing?.here === true && showing.state !== 'past';
  return <Chip kind={now ? 'now' : 'plain'}>{text}</Chip>;
}
