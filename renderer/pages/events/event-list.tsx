/** All events: what one can still go to first, then what was, year by year; by kind. */
import { useMemo } from 'react';
import type { Day } from '../../../content/pack/types.ts';
import type { EventView } from '../../../content/pack/views.ts';
import { coversForList } from '../../covers/index.ts';
import { useKept } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { EventCard } from '../../parts/event-card.tsx';
import { NothingHere } from '../../parts/nothing-here.tsx';
import { coverOfTogether } from '../../parts/partners.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import { type EventGroup, type EventLists, groupOf, groupsIn, listEvents } from './event-lists.ts';
import { PastEvents } from './past-events.tsx';

export function EventList({ events, today }: { readonly events: readonly EventView[]; readonly today: Day }) {
  const t = useWords('events');
  const [kept, setGroup] = useKept<EventGroup | null>('group', null);
  const groups = groupsIn(events);
  const group = kept !== null && groups.includes(kept) ? kept : null;
  const lists = useMemo(
    () =>
      listEvents(
        events.filter((event) => group === null || groupOf(event) === group),
        today,
      ),
    [events, group, today],
  );
  return (
    <div className="page-split event-list">
      <Chips label={t('groups')}>
        <ChoiceChip chosen={group === null} onPress={() => setGroup(null)}>
          {t('all')}
        </ChoiceChip>
        {groups.map((each) => (
          <ChoiceChip key={each} chosen={each === group} onPress={() => setGroup(each)}>
            {t(`group.${each}`)}
          </ChoiceChip>
        ))}
      </Chips>
      <ScrollArea label={t('title')} name={`events ${group ?? 'all'}`}>
        <Ahead lists={lists} />
        <PastEvents key={group} events={lists.past} />
      </ScrollArea>
    </div>
  );
}

function Ahead({ lists }: { readonly lists: EventLists }) {
  const t = useWords('events');
  const { thisWeek, later, undated } = lists;
  const none = thisWeek.length + later.length === 0;
  return (
    <>
      {none && <NothingAhead />}
      <Some title={t('this-week')} events={thisWeek} />
      <Some title={t('later')} events={later} />
      <Some title={t('undated')} events={undated} />
    </>
  );
}

function Some({ title, events }: { readonly title: string; readonly events: readonly EventView[] }) {
  const t = useWords('events');
  if (events.length === 0) return null;
  const covers = coversForList(events.map(coverOfTogether), 3);
  return (
    <Section title={title} note={t('count', { count: events.length })}>
      <Cards>
        {events.map((event, index) => (
          <li key={event.id}>
            <EventCard event={event} cover={covers[index]} />
          </li>
        ))}
      </Cards>
    </Section>
  );
}

/** Honest where the library knows of nothing to come. */
function NothingAhead() {
  const t = useWords('events');
  return (
    <NothingHere seed="events" title={t('none-ahead')} text={t('none-ahead-why')}>
      <Button kind="light" to={{ page: 'exhibitions' }}>
        {t('to-exhibitions')}
      </Button>
      <Button kind="light" to={{ page: 'cases', purpose: 'go' }}>
        {t('to-cases')}
      </Button>
    </NothingHere>
  );
}
