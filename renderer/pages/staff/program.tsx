/** What stands where until when, in all halls: this hall first. Signed; nothing is changed here. */
import type { ProgramHallView } from '../../../content/pack/program-views.ts';
import { useAnswer } from '../../answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';

const NOTHING = {};

export function ProgramPart() {
  const t = useWords('staff');
  const answer = useAnswer('program:read', NOTHING);
  return (
    <Answered answer={answer} shape="cards">
      {({ program, today, halls }) => (
        <>
          <SectionTitle note={t('program.today', { today })}>{t('part.program')}</SectionTitle>
          <p className="staff-note">
            {program === null
              ? t('program.none')
              : t('program.signed', { title: program.title, day: program.date })}
          </p>
          {halls.map((hall) => (
            <Hall key={hall.venueId} hall={hall} />
          ))}
        </>
      )}
    </Answered>
  );
}

function Hall({ hall }: { readonly hall: ProgramHallView }) {
  const t = useWords('staff');
  return (
    <section className="pack-list program-hall" aria-label={hall.venueName}>
      <h3>{hall.here ? t('program.here', { name: hall.venueName }) : hall.venueName}</h3>
      <ul>
        {hall.stays.map((stay) => (
          <li key={`${stay.exhibitionId} ${stay.firstDay}`} data-state={stay.state}>
            <strong>{stay.title}</strong>
            <span>{`${stay.firstDay} – ${stay.lastDay}`}</span>
            <span>{t(`program.${stay.state}`)}</span>
            {!stay.installed && <span>{t('program.not-here')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
