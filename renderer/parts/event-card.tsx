/** An event, leading to its page; a tie between wards and towns, with buttons for those who take part. */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { HourglassMediumIcon } from '@phosphor-icons/react/dist/csr/HourglassMedium';
import { daysBetween } from '../../content/pack/days.ts';
import type { EventView, LinkView } from '../../content/pack/views.ts';
import type { CoverSpec } from '../covers/index.ts';
import { dateText, whenText } from '../dates.ts';
import { useToday } from '../kiosk.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { PictureCard } from './cards.tsx';
import { Chip } from './chip.tsx';
import { FactCard } from './fact-card.tsx';
import { LangNote } from './lang-note.tsx';
import { coverOfTogether, PartnerNames, Partners } from './partners.tsx';

export type EventCardProps = {
  readonly event: EventView;
  readonly shape?: 'card' | 'row' | undefined;
  readonly cover?: CoverSpec | undefined;
  /** Leave this town or ward out of the buttons: the visitor is on its page. */
  readonly without?: string | undefined;
};

export function EventCard({ event, shape = 'card', cover, without }: EventCardProps) {
  const when = useEventWhen(event);
  return (
    <PictureCard
      to={{ page: 'event', id: event.id }}
      cover={cover ?? coverOfTogether(event)}
      photo={event.cover}
      shape={shape}
      above={
        <>
          {when} <LangNote lang={event.lang} />
        </>
      }
      title={<span lang={event.lang}>{event.title}</span>}
      text={event.place === null ? undefined : <span lang={event.lang}>{event.place}</span>}
      below={
        <>
          <EventStatusChip event={event} />
          <PartnerNames of={event} without={without} />
        </>
      }
    />
  );
}

/** Days and hours in words; the fiscal year where no more is known. */
export function useEventWhen(event: EventView): string | null {
  const t = useWords();
  const { lang } = useSettings();
  const days = whenText(event.when, lang);
  if (days === null) return event.fiscalYear === null ? null : t('fiscal-year', { year: event.fiscalYear });
  if (event.startTime === null) return days;
  return `${days} ${event.startTime}${event.endTime === null ? '' : `–${event.endTime}`}`;
}

/** What of it is still ahead: today, days left to the deadline, over, cancelled. */
export function EventStatusChip({ event }: { readonly event: EventView }) {
  const t = useWords();
  const today = useToday();
  if (event.status === 'cancelled') return <Chip kind="now">{t('event-status.cancelled')}</Chip>;
  if (event.status === 'standing' || event.status === 'planned') {
    return <Chip>{t(`event-status.${event.status}`)}</Chip>;
  }
  const last = event.when.end ?? event.when.start;
  if (last === null || today === null) return null;
  // A month or year is over when today's is a later one.
  if (last < today.slice(0, last.length)) return <Chip kind="quiet">{t('event-status.over')}</Chip>;
  if (event.deadline !== null && event.deadline >= today) return <DeadlineChip deadline={event.deadline} />;
  const on = event.when.start !== null && event.when.start <= today;
  return <Chip kind={on ? 'now' : 'plain'}>{t(on ? 'event-status.now' : 'event-status.ahead')}</Chip>;
}

/** `しめきり 2020年11月13日(金) あと3日`; nothing once it has passed. */
export function DeadlineChip({ deadline }: { readonly deadline: string }) {
  const t = useWords();
  const { lang } = useSettings();
  const today = useToday();
  if (today === null || deadline < today) return null;
  const count = daysBetween(today, deadline);
  return (
    <Chip kind="now" icon={HourglassMediumIcon}>
      {t('deadline', { date: dateText(deadline, lang) })} {t('days-left', { count })}
    </Chip>
  );
}

export type LinkCardProps = {
  readonly link: LinkView;
  readonly without?: string | undefined;
};

/** One tie: what kind, since when, what it was, with whom. */
export function LinkCard({ link, without }: LinkCardProps) {
  const t = useWords();
  const { lang } = useSettings();
  const known = link.knownBy === null ? null : t('known-by', { date: dateText(link.knownBy, lang) });
  const when = whenText(link.when, lang) ?? known;
  return (
    <FactCard
      lang={link.lang}
      title={link.title}
      chips={
        <>
          <Chip>{t(`link-type.${link.type}`)}</Chip>
          {link.online && <Chip kind="quiet">{t('online')}</Chip>}
        </>
      }
      facts={[when === null ? null : { icon: CalendarBlankIcon, text: when }]}
      text={link.note}
    >
      <Partners of={link} without={without} />
    </FactCard>
  );
}
