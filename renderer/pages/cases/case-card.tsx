/** A case as the ward or town told it: what, when, what went well, who. */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import { useId } from 'react';
import type { ExchangeCaseView } from '../../../content/pack/town-views.ts';
import { whenText } from '../../dates.ts';
import { Chip, PartnerChip } from '../../parts/chip.tsx';
import '../../parts/fact-card.css';
import { Icon } from '../../parts/icon.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';

/** Most partners shown as buttons; the rest are counted. */
const MOST = 6;

export function CaseCard({ told }: { readonly told: ExchangeCaseView }) {
  const t = useWords('cases');
  const { lang } = useSettings();
  const title = useId();
  const when = whenText(told.when, lang);
  const partners = [...told.wards, ...told.partners];
  return (
    <article className="fact-card" aria-labelledby={title}>
      <div className="fact-card-chips">
        {told.online && <Chip kind="quiet">{t('online')}</Chip>}
        <LangNote lang={told.lang} />
      </div>
      <h3 id={title} lang={told.lang} className="fact-card-title">
        <Ruby>{told.title}</Ruby>
      </h3>
      {when !== null && (
        <p className="fact-card-fact">
          <Icon of={CalendarBlankIcon} />
          <span>{when}</span>
        </p>
      )}
      <p className="fact-card-text" lang={told.lang}>
        <Ruby>{told.summary}</Ruby>
      </p>
      {told.worked !== null && (
        <p className="fact-card-fact" lang={told.lang}>
          <Icon of={LightbulbIcon} />
          <span>
            {t('worked')}　{told.worked}
          </span>
        </p>
      )}
      <div className="fact-card-foot">
        {told.allWards && <Chip kind="quiet">{t('all-wards')}</Chip>}
        {partners.slice(0, MOST).map((partner) => (
          <PartnerChip key={`${partner.kind} ${partner.id}`} partner={partner} />
        ))}
        {partners.length > MOST && (
          <span className="fact-card-more">{t('and-more', { count: partners.length - MOST })}</span>
        )}
      </div>
    </article>
  );
}
