/** Events by week or month: where one is, the ways to the next and the one before, and what is on. */
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots';
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { addDays, spanOf } from '../../../content/pack/days.ts';
import type { CalendarView } from '../../../content/pack/town-views.ts';
import type { Day } from '../../../content/pack/types.ts';
import { useAnswer } from '../../answer.ts';
import { dateText, rangeText } from '../../dates.ts';
import { dateWithEra } from '../../era.ts';
import { openLayer, replace } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { NothingHere } from '../../parts/nothing-here.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import { MonthView } from './month-view.tsx';
import { WeekView } from './week-view.tsx';

export type CalendarProps = { readonly span: 'week' | 'month'; readonly day: Day; readonly today: Day };

export function EventCalendar({ span, day, today }: CalendarProps) {
  const answer = useAnswer('events:calendar', { span, day });
  return (
    <div className="page-split calendar">
      <Head span={span} day={day} today={today} />
      <Answered answer={answer} shape="cards">
        {(view) => <Shown view={view} span={span} today={today} />}
      </Answered>
    </div>
  );
}

const goTo = (span: 'week' | 'month', day: Day) => replace({ page: 'events', span, day });

/** Stands while the answer is under way: who goes on week by week keeps the focus, and the button its place. */
function Head({ span, day, today }: CalendarProps) {
  const t = useWords('events');
  const { lang } = useSettings();
  const { first, last } = spanOf(span, day);
  const here = first <= today && today <= last;
  const when = span === 'week' ? rangeText(first, last, lang) : dateWithEra(first.slice(0, 7), lang);
  return (
    <div className="calendar-head">
      <Button icon={CaretLeftIcon} onPress={() => goTo(span, addDays(first, -1))}>
        {t('earlier')}
      </Button>
      <h2 className="calendar-title">
        <Button
          icon={CalendarDotsIcon}
          after={CaretDownIcon}
          label={`${when} – ${t('when')}`}
          onPress={() => openLayer({ kind: 'when', span, day })}
        >
          {when}
        </Button>
      </h2>
      <Button after={CaretRightIcon} onPress={() => goTo(span, addDays(last, 1))}>
        {t('later-span')}
      </Button>
      {!here && (
        <Button onPress={() => goTo(span, today)}>{t(span === 'week' ? 'to-today' : 'to-this-month')}</Button>
      )}
    </div>
  );
}

type ShownProps = Omit<CalendarProps, 'day'> & { readonly view: CalendarView };

function Shown({ view, span, today }: ShownProps) {
  const t = useWords('events');
  const onDay = (day: Day) => goTo(span, day);
  if (view.events.length + view.undated.length === 0)
    return <NothingOn view={view} span={span} onDay={onDay} />;
  if (span === 'month')
    return (
      <MonthView month={view} today={today}>
        <Further view={view} onDay={onDay} />
      </MonthView>
    );
  return (
    <ScrollArea key={view.first} label={t('title')} name={`week ${view.first}`}>
      <WeekView week={view} today={today} />
      <Further view={view} onDay={onDay} />
    </ScrollArea>
  );
}

type FurtherProps = { readonly view: CalendarView; readonly onDay: (day: Day) => void };

/** Over weeks or months without anything to the nearest event before and after. */
function Further({ view: { previous, next }, onDay }: FurtherProps) {
  const t = useWords('events');
  const { lang } = useSettings();
  return (
    <div className="events-next">
      {previous !== null && (
        <Button icon={CaretLeftIcon} onPress={() => onDay(previous)}>
          {t('go-to', { date: dateText(previous, lang) })}
        </Button>
      )}
      {next !== null && (
        <Button kind="main" after={CaretRightIcon} onPress={() => onDay(next)}>
          {t('go-to', { date: dateText(next, lang) })}
        </Button>
      )}
    </div>
  );
}

/** Honest, with the nearest days that have something. */
function NothingOn({ view, span, onDay }: FurtherProps & { readonly span: 'week' | 'month' }) {
  const t = useWords('events');
  const { lang } = useSettings();
  return (
    <NothingHere seed="calendar" title={t(span === 'week' ? 'none-week' : 'none-month')}>
      {[view.previous, view.next].map(
        (day) =>
          day !== null && (
            <Button key={day} kind="light" onPress={() => onDay(day)}>
              {t('go-to', { date: dateText(day, lang) })}
            </Button>
          ),
      )}
      <Button kind="light" to={{ page: 'events', span: 'list' }}>
        {t('all-events')}
      </Button>
    </NothingHere>
  );
}
