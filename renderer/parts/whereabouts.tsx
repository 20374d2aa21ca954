/** Where a town is: a small map of Japan, how far from Nihombashi, its reading, and the way to the big map. */
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { MapTrifoldIcon } from '@phosphor-icons/react/dist/csr/MapTrifold';
import { SpeakerHighIcon } from '@phosphor-icons/react/dist/csr/SpeakerHigh';
import type { TownView } from '../../content/pack/views.ts';
import { LocatorMap } from '../map/locator.tsx';
import { useSettings } from '../settings.ts';
import { numberText, useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import { PartnerChip } from './chip.tsx';
import { directionTo, distanceKm, NIHOMBASHI, roundKm } from './distance.ts';
import { Icon } from './icon.tsx';
import { Ruby } from './ruby.tsx';
import './whereabouts.css';

export function Whereabouts({ town }: { readonly town: TownView }) {
  const t = useWords();
  const { lang } = useSettings();
  const km = numberText(roundKm(distanceKm(NIHOMBASHI, town)), lang);
  const direction = t(`direction.${directionTo(NIHOMBASHI, town)}`);
  return (
    <div className="whereabouts">
      <div className="whereabouts-map">
        <LocatorMap
          label={t('place-of', { name: town.name })}
          points={[town]}
          prefectures={[town.prefectureId]}
        />
      </div>
      <div className="whereabouts-words">
        <p className="whereabouts-fact">
          <Icon of={MapPinIcon} />
          <span>
            <Ruby>{t('far', { km, direction })}</Ruby>
          </span>
        </p>
        <p className="whereabouts-fact">
          <Icon of={SpeakerHighIcon} />
          <span>
            <Ruby>{t('read-as')}</Ruby> <span lang="ja">{town.kana}</span>{' '}
            <span lang="ja-Latn">{town.romaji}</span>
          </span>
        </p>
        <div className="whereabouts-ways">
          <Button kind="main" icon={MapTrifoldIcon} to={{ page: 'map', code: town.code }}>
            {t('see-map')}
          </Button>
          <PartnerChip
            partner={{
              kind: 'prefecture',
              id: town.prefectureId,
              name: t('towns-of', { name: town.prefecture }),
            }}
          />
        </div>
      </div>
    </div>
  );
}
