/**
 * Japan, offline: prefectures and towns to touch, lines from the hall's ward to its partners, and beside
 * it a list that says the same in words. What is chosen stands in the route, so that the way back from a
 * town finds it again.
 */
import { useState } from 'react';
import type { RegionId } from '../../../content/pack/types.ts';
import type { MapView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { type Filter, prefecturesOf, usefulFilters } from '../../map/filters.ts';
import { replace, useKept } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words/index.ts';
import { JapanPanel } from './japan-panel.tsx';
import './map-page.css';
import { MapSide } from './map-side.tsx';

type MapRoute = Extract<Route, { page: 'map' }>;

const NOTHING = {};

export function MapPage({ route }: { readonly route: MapRoute }) {
  const t = useWords('map');
  const answer = useAnswer('map:read', NOTHING);
  return (
    <Screen title={t('title')} scroll="none" className="map-page">
      <Answered answer={answer} shape="picture">
        {(view) => <MapScreen view={view} route={route} />}
      </Answered>
    </Screen>
  );
}

/** What the visitor chose on the map or in the list. */
export type Chosen = {
  readonly region: RegionId | null;
  readonly prefectureId: string | null;
  readonly code: string | null;
};

const NOTHING_CHOSEN: Chosen = { region: null, prefectureId: null, code: null };

/** Where the map shall go next; a new object each time, so that the same wish can be said twice. */
export type Wish =
  | { readonly to: 'region'; readonly id: RegionId }
  | { readonly to: 'prefecture'; readonly id: string }
  | { readonly to: 'town'; readonly code: string };

function routeOf({ region, prefectureId, code }: Chosen): MapRoute {
  return {
    page: 'map',
    ...(region === null ? {} : { region }),
    ...(prefectureId === null ? {} : { prefectureId }),
    ...(code === null ? {} : { code }),
  };
}

/** The first wish of a route that names something. */
function wishOf({ region, prefectureId, code }: MapRoute): Wish | null {
  if (code !== undefined) return { to: 'town', code };
  if (prefectureId !== undefined) return { to: 'prefecture', id: prefectureId };
  return region === undefined ? null : { to: 'region', id: region };
}

/** What the way back in the list leads to: from a town to its prefecture, from there to its region. */
function wider({ region, prefectureId, code }: Chosen): Chosen {
  if (code !== null) return { region, prefectureId, code: null };
  return prefectureId === null ? NOTHING_CHOSEN : { region, prefectureId: null, code: null };
}

function MapScreen({ view, route }: { readonly view: MapView; readonly route: MapRoute }) {
  const filters = usefulFilters(view);
  const [wanted, setFilter] = useKept<Filter>('filter', filters[0] ?? 'lens');
  const [wish, setWish] = useState(() => wishOf(route));
  const filter = filters.includes(wanted) ? wanted : (filters[0] ?? 'lens');
  const chosen: Chosen = {
    region: route.region ?? null,
    prefectureId: route.prefectureId ?? null,
    code: route.code ?? null,
  };

  const choose = (next: Chosen) => replace(routeOf(next));
  const toPrefecture = (id: string) => {
    // On the map a finger may leave the region that was chosen.
    const { region } = view.prefectures.find((each) => each.id === id) ?? {};
    choose({ region: region === chosen.region ? chosen.region : null, prefectureId: id, code: null });
    setWish({ to: 'prefecture', id });
  };
  const toRegion = (region: RegionId) => {
    const [only, ...others] = prefecturesOf(view, region);
    if (only !== undefined && others.length === 0) return toPrefecture(only.id);
    choose({ ...NOTHING_CHOSEN, region });
    setWish({ to: 'region', id: region });
  };
  return (
    <div className="map-screen">
      <JapanPanel
        view={view}
        filters={filters}
        filter={filter}
        chosen={chosen}
        wish={wish}
        onFilter={(next) => {
          setFilter(next);
          choose(NOTHING_CHOSEN);
        }}
        onTown={(code) => choose({ ...chosen, code })}
        onPrefecture={toPrefecture}
        onRegion={toRegion}
        onNothing={() => choose(NOTHING_CHOSEN)}
      />
      <MapSide
        view={view}
        filter={filter}
        chosen={chosen}
        onPrefecture={toPrefecture}
        onBack={() => choose(wider(chosen))}
      />
    </div>
  );
}
