/** 「使える場所・できること」: places of the wards for towns; what towns and wards offer and look for, with what answers it. */
import { BuildingsIcon } from '@phosphor-icons/react/dist/csr/Buildings';
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart';
import { MegaphoneIcon } from '@phosphor-icons/react/dist/csr/Megaphone';
import type { FacilityView, MatchedOfferView } from '../../../content/pack/town-views.ts';
import { FACILITY_KINDS, type FacilityKind, type OfferSide } from '../../../content/pack/types.ts';
import type { Route, SharePart } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { replace, useKept } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Chip, Chips, ChoiceChip, PartnerChip } from '../../parts/chip.tsx';
import { FacilityCard } from '../../parts/facility-card.tsx';
import type { IconOf } from '../../parts/icon.tsx';
import { NothingHere } from '../../parts/nothing-here.tsx';
import { Offer } from '../../parts/offer.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import './share-page.css';

const PARTS: readonly { readonly part: SharePart; readonly icon: IconOf }[] = [
  { part: 'places', icon: BuildingsIcon },
  { part: 'offer', icon: HandHeartIcon },
  { part: 'request', icon: MegaphoneIcon },
];

export function SharePage({ route }: { readonly route: Extract<Route, { page: 'share' }> }) {
  const t = useWords();
  const { part } = route;
  return (
    <Screen title={t('share.title')} scroll="none" className="share-page">
      <div className="page-split share">
        <Chips label={t('share.title')}>
          {PARTS.map((each) => (
            <ChoiceChip
              key={each.part}
              icon={each.icon}
              chosen={each.part === part}
              onPress={() => replace({ page: 'share', part: each.part })}
            >
              {t(`share.${each.part}`)}
            </ChoiceChip>
          ))}
        </Chips>
        <ScrollArea key={part} label={t(`share.${part}`)} name={`share ${part}`}>
          {part === 'places' ? <Places /> : <Offers side={part} />}
          <Section title={t('onward')}>
            <Chips>
              <Button to={{ page: 'wards' }}>{t('share.wards')}</Button>
              <Button to={{ page: 'cases', all: true }}>{t('share.cases')}</Button>
            </Chips>
          </Section>
        </ScrollArea>
      </div>
    </Screen>
  );
}

function Places() {
  const answer = useAnswer('facilities:list', { code: null });
  return <Answered answer={answer}>{(places) => <PlaceList places={places} />}</Answered>;
}

/** By kind where there are several kinds. */
function PlaceList({ places }: { readonly places: readonly FacilityView[] }) {
  const t = useWords();
  const [kept, choose] = useKept<FacilityKind | null>('kind', null);
  const kinds = FACILITY_KINDS.filter((kind) => places.some((place) => place.kind === kind));
  const kind = kept !== null && kinds.includes(kept) ? kept : null;
  if (places.length === 0) return <Nothing />;
  const shown = places.filter((place) => kind === null || place.kind === kind);
  return (
    <Section title={t('share.places-title')} note={t('count', { count: shown.length })}>
      {kinds.length > 1 && (
        <div className="share-kinds">
          <Chips label={t('share.places-title')}>
            <ChoiceChip chosen={kind === null} onPress={() => choose(null)}>
              {t('share.all')}
            </ChoiceChip>
            {kinds.map((each) => (
              <ChoiceChip key={each} chosen={each === kind} onPress={() => choose(each)}>
                {t(`facility-kind.${each}`)}
              </ChoiceChip>
            ))}
          </Chips>
        </div>
      )}
      <Cards least="l">
        {shown.map((place) => (
          <li key={place.id}>
            <FacilityCard facility={place} />
          </li>
        ))}
      </Cards>
    </Section>
  );
}

function Offers({ side }: { readonly side: OfferSide }) {
  const t = useWords();
  const answer = useAnswer('offers:list', { side });
  return (
    <Answered answer={answer}>
      {(offers) =>
        offers.length === 0 ? (
          <Nothing />
        ) : (
          <Section title={t(`share.${side}-title`)} note={t('count', { count: offers.length })}>
            <Cards least="l">
              {offers.map((offer) => (
                <li key={offer.id}>
                  <Offer offer={offer}>
                    <Matches offer={offer} />
                  </Offer>
                </li>
              ))}
            </Cards>
          </Section>
        )
      }
    </Answered>
  );
}

/** Who answers it, and by what they meet. */
function Matches({ offer }: { readonly offer: MatchedOfferView }) {
  const t = useWords();
  if (offer.matches.length === 0) return null;
  return (
    <div className="share-matches">
      <h4>
        <Ruby>{t(`share.${offer.side}-answered`)}</Ruby>
      </h4>
      <ul>
        {offer.matches.map((match) => (
          <li key={match.id} className="share-match">
            <PartnerChip partner={match.town} />
            <span lang={match.lang}>
              <Ruby>{match.title}</Ruby>
            </span>
            {match.shared.map((tag) => (
              <Chip key={tag} kind="quiet">
                {t(`tag.${tag}`)}
              </Chip>
            ))}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Nothing() {
  const t = useWords();
  return <NothingHere seed="share" title={t('share.none')} />;
}
