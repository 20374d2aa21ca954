/** The big picture of home: the exhibition here, or coming, or the standing one; without one, the project. */
import type { NextView } from '../../../content/pack/program-views.ts';
import type { HomeView } from '../../../content/pack/views.ts';
import { dayText } from '../../dates.ts';
import { useToday } from '../../kiosk.ts';
import { Chip } from '../../parts/chip.tsx';
import { ExhibitionPoster, Poster } from '../../parts/poster.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';

export function Hero({ home }: { readonly home: HomeView }) {
  const t = useWords('home');
  const { lang } = useSettings();
  const { hero, next, municipalityCount: count } = home;
  const more = next === null ? null : <Next next={next} />;
  if (hero !== null) return <ExhibitionPoster exhibition={hero} size="hero" more={more} />;
  return (
    <Poster
      size="hero"
      to={{ page: 'about' }}
      above={more ?? undefined}
      cover={{ seed: 'zenkoku-renkei', theme: 'mountain', region: 'kanto' }}
      title={t('hero-none', { count, number: numberText(count, lang) })}
      text={t('hero-none-text')}
    />
  );
}

/** 「つぎは 1月5日(火)から　広島9町」: what comes to this hall, so that one may come again. */
function Next({ next }: { readonly next: NextView }) {
  const t = useWords('home');
  const { lang } = useSettings();
  const today = useToday();
  return (
    <Chip>
      {t('next', { first: dayText(next.firstDay, today, lang) })}
      <span lang={next.lang}>{next.title}</span>
    </Chip>
  );
}
