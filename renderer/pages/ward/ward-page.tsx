/** A ward of the 23 as the host: its partners all over Japan, what they do together, the other wards. */
import { BuildingsIcon } from '@phosphor-icons/react/dist/csr/Buildings';
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart';
import { UsersFourIcon } from '@phosphor-icons/react/dist/csr/UsersFour';
import { useMemo } from 'react';
import type { WardView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { LocatorMap } from '../../map/locator.tsx';
import { Button } from '../../parts/button.tsx';
import { coverOfTown } from '../../parts/cards.tsx';
import { Chips, PartnerChip } from '../../parts/chip.tsx';
import { FacilityCard } from '../../parts/facility-card.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { KnownThings } from '../../parts/known-things.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Section } from '../../parts/section.tsx';
import { SomeCards } from '../../parts/some-cards.tsx';
import { TakeHome } from '../../parts/take-home.tsx';
import { ThingScreen } from '../../parts/thing-screen.tsx';
import { addressOf, TownFacts } from '../../parts/town-facts.tsx';
import { TownGrid } from '../../parts/town-grid.tsx';
import { ToAbout } from '../../parts/ways-on.tsx';
import { useWords } from '../../words/index.ts';
import './ward-page.css';
import { Ruby } from '../../parts/ruby.tsx';

type WardPageProps = { readonly route: Extract<Route, { page: 'ward' }> };

export function WardPage({ route }: WardPageProps) {
  const t = useWords('ward');
  const answer = useAnswer('ward:read', { code: route.code });
  return (
    <ThingScreen answer={answer} meanwhile={t('title')} title={(ward) => ward.name} cover={coverOfTown}>
      {(ward) => <Filled ward={ward} />}
    </ThingScreen>
  );
}

function Filled({ ward }: { readonly ward: WardView }) {
  const t = useWords('ward');
  const { partners, otherPartners } = ward;
  return (
    <PicturePage
      label={t('about', { name: ward.name })}
      cover={coverOfTown(ward)}
      photo={ward.cover}
      above={
        <>
          {t('above')}
          <LangNote lang={ward.lang} quiet />
        </>
      }
      title={<KanaName name={ward.name} kana={ward.kana} />}
      text={ward.headline === null ? null : <span lang={ward.lang}>{ward.headline}</span>}
      acts={
        <Button kind="light" to={{ page: 'wards' }}>
          {t('all')}
        </Button>
      }
    >
      <Reach ward={ward} />
      {partners.length > 0 && (
        <Section title={t('partners')} note={t('partners-count', { count: partners.length })}>
          <TownGrid towns={partners} />
        </Section>
      )}
      {otherPartners.length > 0 && (
        <Section title={t('others')}>
          <Chips>
            {otherPartners.map((partner) => (
              <PartnerChip key={`${partner.kind} ${partner.id}`} partner={partner} />
            ))}
          </Chips>
        </Section>
      )}
      <Notes ward={ward} />
      <TownFacts of={ward} without={ward.code} />
      <TakeHome url={addressOf(ward)} title={ward.name} lang={ward.lang} />
      <SomeCards title={t('facilities')} name="facilities" items={ward.facilities} least="l">
        {(facility) => <FacilityCard facility={facility} without={ward.code} />}
      </SomeCards>
      <KnownThings of={ward} without={ward.code} />
      <Section title={t('onward')}>
        <Chips>
          <Button icon={UsersFourIcon} to={{ page: 'cases', ward: ward.code }}>
            {t('stories-of', { name: ward.name })}
          </Button>
          <Button icon={BuildingsIcon} to={{ page: 'share', part: 'places' }}>
            {t('share.places-title')}
          </Button>
          <Button icon={HandHeartIcon} to={{ page: 'share', part: 'request' }}>
            {t('share.request-title')}
          </Button>
          <ToAbout />
        </Chips>
      </Section>
      <Section title={t('neighbours')}>
        <TownGrid towns={ward.neighbours} />
      </Section>
    </PicturePage>
  );
}

/** The lines from the ward to its partners, on a small map; for a ward without any, the ward itself. */
function Reach({ ward }: { readonly ward: WardView }) {
  const t = useWords('ward');
  const map = useAnswer('map:read', {});
  const points = useMemo(() => {
    if (map.state !== 'ready') return [];
    const wanted = new Set(ward.partners.map(({ code }) => code));
    return map.value.points.filter(({ code }) => wanted.has(code));
  }, [map, ward]);
  const { partners } = ward;
  return (
    <div className="ward-reach">
      <div className="ward-reach-map">
        <LocatorMap
          label={t('map-label', { name: ward.name, count: partners.length })}
          points={points}
          from={ward}
        />
      </div>
      <div className="ward-reach-words">
        {partners.length > 0 ? (
          <p>
            <strong className="ward-reach-number">{partners.length}</strong>
            <span>{t('reach', { count: partners.length })}</span>
          </p>
        ) : (
          <p>{t('reach-none')}</p>
        )}
        <Button kind="main" to={{ page: 'map' }}>
          {t('see-map')}
        </Button>
      </div>
    </div>
  );
}

function Notes({ ward }: { readonly ward: WardView }) {
  const t = useWords('ward');
  if (ward.notes.length === 0) return null;
  return (
    <Section title={t('notes')} note={<LangNote lang={ward.lang} />}>
      <div className="ward-notes" lang={ward.lang}>
        {ward.notes.map((note) => (
          <p key={note}>
            <Ruby>{note}</Ruby>
          </p>
        ))}
      </div>
    </Section>
  );
}
