/** A case as the ward or town told it: picture, when, what, between whom; leads to its page. */
import type { ExchangeCaseView } from '../../content/pack/town-views.ts';
import type { CoverSpec } from '../covers/index.ts';
import { whenText } from '../dates.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { PictureCard } from './cards.tsx';
import { Chip } from './chip.tsx';
import { LangNote } from './lang-note.tsx';
import { coverOfTogether, PartnerNames } from './partners.tsx';

export type CaseCardProps = {
  readonly told: ExchangeCaseView;
  readonly shape?: 'card' | 'row' | undefined;
  readonly cover?: CoverSpec | undefined;
  /** Id of the one whose page this is; not named again. */
  readonly without?: string | undefined;
};

export function CaseCard({ told, shape = 'card', cover, without }: CaseCardProps) {
  const t = useWords();
  const { lang } = useSettings();
  return (
    <PictureCard
      to={{ page: 'case', id: told.id }}
      cover={cover ?? coverOfTogether(told)}
      photo={told.cover}
      shape={shape}
      above={
        <>
          {whenText(told.when, lang)} <LangNote lang={told.lang} />
        </>
      }
      title={<span lang={told.lang}>{told.title}</span>}
      text={<span lang={told.lang}>{told.summary}</span>}
      below={
        <>
          {told.online && <Chip kind="quiet">{t('online')}</Chip>}
          <PartnerNames of={told} without={without} />
        </>
      }
    />
  );
}
