/** The event for the calendar of a phone, as a code; the same, in words, below it. */
import type { EventView } from '../../../content/pack/views.ts';
import { Qr } from '../../parts/qr.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Section } from '../../parts/section.tsx';
import '../../parts/take-home.css';
import { veventOf } from '../../vevent.ts';
import { useWords } from '../../words/index.ts';

export type IntoPhoneProps = {
  readonly event: EventView;
  /** Days and hours in words. */
  readonly when: string | null;
};

/** Nothing where a calendar has no day to put it on. */
export function IntoPhone({ event, when }: IntoPhoneProps) {
  const t = useWords('events');
  const text = veventOf(event);
  if (text === null) return null;
  return (
    <Section title={t('into-phone')}>
      <div className="take-home">
        <Qr text={text} label={t('into-phone-code', { title: event.title })} />
        <div className="take-home-words">
          <p>
            <Ruby>{t('into-phone-how')}</Ruby>
          </p>
          <p className="take-home-what" lang={event.lang}>
            <Ruby>{event.title}</Ruby>
          </p>
          <p>
            <Ruby>{when}</Ruby>
          </p>
          {event.place !== null && (
            <p lang={event.lang}>
              <Ruby>{event.place}</Ruby>
            </p>
          )}
        </div>
      </div>
    </Section>
  );
}
