/** A case as the ward or town told it: what, when, what went well, who. */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import type { ExchangeCaseView } from '../../content/pack/town-views.ts';
import { whenText } from '../dates.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Chip } from './chip.tsx';
import { FactCard } from './fact-card.tsx';
import { Partners } from './partners.tsx';

export type CaseCardProps = {
  readonly told: ExchangeCaseView;
  readonly without?: string | undefined;
};

export function CaseCard({ told, without }: CaseCardProps) {
  const t = useWords();
  const { lang } = useSettings();
  const when = whenText(told.when, lang);
  const worked = told.worked && (
    <>
      {t('worked')} <span lang={told.lang}>{told.worked}</span>
    </>
  );
  return (
    <FactCard
      lang={told.lang}
      title={told.title}
      chips={told.online && <Chip kind="quiet">{t('online')}</Chip>}
      facts={[
        when === null ? null : { icon: CalendarBlankIcon, text: when },
        worked === null ? null : { icon: LightbulbIcon, text: worked },
      ]}
      text={told.summary}
    >
      <Partners of={told} without={without} />
    </FactCard>
  );
}
