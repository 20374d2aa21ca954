/** 「年と月をえらぶ」: the years that have events and twelve months, over the calendar they lead to. */
import { XCircleIcon } from '@phosphor-icons/react/dist/csr/XCircle';
import { useMemo } from 'react';
import type { Day } from '../../content/pack/types.ts';
import type { EventView } from '../../content/pack/views.ts';
import { useAnswer } from '../answer.ts';
import { dateText } from '../dates.ts';
import { eraText } from '../era.ts';
import { type EventMonth, eventMonths, eventYears, nearestYear } from '../event-months.ts';
import { monthName } from '../month-name.ts';
import { goBack, replace, useKept } from '../navigation.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { Answered } from './answered.tsx';
import { Button } from './button.tsx';
import { Chips, ChoiceChip } from './chip.tsx';
import { Dots } from './dots.tsx';
import { Ruby } from './ruby.tsx';
import { ScrollArea } from './scroll-area.tsx';
import './when-view.css';

export type WhenViewProps = {
  readonly titleId: string;
  /** What of the calendar lies below, and a day of it. */
  readonly span: 'week' | 'month';
  readonly day: Day;
};

const NOTHING = {};

export function WhenView({ titleId, span, day }: WhenViewProps) {
  const t = useWords('events');
  const answer = useAnswer('events:list', NOTHING);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it too; a touch beside it means the same
    // biome-ignore lint/a11y/noStaticElementInteractions: as above; nobody has to find it
    <div className="when" onClick={({ target, currentTarget }) => target === currentTarget && goBack()}>
      <div className="when-panel">
        <div className="when-head">
          <h1 id={titleId}>
            <Ruby>{t('when')}</Ruby>
          </h1>
          <Button icon={XCircleIcon} onPress={goBack}>
            {t('close')}
          </Button>
        </div>
        <ScrollArea label={t('when')} name="when">
          <Answered answer={answer} shape="cards">
            {(events) => <YearAndMonths events={events} span={span} day={day} />}
          </Answered>
        </ScrollArea>
      </div>
    </div>
  );
}

type YearAndMonthsProps = Omit<WhenViewProps, 'titleId'> & { readonly events: readonly EventView[] };

function YearAndMonths({ events, span, day }: YearAndMonthsProps) {
  const t = useWords('events');
  const { lang } = useSettings();
  const years = useMemo(() => eventYears(events), [events]);
  const [wanted, setYear] = useKept('year', Number(day.slice(0, 4)));
  const year = nearestYear(years, wanted);
  const months = useMemo(() => (year === null ? [] : eventMonths(events, year)), [events, year]);
  if (year === null) return <p>{t('none-ahead')}</p>;
  return (
    <div className="when-choices">
      <Chips label={t('years')}>
        {years.map((each) => (
          <ChoiceChip key={each} chosen={each === year} onPress={() => setYear(each)}>
            <span className="when-year">
              <span>{t('year', { year: each })}</span>
              {lang === 'ja' && <span className="when-era">{eraText(String(each))}</span>}
            </span>
          </ChoiceChip>
        ))}
      </Chips>
      <ol className="when-months" aria-label={t('months', { year })}>
        {months.map((each) => (
          <li key={each.month}>
            <MonthButton of={each} here={each.month === day.slice(0, 7)} span={span} />
          </li>
        ))}
      </ol>
    </div>
  );
}

type MonthButtonProps = {
  readonly of: EventMonth;
  /** One came from it. */
  readonly here: boolean;
  readonly span: 'week' | 'month';
};

/** A month without events is there to be seen, not to be touched: it would lead to nothing. */
function MonthButton({ of: { month, count, day }, here, span }: MonthButtonProps) {
  const t = useWords('events');
  const { lang } = useSettings();
  const number = t('count', { count });
  return (
    <button
      type="button"
      className="when-month"
      aria-label={`${dateText(month, lang)} ${number}`}
      aria-current={here ? 'date' : undefined}
      disabled={count === 0}
      onClick={() => {
        goBack();
        replace({ page: 'events', span, day });
      }}
    >
      <strong>
        <Ruby>{monthName(Number(month.slice(5)), lang, 'short')}</Ruby>
      </strong>
      <Dots count={count} />
      {count > 0 && (
        <span className="when-count">
          <Ruby>{number}</Ruby>
        </span>
      )}
    </button>
  );
}
