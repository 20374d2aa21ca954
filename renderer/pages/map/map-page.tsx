/**
 * Japan, offline: prefectures and towns to touch, lines from the hall's ward to its partners, and beside
 * it a list that says the same in words. What is chosen stands in the route, so that the way back from a
 * town finds it again.
 */
import { useState } from 'react';
import type { MapView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { type Filter, usefulFilters } from '../../map/filters.ts';
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
export type Chosen = { readonly prefectureId: string | null; readonly code: string | null };

/** Where the map shall go next; a new object each time, so that the same wish can be said twice. */
export type Wish =
  | { readonly to: 'prefecture'; readonly id: string }
  | { readonly to: 'town'; readonly code: string };

function routeOf({ prefectureId, code }: Chosen): MapRoute {
  return {
    page: 'map',
    ...(prefectureId === null ? {} : { prefectureId }),
    ...(code === null ? {} : { code }),
  };
}

/** The first wish of a route that names something. */
function wishOf({ prefectureId, code }: MapRoute): Wish | null {
  if (code !== undefined) return { to: 'town', code };
  return prefectureId === undefined ? null : { to: 'prefecture', id: prefectureId };
}

function MapScreen({ view, route }: { readonly view: MapView; readonly route: MapRoute }) {
  const filters = usefulFilters(view);
  const [wanted, setFilter] = useKept<Filter>('filter', filters[0] ?? 'lens');
  const [wish, setWish] = useState(() => wishOf(route));
  const filter = filters.includes(wanted) ? wanted : (filters[0] ?? 'lens');
  const chosen: Chosen = { prefectureId: route.prefectureId ?? null, code: route.code ?? null };

  const choose = (next: Chosen) => replace(routeOf(next));
  const toPrefecture = (id: string) => {
    choose({ prefectureId: id, code: null });
    setWish({ to: 'prefecture', id });
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
          choose({ prefectureId: null, code: null });
        }}
        onTown={(code) => choose({ ...chosen, code })}
        onPrefecture={toPrefecture}
        onNothing={() => choose({ prefectureId: null, code: null })}
      />
      <MapSide
        view={view}
        filter={filter}
        chosen={chosen}
        onPrefecture={toPrefecture}
        onBack={() =>
          choose(chosen.code === null ? { prefectureId: null, code: null } : { ...chosen, code: null })
        }
      />
    </div>
  );
}
