/** One event: when and where, what is left to the deadline, who takes part, and how to take it along. */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { CalendarDotsIcon } from '@phosphor-icons/react/dist/csr/CalendarDots';
import { HourglassMediumIcon } from '@phosphor-icons/react/dist/csr/HourglassMedium';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import { UsersThreeIcon } from '@phosphor-icons/react/dist/csr/UsersThree';
import type { ReactNode } from 'react';
import { daysBetween } from '../../../content/pack/days.ts';
import type { EventView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { dateText } from '../../dates.ts';
import { isPast } from '../../event-time.ts';
import { useToday } from '../../kiosk.ts';
import { Button } from '../../parts/button.tsx';
import { Chip } from '../../parts/chip.tsx';
import { EventCard, EventStatusChip, useEventWhen } from '../../parts/event-card.tsx';

import { Icon, type IconOf } from '../../parts/icon.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { coverOfTogether, Partners } from '../../parts/partners.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { TakeHome } from '../../parts/take-home.tsx';
import { ThingScreen } from '../../parts/thing-screen.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import './event-page.css';
import { IntoPhone } from './into-phone.tsx';

type EventPageProps = { readonly route: Extract<Route, { page: 'event' }> };

export function EventPage({ route }: EventPageProps) {
  const t = useWords('events');
  const answer = useAnswer('event:read', { id: route.id });
  return (
    <ThingScreen
      answer={answer}
      meanwhile={t('title')}
      title={(event) => event.title}
      cover={coverOfTogether}
    >
      {(event) => <Told event={event} />}
    </ThingScreen>
  );
}

/** Longer titles are set smaller. */
const LONG_TITLE = 12;

function Told({ event }: { readonly event: EventView }) {
  const t = useWords('events');
  const { lang } = useSettings();
  const today = useToday();
  const when = useEventWhen(event);
  const past = today !== null && isPast(event, today);
  const open = !past && event.deadline !== null && today !== null && event.deadline >= today;
  const { start } = event.when;
  const day = start?.length === 10 ? start : undefined;
  return (
    <PicturePage
      label={event.title}
      cover={coverOfTogether(event)}
      photo={event.cover}
      above={
        <>
          <span>{t(past ? 'report' : `event-kind.${event.kind}`)}</span>
          <LangNote lang={event.lang} />
        </>
      }
      title={<span lang={event.lang}>{event.title}</span>}
      long={event.title.length > LONG_TITLE}
    >
      <div className="event">
        <div className="event-chips">
          {!open && <EventStatusChip event={event} />}
          {past && <Chip kind="quiet">{t(`event-kind.${event.kind}`)}</Chip>}
          {event.online && <Chip kind="quiet">{t('online')}</Chip>}
        </div>
        <ul className="event-facts">
          {when !== null && <Fact icon={CalendarBlankIcon}>{when}</Fact>}
          {event.place !== null && (
            <Fact icon={MapPinIcon}>
              <span lang={event.lang}>{event.place}</span>
            </Fact>
          )}
          {open && event.deadline !== null && (
            <Fact icon={HourglassMediumIcon}>
              {t('deadline', { date: dateText(event.deadline, lang) })}{' '}
              <strong className="event-left">
                {t('days-left', { count: daysBetween(today, event.deadline) })}
              </strong>
            </Fact>
          )}
          {event.attendance !== null && (
            <Fact icon={UsersThreeIcon}>
              {t('came', { count: event.attendance, number: event.attendance.toLocaleString('en') })}
            </Fact>
          )}
        </ul>
        {event.summary !== event.title && (
          <p className="event-summary" lang={event.lang}>
            <Ruby>{event.summary}</Ruby>
          </p>
        )}
        <Partners of={event} />
      </div>
      {!past && <IntoPhone event={event} when={when} />}
      <TakeHome url={event.url} title={event.title} lang={event.lang} />
      <Section title={t('onward')}>
        <div className="event-ways">
          {day !== undefined && (
            <Button icon={CalendarDotsIcon} to={{ page: 'events', span: 'week', day }}>
              {t('same-week')}
            </Button>
          )}
          <Button to={{ page: 'events', span: 'list' }}>{t('all-events')}</Button>
        </div>
      </Section>
      <OtherEvents event={event} />
    </PicturePage>
  );
}

/** So many fill the room below an event of which little is known. */
const MOST_OTHERS = 4;

/** The events nearest in the list, later ones first. */
function OtherEvents({ event }: { readonly event: EventView }) {
  const t = useWords('events');
  const answer = useAnswer('events:list', {});
  if (answer.state !== 'ready') return null;
  const here = answer.value.findIndex(({ id }) => id === event.id);
  const first = Math.max(0, here - MOST_OTHERS / 2);
  const others = answer.value.slice(first, first + MOST_OTHERS + 1).filter(({ id }) => id !== event.id);
  if (others.length === 0) return null;
  const covers = coversForList(others.map(coverOfTogether), 2);
  return (
    <Section title={t('other-events')}>
      <Cards>
        {others.slice(0, MOST_OTHERS).map((other, index) => (
          <li key={other.id}>
            <EventCard event={other} cover={covers[index]} />
          </li>
        ))}
      </Cards>
    </Section>
  );
}

function Fact({ icon, children }: { readonly icon: IconOf; readonly children: ReactNode }) {
  return (
    <li>
      <Icon of={icon} />
      <span>
        <Ruby>{children}</Ruby>
      </span>
    </li>
  );
}
