/** Whom to ask, how a town joins, and whose data, letters and drawings this is made of. */
import { GlobeSimpleIcon } from '@phosphor-icons/react/dist/csr/GlobeSimple';
import { PhoneIcon } from '@phosphor-icons/react/dist/csr/Phone';
import { shortAddress } from '../../../content/pack/public-address.ts';
import type { AboutView } from '../../../content/pack/views.ts';
import { dateText } from '../../dates.ts';
import { ATTRIBUTION_LONG } from '../../map/shapes/attribution.ts';
import { Icon } from '../../parts/icon.tsx';
import { Section } from '../../parts/section.tsx';
import { TakeHomeButton } from '../../parts/take-home.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import type { AboutPartProps } from './about-page.tsx';
import { Topics } from './aims.tsx';
import './charts.css';
import './lists.css';
import { Ruby } from '../../parts/ruby.tsx';

export function Desk({ about }: AboutPartProps) {
  const t = useWords('about');
  const { lang } = useSettings();
  const credits = lang === 'en' ? ATTRIBUTION_LONG.en : ATTRIBUTION_LONG.ja;
  return (
    <>
      <Section title={t('contacts')}>
        <ul className="contacts">
          {about.contacts.map((contact) => (
            <Contact key={contact.id} contact={contact} />
          ))}
        </ul>
      </Section>
      <Section title={t('membership')}>
        <Topics topics={about.topics['membership'] ?? []} />
      </Section>
      <Section title={t('credits-map')}>
        {credits.map((paragraph) => (
          <p key={paragraph} className="about-credit">
            {paragraph}
          </p>
        ))}
      </Section>
      <Section title={t('credits-look')}>
        <p className="about-credit">{t('credits-look-text')}</p>
      </Section>
      <Section title={t('packs')} note={t('packs-note')}>
        <ul className="packs">
          {about.packs.map((pack) => (
            <li key={pack.id}>
              <b>{pack.title}</b>
              <span>
                {t('pack', { id: pack.id, version: pack.version, date: dateText(pack.date, lang) })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Contact({ contact }: { readonly contact: AboutView['contacts'][number] }) {
  const t = useWords('about');
  const { lang } = useSettings();
  return (
    <li className="contact">
      <h3>
        <Ruby>{contact.name}</Ruby>
      </h3>
      {contact.office !== null && (
        <p>
          <Ruby>{contact.office}</Ruby>
        </p>
      )}
      {contact.phone !== null && (
        <p className="contact-way">
          <Icon of={PhoneIcon} />
          <span className="contact-phone">{contact.phone}</span>
        </p>
      )}
      {contact.url !== null && (
        <p className="contact-way">
          <Icon of={GlobeSimpleIcon} />
          <span className="contact-url">{shortAddress(contact.url)}</span>
        </p>
      )}
      <TakeHomeButton url={contact.url} title={contact.name} lang={lang} />
      <p className="figure-note">{t('as-of', { date: dateText(contact.asOf, lang) })}</p>
    </li>
  );
}
