/** The six doors of 「なにをしたい？」: icon and picture of each. */
import { BriefcaseIcon } from '@phosphor-icons/react/dist/csr/Briefcase';
import { ForkKnifeIcon } from '@phosphor-icons/react/dist/csr/ForkKnife';
import { GraduationCapIcon } from '@phosphor-icons/react/dist/csr/GraduationCap';
import { HandHeartIcon } from '@phosphor-icons/react/dist/csr/HandHeart';
import { HouseLineIcon } from '@phosphor-icons/react/dist/csr/HouseLine';
import { TrainSimpleIcon } from '@phosphor-icons/react/dist/csr/TrainSimple';
import type { Purpose } from '../../../content/pack/types.ts';
import type { CoverSubject } from '../../covers/index.ts';
import type { IconOf } from '../../parts/icon.tsx';

export type PurposeLook = { readonly icon: IconOf; readonly cover: CoverSubject };

/** Six hues and six patterns, none twice; chosen so that neighbours in the grid stay apart. */
export const PURPOSE_LOOKS: { readonly [K in Purpose]: PurposeLook } = {
  eat: { icon: ForkKnifeIcon, cover: { seed: 'purpose-eat', region: 'shikoku', theme: 'rice' } },
  go: { icon: TrainSimpleIcon, cover: { seed: 'purpose-go', region: 'hokkaido', theme: 'mountain' } },
  learn: { icon: GraduationCapIcon, cover: { seed: 'purpose-learn', region: 'chubu', theme: 'forest' } },
  live: { icon: HouseLineIcon, cover: { seed: 'purpose-live', region: 'tohoku', theme: 'plain' } },
  help: { icon: HandHeartIcon, cover: { seed: 'purpose-help', region: 'kinki', theme: 'sea' } },
  work: { icon: BriefcaseIcon, cover: { seed: 'purpose-work', region: 'kanto', theme: 'city' } },
};
