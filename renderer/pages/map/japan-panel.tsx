/** The map with its buttons: filters, regions, zoom, and the small chooser where towns lie close. */
import { ArrowsInIcon } from '@phosphor-icons/react/dist/csr/ArrowsIn';
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { MinusIcon } from '@phosphor-icons/react/dist/csr/Minus';
import { PlusIcon } from '@phosphor-icons/react/dist/csr/Plus';
import { useEffect, useMemo, useState } from 'react';
import type { RegionId } from '../../../content/pack/types.ts';
import type { MapView } from '../../../content/pack/views.ts';
import type { Filter } from '../../map/filters.ts';
import type { JapanMap, Scene, Touch } from '../../map/japan-map.ts';
import type { Spot } from '../../map/plane.ts';
import { ATTRIBUTION_SHORT } from '../../map/shapes/attribution.ts';
import { HIGH_CONTRAST, PLAIN } from '../../map/theme.ts';
import { pointsBox, prefectureBox, REGION_VIEW_ZOOM, regionBox, TOWN_VIEW_ZOOM } from '../../map/view.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import type { Chosen, Wish } from './map-page.tsx';
import { marksOf, toldBy } from './scene.ts';
import { TownChooser } from './town-chooser.tsx';
import { useButtonsOver } from './use-buttons-over.ts';
import { useJapanMap } from './use-japan-map.ts';

export type JapanPanelProps = {
  readonly view: MapView;
  readonly filters: readonly Filter[];
  readonly filter: Filter;
  readonly chosen: Chosen;
  readonly wish: Wish | null;
  readonly onFilter: (filter: Filter) => void;
  readonly onTown: (code: string) => void;
  readonly onPrefecture: (id: string) => void;
  readonly onRegion: (id: RegionId) => void;
  /** Nothing is chosen any more. */
  readonly onNothing: () => void;
};

/** From here on the land fills the panel, and the row of regions waits behind its button. */
const CLOSE = 6.8;

type Choice = { readonly codes: readonly string[]; readonly at: Spot };

/** Pixels of one rem at this size of text. */
function useRem(): number {
  const { textSize } = useSettings();
  return useMemo(
    () => (textSize > 0 ? Number.parseFloat(getComputedStyle(document.documentElement).fontSize) : 16),
    [textSize],
  );
}

function useScene({ view, filter, chosen }: Pick<JapanPanelProps, 'view' | 'filter' | 'chosen'>): Scene {
  const t = useWords('map');
  const { contrast } = useSettings();
  const rem = useRem();
  const heartName = t('wards-middle');
  const marks = useMemo(() => marksOf(view, heartName), [view, heartName]);
  const told = useMemo(() => toldBy(view, marks, filter), [view, marks, filter]);
  const { prefectureId, code } = chosen;
  return useMemo(
    () => ({
      ...marks,
      ...told,
      chosenTown: code,
      chosenPrefecture: prefectureId,
      theme: contrast === 'high' ? HIGH_CONTRAST : PLAIN,
      rem,
    }),
    [marks, told, code, prefectureId, contrast, rem],
  );
}

function fulfil(map: JapanMap, view: MapView, wish: Wish, fly: boolean): void {
  if (wish.to === 'region') {
    const box = regionBox(view, wish.id);
    if (box !== undefined) map.goTo(box, REGION_VIEW_ZOOM, fly);
    return;
  }
  if (wish.to === 'prefecture') {
    const box = prefectureBox(view, wish.id);
    if (box !== undefined) map.goTo(box, undefined, fly);
    return;
  }
  const point = view.points.find((town) => town.code === wish.code);
  const box = point && pointsBox([point], 1);
  if (box !== undefined) map.goTo(box, TOWN_VIEW_ZOOM, fly);
}

export function JapanPanel(props: JapanPanelProps) {
  const { view, wish, chosen } = props;
  const t = useWords('map');
  const { lang } = useSettings();
  const [choice, setChoice] = useState<Choice | null>(null);
  const scene = useScene(props);

  const touched = (touch: Touch) => {
    setChoice(touch.kind === 'choose' ? touch : null);
    if (touch.kind === 'town') props.onTown(touch.code);
    if (touch.kind === 'prefecture' && touch.id !== chosen.prefectureId) props.onPrefecture(touch.id);
  };
  const { box, map, camera } = useJapanMap(scene, touched);
  const quiet =
    chosen.code !== null ||
    chosen.prefectureId !== null ||
    chosen.region !== null ||
    (camera?.zoom ?? 0) > CLOSE;
  const over = useButtonsOver(map);
  // A wish that came with the route is there at once; later ones are flown to.
  const [first] = useState(wish);
  useEffect(() => {
    if (map !== null && wish !== null) fulfil(map, view, wish, wish !== first);
  }, [map, view, wish, first]);

  return (
    <section className="japan-panel" aria-label={t('map-label')}>
      <div className="japan-panel-map" ref={over}>
        <div className="map-sea" ref={box} />
        <MapFilters {...props} />
        <div className="map-corner" data-quiet={quiet}>
          <MapRegions view={view} onRegion={props.onRegion} />
          <MapZoom map={map} onHome={props.onNothing} />
        </div>
        {choice !== null && (
          <TownChooser
            view={view}
            codes={choice.codes}
            at={choice.at}
            onChoose={(code) => {
              setChoice(null);
              props.onTown(code);
            }}
            onClose={() => setChoice(null)}
          />
        )}
      </div>
      <p className="map-credit">{ATTRIBUTION_SHORT[lang === 'en' ? 'en' : 'ja']}</p>
    </section>
  );
}

function MapFilters({ view, filters, filter, onFilter }: JapanPanelProps) {
  const t = useWords('map');
  const name = (each: Filter) => {
    if (each !== 'lens') return t(`filter.${each}`);
    return view.ward === null ? t('filter.lens-all') : t('filter.lens', { ward: view.ward.name });
  };
  return (
    <div className="map-filters" data-over-map="">
      <Chips label={t('filters')}>
        {filters.map((each) => (
          <ChoiceChip key={each} chosen={each === filter} onPress={() => onFilter(each)}>
            {name(each)}
          </ChoiceChip>
        ))}
      </Chips>
    </div>
  );
}

type MapRegionsProps = { readonly view: MapView; readonly onRegion: (id: RegionId) => void };

/** The eight regions; where the panel is small they wait behind one button. */
function MapRegions({ view, onRegion }: MapRegionsProps) {
  const t = useWords('map');
  const [open, setOpen] = useState(false);
  return (
    <>
      <ul className="map-regions" data-open={open} aria-label={t('regions')} data-over-map="">
        {view.regions.map((region) => (
          <li key={region.id}>
            <button
              type="button"
              className="map-region"
              data-region={region.id}
              onClick={() => {
                setOpen(false);
                onRegion(region.id);
              }}
            >
              <Ruby>{region.name}</Ruby>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="map-zoom-button map-regions-toggle"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-over-map=""
      >
        {t('regions-short')}
        <Icon of={open ? CaretDownIcon : CaretUpIcon} weight="bold" size={1} />
      </button>
    </>
  );
}

function MapZoom({ map, onHome }: { readonly map: JapanMap | null; readonly onHome: () => void }) {
  const t = useWords('map');
  return (
    <div className="map-zoom" data-over-map="">
      <button
        type="button"
        className="map-zoom-button"
        aria-label={t('zoom-in')}
        onClick={() => map?.zoomBy(1)}
      >
        <Icon of={PlusIcon} weight="bold" />
      </button>
      <button
        type="button"
        className="map-zoom-button"
        aria-label={t('zoom-out')}
        onClick={() => map?.zoomBy(-1)}
      >
        <Icon of={MinusIcon} weight="bold" />
      </button>
      <button
        type="button"
        className="map-zoom-button map-zoom-home"
        onClick={() => {
          onHome();
          map?.goHome();
        }}
      >
        <Icon of={ArrowsInIcon} weight="bold" />
        <span>{t('home-size')}</span>
      </button>
    </div>
  );
}
