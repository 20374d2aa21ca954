/** The big picture of home: the exhibition here, or coming, or the standing one; without one, the project. */
import type { HomeView } from '../../../content/pack/views.ts';
import { ExhibitionPoster, Poster } from '../../parts/poster.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';

export function Hero({ home }: { readonly home: HomeView }) {
  const t = useWords('home');
  const { lang } = useSettings();
  const { hero, municipalityCount: count } = home;
  if (hero !== null) return <ExhibitionPoster exhibition={hero} size="hero" />;
  return (
    <Poster
      size="hero"
      to={{ page: 'about' }}
      cover={{ seed: 'zenkoku-renkei', theme: 'mountain', region: 'kanto' }}
      title={t('hero-none', { count, number: numberText(count, lang) })}
      text={t('hero-none-text')}
    />
  );
}
