/** Agreements on a map with their list, who else is part of it, and the disasters in which the wards helped. */
import { useMemo } from 'react';
import type { AboutView, BodyView } from '../../../content/pack/views.ts';
import { coversForList } from '../../covers/index.ts';
import { dateText, whenText } from '../../dates.ts';
import { LocatorMap } from '../../map/locator.tsx';
import { Button } from '../../parts/button.tsx';
import { PictureCard } from '../../parts/cards.tsx';
import { PartnerChip } from '../../parts/chip.tsx';
import { LangNote, seenLang } from '../../parts/lang-note.tsx';
import { coverOfGroup } from '../../parts/partners.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';
import './lists.css';
import { Ruby } from '../../parts/ruby.tsx';

export function Together({ about }: AboutPartProps) {
  const t = useWords('about');
  const { associations } = about;
  const prefectures = useMemo(
    () => [...new Set(associations.map((association) => association.prefectureId))],
    [associations],
  );
  return (
    <>
      <Section title={t('agreements')} note={t('agreement-count', { count: associations.length })}>
        <div className="agreements">
          <div className="agreements-map">
            <LocatorMap label={t('agreements-map')} prefectures={prefectures} />
          </div>
          <ol className="agreements-list">
            {associations.map((association) => (
              <Agreement key={association.id} association={association} />
            ))}
          </ol>
        </div>
        <div className="about-ways">
          <Button to={{ page: 'map' }}>{t('map')}</Button>
        </div>
      </Section>
      <Bodies title={t('organisations')} bodies={about.organisations} />
      <Bodies title={t('areas')} bodies={about.areas} />
      <Section title={t('disasters')} note={t('disasters-note')}>
        <ol className="disasters">
          {about.disasters.map((disaster) => (
            <Disaster key={disaster.id} disaster={disaster} />
          ))}
        </ol>
      </Section>
    </>
  );
}

type BodiesProps = { readonly title: string; readonly bodies: readonly BodyView[] };

/** Who else is part of it: a picture, a name and one sentence each. */
function Bodies({ title, bodies }: BodiesProps) {
  const { lang } = useSettings();
  if (bodies.length === 0) return null;
  const covers = coversForList(bodies.map(coverOfGroup), 2);
  return (
    <Section title={title}>
      <Cards least="l">
        {bodies.map((body, index) => (
          <li key={body.id}>
            <PictureCard
              to={{ page: 'group', kind: body.kind, id: body.id }}
              cover={covers[index] ?? coverOfGroup(body)}
              shape="row"
              title={body.name}
              text={
                <>
                  {body.note} <LangNote lang={seenLang(lang, body.name, body.note ?? '')} quiet />
                </>
              }
            />
          </li>
        ))}
      </Cards>
    </Section>
  );
}

type AgreementProps = { readonly association: AboutView['associations'][number] };

function Agreement({ association }: AgreementProps) {
  const t = useWords('about');
  const { lang } = useSettings();
  const date = dateText(association.date, lang);
  return (
    <li className="agreement">
      <PartnerChip partner={{ kind: 'association', id: association.id, name: association.name }} />
      <span className="agreement-date">{association.exact ? date : t('known-by', { date })}</span>
    </li>
  );
}

function Disaster({ disaster }: { readonly disaster: AboutView['disasters'][number] }) {
  const { lang } = useSettings();
  return (
    <li className="disaster">
      <p className="years-when">{whenText(disaster.when, lang)}</p>
      <h3>
        <Ruby>{disaster.name}</Ruby>
      </h3>
      {disaster.support !== null && (
        <p>
          <Ruby>{disaster.support}</Ruby>
        </p>
      )}
      {disaster.partners.length > 0 && (
        <div className="chips">
          {disaster.partners.map((partner) => (
            <PartnerChip key={`${partner.kind} ${partner.id}`} partner={partner} />
          ))}
        </div>
      )}
    </li>
  );
}
