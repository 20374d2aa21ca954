/** A month as a sheet of days; a touch on a day shows its events beside it. */
import type { ReactNode } from 'react';
import type { CalendarView } from '../../../content/pack/town-views.ts';
import type { Day } from '../../../content/pack/types.ts';
import { dateText, weekdayText } from '../../dates.ts';
import { useKept } from '../../navigation.ts';
import { EventCard } from '../../parts/event-card.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { Cards, SectionTitle } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import { blanksBefore, firstOpen } from './calendar.ts';

export type MonthViewProps = {
  readonly month: CalendarView;
  readonly today: Day;
  /** The ways on, below the events of the day. */
  readonly children: ReactNode;
};

export function MonthView({ month, today, children }: MonthViewProps) {
  const t = useWords('events');
  const { lang } = useSettings();
  const [kept, open] = useKept<Day | null>(`day ${month.first}`, null);
  const day = kept ?? firstOpen(month.days, today);
  const ids = month.days.find((each) => each.day === day)?.eventIds ?? [];
  const shown = month.events.filter(({ id }) => ids.includes(id));
  return (
    <div className="month">
      <ScrollArea label={dateText(month.first.slice(0, 7), lang)} name={`sheet ${month.first}`}>
        <ol className="month-head" aria-hidden="true">
          {month.days.slice(0, 7).map((_each, index) => {
            // The 1st of June 2020 was a Monday; only the names are wanted.
            const name = weekdayText(`2020-06-0${index + 1}`, lang);
            return <li key={name}>{name}</li>;
          })}
        </ol>
        <ol className="month-days">
          {Array.from({ length: blanksBefore(month.first) }, (_none, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty places, all alike
            <li key={`blank ${index}`} />
          ))}
          {month.days.map((each) => (
            <li key={each.day}>
              <button
                type="button"
                className="month-day"
                aria-pressed={each.day === day}
                aria-label={`${dateText(each.day, lang)} ${t('day-count', { count: each.eventIds.length })}`}
                data-today={each.day === today}
                data-busy={each.eventIds.length > 0}
                onClick={() => open(each.day)}
              >
                <span className="month-number">{Number(each.day.slice(8))}</span>
                {each.eventIds.length > 0 && (
                  <span className="month-count">{t('day-count', { count: each.eventIds.length })}</span>
                )}
              </button>
            </li>
          ))}
        </ol>
      </ScrollArea>
      <ScrollArea key={day} label={t('title')} name={`month ${month.first} ${day}`}>
        {day !== null && <SectionTitle>{t('day-of', { date: dateText(day, lang) })}</SectionTitle>}
        {shown.length === 0 && <p>{t(day === null ? 'none-month' : 'none-day')}</p>}
        <Cards>
          {shown.map((event) => (
            <li key={event.id}>
              <EventCard event={event} shape="row" />
            </li>
          ))}
        </Cards>
        {month.undated.length > 0 && (
          <div className="month-undated">
            <SectionTitle>{t('month-undated')}</SectionTitle>
            <Cards>
              {month.undated.map((event) => (
                <li key={event.id}>
                  <EventCard event={event} shape="row" />
                </li>
              ))}
            </Cards>
          </div>
        )}
        {children}
      </ScrollArea>
    </div>
  );
}
