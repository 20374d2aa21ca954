/** What a town or ward can do for others, or asks of them, and whom to tell. */
import type { ReactNode } from 'react';
import type { OfferView } from '../../content/pack/town-views.ts';
import { useWords } from '../words/index.ts';
import { Chip, PartnerChip } from './chip.tsx';
import { Desk } from './desk.tsx';
import { DeadlineChip } from './event-card.tsx';
import { FactCard } from './fact-card.tsx';

export type OfferProps = {
  readonly offer: OfferView;
  /** Id of the one whose page this is; not named again. */
  readonly without?: string | undefined;
  /** Under it: what answers it. */
  readonly children?: ReactNode;
};

export function Offer({ offer, without, children }: OfferProps) {
  const t = useWords();
  return (
    <FactCard
      lang={offer.lang}
      title={offer.title}
      chips={
        <>
          <Chip>{t(`offer-side.${offer.side}`)}</Chip>
          {offer.deadline !== null && <DeadlineChip deadline={offer.deadline} />}
        </>
      }
      text={offer.summary}
    >
      <Desk desk={offer.contact} lang={offer.lang} title={offer.title} />
      {offer.town.id !== without && (
        <div className="fact-card-foot">
          <PartnerChip partner={offer.town} />
        </div>
      )}
      {children}
    </FactCard>
  );
}
