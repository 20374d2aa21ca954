/**
 * Beside the map: the same in words. The list of the filter, nearest first; or the region that was chosen
 * with its prefectures; or the prefecture with its towns; or the town with one sentence and the way to its page.
 */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake';
import { useMemo } from 'react';
import { distanceKm } from '../../../content/pack/distance.ts';
import { MAP_FLAGS, type MapPoint, type MapView, type TownSummary } from '../../../content/pack/views.ts';
import { useAnswer } from '../../answer.ts';
import { agreementPrefectures, type Filter, heart, strongPoints, townsOf } from '../../map/filters.ts';
import { go } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { coverOfTown, PictureCard, TownHeadline, TownLangNote } from '../../parts/cards.tsx';
import { roundKm } from '../../parts/distance.ts';
import { Icon } from '../../parts/icon.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { Landscape } from '../../parts/landscape.tsx';
import { routeOfTown } from '../../parts/routes.ts';
import { useRows } from '../../parts/rows.ts';
import { Ruby } from '../../parts/ruby.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';
import type { Chosen } from './map-page.tsx';
import { RegionSide } from './region-side.tsx';
import { MapRow, SideTitle } from './side-parts.tsx';
import { useFocusInside } from './use-focus-inside.ts';

export type MapSideProps = {
  readonly view: MapView;
  readonly filter: Filter;
  readonly chosen: Chosen;
  readonly onPrefecture: (id: string) => void;
  /** From the town to its prefecture, from the prefecture to its region, from there to the list. */
  readonly onBack: () => void;
};

export function MapSide(props: MapSideProps) {
  const { region, prefectureId, code } = props.chosen;
  const box = useFocusInside(`${region} ${prefectureId} ${code}`);
  return (
    <div ref={box} className="map-side-room">
      <Side {...props} />
    </div>
  );
}

function Side(props: MapSideProps) {
  const { chosen, filter } = props;
  const { prefectureId: id } = chosen;
  if (chosen.code !== null) return <TownSide {...props} code={chosen.code} />;
  if (id !== null) return <PrefectureSide key={id} {...props} id={id} />;
  if (chosen.region !== null) return <RegionSide {...props} region={chosen.region} />;
  return filter === 'agreement' ? <AgreementSide {...props} /> : <FilterSide key={filter} {...props} />;
}

/** 「約430km」 from the hall's ward. */
function useDistanceText(view: MapView): (place: { readonly lat: number; readonly lon: number }) => string {
  const t = useWords('map');
  const { lang } = useSettings();
  return (place) => {
    const km = roundKm(distanceKm(heart(view), place));
    return t('distance', { km: numberText(km, lang) });
  };
}

function FilterSide({ view, filter }: MapSideProps) {
  const t = useWords('map');
  const distance = useDistanceText(view);
  const points = useMemo(() => strongPoints(view, filter), [view, filter]);
  const list = `list ${filter}`;
  const { shown, busy } = useRows(points, list);
  const known = useMemo(() => new Map(view.partners.map((town) => [town.code, town])), [view]);
  const prefectures = useMemo(() => new Map(view.prefectures.map(({ id, name }) => [id, name])), [view]);
  const title =
    filter !== 'lens'
      ? t(`filter.${filter}`)
      : view.ward === null
        ? t('filter.lens-all')
        : t('filter.lens', { ward: view.ward.name });
  return (
    <aside className="map-side" aria-labelledby="map-side-title">
      <SideTitle title={title} note={t('nearest-first', { count: points.length })} />
      <ScrollArea label={title} name={list}>
        <ul className="map-list" aria-busy={busy}>
          {shown.map((point) => (
            <li key={point.code}>
              <TownRow
                point={point}
                town={known.get(point.code)}
                above={`${prefectures.get(point.code.slice(0, 2)) ?? ''}　${distance(point)}`}
              />
            </li>
          ))}
        </ul>
      </ScrollArea>
    </aside>
  );
}

type TownRowProps = {
  readonly point: MapPoint;
  readonly town: TownSummary | undefined;
  readonly above: string;
};

function TownRow({ point, town, above }: TownRowProps) {
  return (
    <PictureCard
      to={routeOfTown(point.code)}
      cover={town === undefined ? { seed: point.code } : coverOfTown(town)}
      shape="row"
      above={
        <>
          {above}
          {town !== undefined && <TownLangNote town={town} />}
        </>
      }
      title={town === undefined ? point.name : <KanaName name={town.name} kana={town.kana} />}
      text={!town || town.headline === null ? null : <TownHeadline town={town} />}
    />
  );
}

function AgreementSide({ view, onPrefecture }: MapSideProps) {
  const t = useWords('map');
  const prefectures = useMemo(() => agreementPrefectures(view), [view]);
  const title = t('filter.agreement');
  return (
    <aside className="map-side" aria-labelledby="map-side-title">
      <SideTitle title={title} note={t('prefectures-nearest-first', { count: prefectures.length })} />
      <ScrollArea label={title} name="list agreement">
        <ul className="map-list">
          {prefectures.map(({ id, name, towns }) => (
            <li key={id}>
              <MapRow
                name={name}
                note={t('agreement-towns', { count: towns })}
                onPress={() => onPrefecture(id)}
              />
            </li>
          ))}
        </ul>
      </ScrollArea>
    </aside>
  );
}

function PrefectureSide({ view, id, chosen, onBack }: MapSideProps & { readonly id: string }) {
  const t = useWords('map');
  const name = view.prefectures.find((prefecture) => prefecture.id === id)?.name ?? '';
  const region = view.prefectures.find((prefecture) => prefecture.id === id)?.region;
  const towns = useMemo(() => townsOf(view, id), [view, id]);
  const list = `prefecture ${id}`;
  const { shown, busy } = useRows(towns, list);
  const back = view.regions.find((each) => each.id === chosen.region);
  return (
    <aside className="map-side" aria-labelledby="map-side-title" data-region={region}>
      <SideTitle title={name} note={t('towns', { count: towns.length })} />
      <div className="map-side-ways">
        <Button icon={ArrowLeftIcon} onPress={onBack}>
          {back === undefined ? t('to-list') : t('prefectures-of', { name: back.name })}
        </Button>
        <Button kind="main" after={ArrowRightIcon} to={{ page: 'group', kind: 'prefecture', id }}>
          {t('prefecture-page')}
        </Button>
      </div>
      <ScrollArea label={t('towns-of', { name })} name={list}>
        <ul className="map-list map-list-towns" aria-busy={busy}>
          {shown.map((town) => (
            <li key={town.code}>
              <MapRow
                name={town.name}
                note={(town.flags & MAP_FLAGS.linked) === 0 ? undefined : <Linked />}
                onPress={() => go(routeOfTown(town.code))}
              />
            </li>
          ))}
        </ul>
      </ScrollArea>
    </aside>
  );
}

function Linked() {
  const t = useWords('map');
  return (
    <>
      <Icon of={HandshakeIcon} /> {t('linked')}
    </>
  );
}

function TownSide({ view, code, chosen, onPrefecture, onBack }: MapSideProps & { readonly code: string }) {
  const t = useWords('map');
  const distance = useDistanceText(view);
  const answer = useAnswer('town:read', { code });
  const point = view.points.find((town) => town.code === code);
  return (
    <aside className="map-side" aria-labelledby="map-side-title" aria-live="polite">
      <Answered answer={answer} shape="picture">
        {(town) => (
          <article className="map-town">
            <div className="map-town-cover">
              <Landscape of={coverOfTown(town)} />
            </div>
            <div className="map-town-words">
              <p className="map-town-above">
                <Ruby>{town.prefecture}</Ruby>
                {point !== undefined && `　${distance(point)}`} <TownLangNote town={town} />
              </p>
              <h2 id="map-side-title" className="map-town-name">
                <KanaName name={town.name} kana={town.kana} />
              </h2>
              {town.headline !== null && (
                <p className="map-town-headline" lang={town.lang}>
                  <Ruby>{town.headline}</Ruby>
                </p>
              )}
            </div>
            <div className="map-town-ways">
              <Button kind="main" after={ArrowRightIcon} to={routeOfTown(code)}>
                {t('see-more')}
              </Button>
              {chosen.prefectureId !== town.prefectureId && (
                <Button onPress={() => onPrefecture(town.prefectureId)}>
                  {t('towns-of', { name: town.prefecture })}
                </Button>
              )}
              <Button icon={ArrowLeftIcon} onPress={onBack}>
                {t('to-list')}
              </Button>
            </div>
          </article>
        )}
      </Answered>
    </aside>
  );
}
