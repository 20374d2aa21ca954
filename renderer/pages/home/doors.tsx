/**
 * The six doors of home; with the picture beside them seven choices. The project and taking part have none of
 * their own: the next screens lead there.
 */
import { BinocularsIcon } from '@phosphor-icons/react/dist/csr/Binoculars';
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots';
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake';
import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass';
import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold';
import { NewspaperClippingIcon } from '@phosphor-icons/react/dist/csr/NewspaperClipping';
import type { HomeView } from '../../../content/pack/views.ts';
import { type CoverSpec, coverFor, type PatternId, type RegionId } from '../../covers/index.ts';
import { Tile } from '../../parts/tile.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';

/** Each door has its own pattern and hue, the same in every hall: people find it again by looking. */
function doorCover(seed: string, region: RegionId, pattern: PatternId): CoverSpec {
  return { ...coverFor({ seed, region }), pattern, layout: 'field' };
}

const COVERS = {
  map: doorCover('door-map', 'tohoku', 'shippo'),
  partners: doorCover('door-partners', 'kyushu', 'asanoha'),
  cases: doorCover('door-cases', 'kinki', 'yagasuri'),
  news: doorCover('door-news', 'kanto', 'ichimatsu'),
  events: doorCover('door-events', 'shikoku', 'seigaiha'),
  search: doorCover('door-search', 'chubu', 'kagome'),
};

export function Doors({ home }: { readonly home: HomeView }) {
  const t = useWords('home');
  const { lang } = useSettings();
  const { ward, newestIssue, eventCount } = home;
  const number = (value: number) => numberText(value, lang);
  const towns = home.municipalityCount;
  return (
    <nav className="home-doors" aria-label={t('doors')}>
      <Tile
        to={{ page: 'map' }}
        cover={COVERS.map}
        icon={MapTrifoldIcon}
        title={t('map')}
        note={t('map-note', { count: towns, number: number(towns) })}
      />
      <Tile
        to={ward === null ? { page: 'wards' } : { page: 'ward', code: ward.code }}
        cover={COVERS.partners}
        icon={HandshakeIcon}
        title={ward === null ? t('partners-all') : t('partners', { ward: ward.name })}
        note={t('partners-note', { count: home.partnerCount, number: number(home.partnerCount) })}
      />
      <Tile
        to={{ page: 'cases' }}
        cover={COVERS.cases}
        icon={BinocularsIcon}
        title={t('cases')}
        note={t('cases-note')}
      />
      <Tile
        to={{ page: 'news' }}
        cover={COVERS.news}
        icon={NewspaperClippingIcon}
        title={t('news')}
        note={newestIssue === null ? null : t('news-note', { number: newestIssue.number })}
      />
      <Tile
        to={{ page: 'events' }}
        cover={COVERS.events}
        icon={CalendarDotsIcon}
        title={t('events')}
        note={
          eventCount.thisWeek > 0
            ? t('events-week', { count: eventCount.thisWeek })
            : t('events-note', { count: eventCount.all })
        }
      />
      <Tile
        to={{ page: 'search' }}
        cover={COVERS.search}
        icon={MagnifyingGlassIcon}
        title={t('search')}
        note={t('search-note')}
      />
    </nav>
  );
}
