/** 「これまで」: one year at a time, by month. */
import type { EventView } from '../../../content/pack/views.ts';
import { monthName } from '../../month-name.ts';
import { useKept } from '../../navigation.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { EventCard } from '../../parts/event-card.tsx';
import { Cards, Section, SectionTitle } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import { byMonth, yearOf } from './event-lists.ts';

/** @param events over, newest first */
export function PastEvents({ events }: { readonly events: readonly EventView[] }) {
  const t = useWords('events');
  const { lang } = useSettings();
  const years = [...new Set(events.map(yearOf))];
  const [kept, setYear] = useKept<number | null | undefined>('year', undefined);
  const year = kept !== undefined && years.includes(kept) ? kept : years[0];
  if (year === undefined) return null;
  const shown = events.filter((event) => yearOf(event) === year);
  return (
    <Section title={t('past')} note={t('count', { count: events.length })}>
      <Chips label={t('years')}>
        {years.map((each) => (
          <ChoiceChip key={each} chosen={each === year} onPress={() => setYear(each)}>
            {each === null ? t('year-unknown') : t('year', { year: each })}
          </ChoiceChip>
        ))}
      </Chips>
      {byMonth(shown).map(({ month, events: inMonth }) => (
        <div key={month} className="events-month">
          <SectionTitle as="h3">{month === null ? t('month-unknown') : monthName(month, lang)}</SectionTitle>
          <Cards>
            {inMonth.map((event) => (
              <li key={event.id}>
                <EventCard event={event} />
              </li>
            ))}
          </Cards>
        </div>
      ))}
    </Section>
  );
}
