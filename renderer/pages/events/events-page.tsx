/** Events three ways: this week, a month, everything. Opens on the week where it has something. */
import type { Day } from '../../../content/pack/types.ts';
import type { EventSpan, Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { useToday } from '../../kiosk.ts';
import { replace } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Skeleton } from '../../parts/skeleton.tsx';
import { ToTakePart } from '../../parts/ways-on.tsx';
import { useWords } from '../../words/index.ts';
import { EventCalendar } from './calendar-view.tsx';
import { EventList } from './event-list.tsx';
import './events-page.css';

type EventsRoute = Extract<Route, { page: 'events' }>;

const SPANS = ['week', 'month', 'list'] as const satisfies readonly EventSpan[];
const NOTHING = {};

export function EventsPage({ route }: { readonly route: EventsRoute }) {
  const t = useWords('events');
  const today = useToday();
  return (
    <Screen title={t('title')} scroll="none" className="events-page">
      {today === null ? <Skeleton shape="cards" /> : <Spans route={route} today={today} />}
    </Screen>
  );
}

function Spans({ route, today }: { readonly route: EventsRoute; readonly today: Day }) {
  const t = useWords('events');
  const thisWeek = useAnswer('events:calendar', { span: 'week', day: today });
  const quiet = thisWeek.state === 'ready' && thisWeek.value.events.length === 0;
  const span = route.span ?? (quiet ? 'list' : 'week');
  const day = route.day ?? today;
  return (
    <div className="page-split events">
      <div className="events-top">
        <Chips label={t('spans')}>
          {SPANS.map((each) => (
            <ChoiceChip
              key={each}
              chosen={each === span}
              onPress={() => replace({ page: 'events', span: each, day })}
            >
              {t(`span.${each}`)}
            </ChoiceChip>
          ))}
        </Chips>
        <ToTakePart />
      </div>
      {span === 'list' ? <Everything today={today} /> : <EventCalendar span={span} day={day} today={today} />}
    </div>
  );
}

function Everything({ today }: { readonly today: Day }) {
  const answer = useAnswer('events:list', NOTHING);
  return (
    <Answered answer={answer} shape="cards">
      {(events) => <EventList events={events} today={today} />}
    </Answered>
  );
}
