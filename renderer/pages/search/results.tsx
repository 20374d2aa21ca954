/** What was found, by kind with counts; or an honest "nothing", with ways on. */

import { BuildingsIcon } from '@phosphor-icons/react/dist/csr/Buildings';
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { ChatsCircleIcon } from '@phosphor-icons/react/dist/csr/ChatsCircle';
import { ConfettiIcon } from '@phosphor-icons/react/dist/csr/Confetti';
import { ForkKnifeIcon } from '@phosphor-icons/react/dist/csr/ForkKnife';
import { FrameCornersIcon } from '@phosphor-icons/react/dist/csr/FrameCorners';
import { HandshakeIcon } from '@phosphor-icons/react/dist/csr/Handshake';
import { HouseLineIcon } from '@phosphor-icons/react/dist/csr/HouseLine';
import { InfoIcon } from '@phosphor-icons/react/dist/csr/Info';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold';
import { NewspaperIcon } from '@phosphor-icons/react/dist/csr/Newspaper';
import { NewspaperClippingIcon } from '@phosphor-icons/react/dist/csr/NewspaperClipping';
import { UsersFourIcon } from '@phosphor-icons/react/dist/csr/UsersFour';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { SearchHit, SearchView } from '../../../content/pack/views.ts';
import { go } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Icon, type IconOf } from '../../parts/icon.tsx';
import { routeOfHit } from '../../parts/routes.ts';
import { Ruby } from '../../parts/ruby.tsx';
import { Section } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { numberText, useWords } from '../../words/index.ts';
import { FoundText } from './found-text.tsx';
import { groupHits } from './hit-groups.ts';
import { shortened } from './kana-board.ts';

const ICONS: { readonly [K in SearchHit['kind']]: IconOf } = {
  municipality: MapPinIcon,
  prefecture: MapTrifoldIcon,
  area: UsersThreeIcon,
  association: HandshakeIcon,
  exhibition: FrameCornersIcon,
  speciality: ForkKnifeIcon,
  festival: ConfettiIcon,
  living: HouseLineIcon,
  case: UsersFourIcon,
  facility: BuildingsIcon,
  offer: ChatsCircleIcon,
  article: NewspaperIcon,
  event: CalendarBlankIcon,
  topic: InfoIcon,
  page: NewspaperClippingIcon,
};

export function Results({ found }: { readonly found: SearchView }) {
  const t = useWords('search');
  const { lang } = useSettings();
  const count = numberText(found.total, lang);
  return (
    <>
      <p className="search-total" role="status">
        <Ruby>
          {found.total > found.hits.length
            ? t(found.more ? 'found-many' : 'found-more', { total: count, shown: found.hits.length })
            : t('found', { count: found.total })}
        </Ruby>
      </p>
      <Ignored words={found.ignored} />
      {groupHits(found.hits).map(({ kind, hits }) => (
        <Section key={kind} title={t(`kind.${kind}`)} note={t('hits', { count: hits.length })}>
          <ul className="search-hits">
            {hits.map((hit) => (
              <li key={hit.key}>
                <Hit hit={hit} />
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <button type="button" className="row-button search-hit" onClick={() => go(routeOfHit(hit))}>
      <Icon of={ICONS[hit.kind]} />
      <span className="search-hit-words">
        <span className="search-hit-title">
          <FoundText parts={hit.titleParts} />
        </span>
        {hit.snippet.length > 0 && (
          <span className="search-hit-snippet">
            <FoundText parts={hit.snippet} />
          </span>
        )}
      </span>
      <Icon of={CaretRightIcon} weight="bold" size={0.9} />
    </button>
  );
}

/** Nothing is left out in silence: signs that cannot be looked for are named. */
function Ignored({ words }: { readonly words: readonly string[] }) {
  const t = useWords('search');
  return words.length === 0 ? null : (
    <p className="search-total">
      <Ruby>{t('ignored', { words: words.join(' ') })}</Ruby>
    </p>
  );
}

export type NothingFoundProps = {
  readonly text: string;
  readonly found: SearchView;
  readonly onText: (text: string) => void;
};

export function NothingFound({ text, found, onText }: NothingFoundProps) {
  const t = useWords('search');
  const shorter = shortened(text.trim());
  return (
    <div className="search-nothing" role="status">
      <p className="search-nothing-title">
        <Ruby>{t('nothing', { text })}</Ruby>
      </p>
      <Ignored words={found.ignored} />
      <p>
        <Ruby>{t(found.near.length > 0 ? 'near' : 'nothing-why')}</Ruby>
      </p>
      {found.near.length > 0 && (
        <Chips label={t('near')}>
          {found.near.map((word) => (
            <ChoiceChip key={word} chosen={false} onPress={() => onText(word)}>
              {word}
            </ChoiceChip>
          ))}
        </Chips>
      )}
      <div className="search-ways">
        {shorter !== '' && found.near.length === 0 && (
          <Button kind="main" onPress={() => onText(shorter)}>
            {t('try-shorter', { text: shorter })}
          </Button>
        )}
        <Button to={{ page: 'map' }}>{t('map')}</Button>
        <Button to={{ page: 'cases' }}>{t('to-cases')}</Button>
      </div>
    </div>
  );
}
