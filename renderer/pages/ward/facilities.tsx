/** Places of the ward that towns all over Japan may use. */
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { FacilityView } from '../../../content/pack/town-views.ts';
import { Chip } from '../../parts/chip.tsx';
import { Desk } from '../../parts/desk.tsx';
import { FactCard } from '../../parts/fact-card.tsx';
import { SomeCards } from '../../parts/some-cards.tsx';
import { useWords } from '../../words/index.ts';

export function Facilities({ facilities }: { readonly facilities: readonly FacilityView[] }) {
  const t = useWords('ward');
  return (
    <SomeCards title={t('facilities')} name="facilities" items={facilities} least="l">
      {(facility) => <Facility facility={facility} />}
    </SomeCards>
  );
}

function Facility({ facility }: { readonly facility: FacilityView }) {
  const t = useWords('ward');
  const { place, capacity, areaM2, lang } = facility;
  const size = [
    capacity === null ? null : t('capacity', { count: capacity }),
    areaM2 === null ? null : t('area', { count: areaM2 }),
  ].filter((text) => text !== null);
  return (
    <FactCard
      lang={lang}
      photo={facility.cover}
      title={facility.name}
      chips={<Chip>{t(`facility-kind.${facility.kind}`)}</Chip>}
      facts={[
        place === null ? null : { icon: MapPinIcon, text: <span lang={lang}>{place}</span> },
        size.length === 0 ? null : { icon: UsersThreeIcon, text: size.join(t('comma')) },
      ]}
      text={[facility.summary, facility.rule, facility.fee].filter(Boolean).join(' ')}
    >
      <Desk desk={facility.contact} lang={lang} title={facility.name} />
    </FactCard>
  );
}
