/**
 * A week: seven days side by side, an event as a bar over its days, or a few events as pictures; where there is no
 * room for bars, day by day.
 */
import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import type { CalendarView } from '../../../content/pack/town-views.ts';
import type { Day } from '../../../content/pack/types.ts';
import type { EventView } from '../../../content/pack/views.ts';
import { coversForList } from '../../covers/index.ts';
import { dateText, weekdayText } from '../../dates.ts';
import { go } from '../../navigation.ts';
import { Dots } from '../../parts/dots.tsx';
import { EventCard, EventStatusChip } from '../../parts/event-card.tsx';
import { Icon } from '../../parts/icon.tsx';
import { coverOfTogether } from '../../parts/partners.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Cards, Section, SectionTitle } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import { type Bar, barsOf } from './calendar.ts';

export type WeekViewProps = { readonly week: CalendarView; readonly today: Day };

/** So few fill the room as pictures; more are read as bars below their days. */
const FEW = 3;

export function WeekView({ week, today }: WeekViewProps) {
  const t = useWords('events');
  const few = week.events.length > 0 && week.events.length <= FEW;
  return (
    <>
      <WeekDays week={week} today={today} bars={!few} />
      {few ? (
        <FewEvents events={week.events} />
      ) : (
        <>
          <WeekBars week={week} />
          <div className="week-narrow">
            <DayByDay week={week} today={today} />
          </div>
        </>
      )}
      {week.undated.length > 0 && (
        <Section title={t('month-undated')}>
          <Cards>
            {week.undated.map((event) => (
              <li key={event.id}>
                <EventCard event={event} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
    </>
  );
}

function FewEvents({ events }: { readonly events: readonly EventView[] }) {
  const covers = coversForList(events.map(coverOfTogether), FEW);
  return (
    <div className="week-few">
      <Cards least="l">
        {events.map((event, index) => (
          <li key={event.id}>
            <EventCard event={event} cover={covers[index]} />
          </li>
        ))}
      </Cards>
    </div>
  );
}

function WeekBars({ week }: Pick<WeekViewProps, 'week'>) {
  return (
    <ul className="week-bars">
      {barsOf(week).map((bar) => (
        <li key={bar.event.id} style={{ gridColumn: `${bar.first} / ${bar.last + 1}` }}>
          <WeekBar bar={bar} />
        </li>
      ))}
    </ul>
  );
}

/** Says on each day how many events it has. @param bars lie below and say it better, where there is room for them */
function WeekDays({ week, today, bars }: WeekViewProps & { readonly bars: boolean }) {
  const t = useWords('events');
  const { lang } = useSettings();
  return (
    <ol className="week-days" data-bars={bars}>
      {week.days.map(({ day, eventIds: { length: count } }) => (
        <li key={day} className="week-day" data-today={day === today} data-over={day < today}>
          <span>{weekdayText(day, lang)}</span>
          <strong>{Number(day.slice(8))}</strong>
          {day === today && <span className="week-today">{t('today')}</span>}
          {count > 0 && (
            <span className="week-count">
              <Dots count={count} />
              <span className="week-number">
                <Ruby>{t('count', { count })}</Ruby>
              </span>
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function WeekBar({ bar }: { readonly bar: Bar }) {
  const { event } = bar;
  return (
    <button
      type="button"
      className="week-bar"
      data-before={bar.before}
      data-after={bar.after}
      onClick={() => go({ page: 'event', id: event.id })}
    >
      {bar.before && <Icon of={CaretLeftIcon} weight="bold" size={0.8} />}
      <span className="week-bar-words" lang={event.lang}>
        <strong>
          <Ruby>{event.title}</Ruby>
        </strong>
        {event.startTime !== null && <span>{event.startTime}</span>}
        <EventStatusChip event={event} />
      </span>
      {bar.after && <Icon of={CaretRightIcon} weight="bold" size={0.8} />}
    </button>
  );
}

function DayByDay({ week, today }: WeekViewProps) {
  const t = useWords('events');
  const { lang } = useSettings();
  const busy = week.days.filter(({ eventIds }) => eventIds.length > 0);
  return busy.map(({ day, eventIds }) => (
    <section key={day} className="week-list-day">
      <SectionTitle as="h3" note={day === today ? t('today') : undefined}>
        {dateText(day, lang)}
      </SectionTitle>
      <Cards>
        {week.events
          .filter(({ id }) => eventIds.includes(id))
          .map((event) => (
            <li key={event.id}>
              <EventCard event={event} shape="row" />
            </li>
          ))}
      </Cards>
    </section>
  ));
}
