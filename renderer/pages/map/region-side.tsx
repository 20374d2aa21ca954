/** Beside the map: a region with its prefectures, from north to south. */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { useMemo } from 'react';
import type { RegionId } from '../../../content/pack/types.ts';
import { prefecturesOf } from '../../map/filters.ts';
import { Button } from '../../parts/button.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useWords } from '../../words/index.ts';
import type { MapSideProps } from './map-side.tsx';
import { MapRow, SideTitle } from './side-parts.tsx';

export function RegionSide({
  view,
  region,
  onPrefecture,
  onBack,
}: MapSideProps & { readonly region: RegionId }) {
  const t = useWords('map');
  const name = view.regions.find(({ id }) => id === region)?.name ?? '';
  const prefectures = useMemo(() => prefecturesOf(view, region), [view, region]);
  return (
    <aside className="map-side" aria-labelledby="map-side-title" data-region={region}>
      <SideTitle title={name} note={t('prefectures', { count: prefectures.length })} />
      <div className="map-side-ways">
        <Button icon={ArrowLeftIcon} onPress={onBack}>
          {t('to-list')}
        </Button>
      </div>
      <ScrollArea label={t('prefectures-of', { name })} name={`region ${region}`}>
        <ul className="map-list map-list-prefectures">
          {prefectures.map(({ id, name: prefecture, towns }) => (
            <li key={id}>
              <MapRow
                name={prefecture}
                note={t('towns', { count: towns })}
                onPress={() => onPrefecture(id)}
              />
            </li>
          ))}
        </ul>
      </ScrollArea>
    </aside>
  );
}
