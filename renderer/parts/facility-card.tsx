/** A place of a ward that towns may use: how large, on which terms, whom to ask. */
import { CoinsIcon } from '@phosphor-icons/react/dist/csr/Coins';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { NotepadIcon } from '@phosphor-icons/react/dist/csr/Notepad';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { FacilityView } from '../../content/pack/town-views.ts';
import { useWords } from '../words/index.ts';
import { Chip, PartnerChip } from './chip.tsx';
import { Desk } from './desk.tsx';
import { FactCard } from './fact-card.tsx';
import type { IconOf } from './icon.tsx';

export type FacilityCardProps = {
  readonly facility: FacilityView;
  /** Id of the ward whose page this is; not named again. */
  readonly without?: string | undefined;
};

export function FacilityCard({ facility, without }: FacilityCardProps) {
  const t = useWords();
  const { place, capacity, areaM2, rule, fee, lang, ward } = facility;
  const size = [
    capacity === null ? null : t('capacity', { count: capacity }),
    areaM2 === null ? null : t('area', { count: areaM2 }),
  ].filter((text) => text !== null);
  const told = (icon: IconOf, text: string | null) =>
    text === null ? null : { icon, text: <span lang={lang}>{text}</span> };
  return (
    <FactCard
      lang={lang}
      photo={facility.cover}
      title={facility.name}
      chips={<Chip>{t(`facility-kind.${facility.kind}`)}</Chip>}
      facts={[
        told(MapPinIcon, place),
        size.length === 0 ? null : { icon: UsersThreeIcon, text: size.join(t('comma')) },
        told(NotepadIcon, rule),
        told(CoinsIcon, fee),
      ]}
      text={facility.summary}
    >
      <Desk desk={facility.contact} lang={lang} title={facility.name} />
      {ward.id !== without && (
        <div className="fact-card-foot">
          <PartnerChip partner={ward} />
        </div>
      )}
    </FactCard>
  );
}
