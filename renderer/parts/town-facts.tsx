/**
 * What a town or ward handed in about itself: what to eat and make, festivals, living there, cases,
 * offers, whom to ask. Each section only where there is something.
 */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { MapPinIcon } from '@phosphor-icons/react/dist/csr/MapPin';
import type {
  ContactView,
  TownFacts as Facts,
  FestivalView,
  LivingView,
  SpecialityView,
} from '../../content/pack/town-views.ts';
import { dateText, whenText } from '../dates.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { CaseCard } from './case-card.tsx';
import { Chip } from './chip.tsx';
import { Desk } from './desk.tsx';
import { DeadlineChip } from './event-card.tsx';
import { FactCard } from './fact-card.tsx';
import { KanaName } from './kana-name.tsx';
import { Months } from './months.tsx';
import { Offer } from './offer.tsx';
import { SomeCards } from './some-cards.tsx';
import { TakeHomeButton } from './take-home.tsx';

export type TownFactsProps = {
  readonly of: Facts;
  /** The place whose page this is; not named again on the cards. */
  readonly without?: string | undefined;
};

/** The address of the town itself: of its general desk, else of any that has one. */
export function addressOf({ contacts }: Pick<Facts, 'contacts'>): string | null {
  const withUrl = contacts.filter(({ url }) => url !== null);
  return (withUrl.find(({ subject }) => subject === 'general') ?? withUrl[0])?.url ?? null;
}

export function TownFacts({ of, without }: TownFactsProps) {
  const t = useWords();
  return (
    <>
      <SomeCards title={t('facts.specialities')} name="specialities" items={of.specialities}>
        {(speciality) => <Speciality speciality={speciality} />}
      </SomeCards>
      <SomeCards title={t('facts.festivals')} name="festivals" items={of.festivals}>
        {(festival) => <Festival festival={festival} />}
      </SomeCards>
      <SomeCards title={t('facts.living')} name="living" items={of.living} least="l">
        {(living) => <Living living={living} />}
      </SomeCards>
      <SomeCards title={t('facts.cases')} name="cases" items={of.cases}>
        {(told) => <CaseCard told={told} without={without} />}
      </SomeCards>
      <SomeCards title={t('facts.offers')} name="offers" items={of.offers} least="l">
        {(offer) => <Offer offer={offer} without={without} />}
      </SomeCards>
      <SomeCards title={t('facts.contacts')} name="contacts" items={of.contacts} least="l">
        {(contact) => <Contact contact={contact} />}
      </SomeCards>
    </>
  );
}

function Speciality({ speciality }: { readonly speciality: SpecialityView }) {
  const t = useWords();
  const { place } = speciality;
  return (
    <FactCard
      lang={speciality.lang}
      photo={speciality.cover}
      title={<KanaName name={speciality.name} kana={speciality.kana} />}
      chips={<Chip>{t(`speciality-kind.${speciality.kind}`)}</Chip>}
      facts={[
        place === null ? null : { icon: MapPinIcon, text: <span lang={speciality.lang}>{place}</span> },
      ]}
      text={speciality.summary}
    >
      <Months months={speciality.months} />
      <TakeHomeButton url={speciality.url} title={speciality.name} lang={speciality.lang} />
    </FactCard>
  );
}

function Festival({ festival }: { readonly festival: FestivalView }) {
  const { lang } = useSettings();
  const { place } = festival;
  const next = whenText(festival.when, lang);
  return (
    <FactCard
      lang={festival.lang}
      photo={festival.cover}
      title={<KanaName name={festival.name} kana={festival.kana} />}
      facts={[
        { icon: CalendarBlankIcon, text: next ?? <span lang={festival.lang}>{festival.period}</span> },
        place === null ? null : { icon: MapPinIcon, text: <span lang={festival.lang}>{place}</span> },
      ]}
      text={festival.summary}
    >
      <Months months={festival.months} />
      <TakeHomeButton url={festival.url} title={festival.name} lang={festival.lang} />
    </FactCard>
  );
}

function Living({ living }: { readonly living: LivingView }) {
  const t = useWords();
  return (
    <FactCard
      lang={living.lang}
      photo={living.cover}
      title={living.title}
      chips={
        <>
          <Chip>{t(`living-kind.${living.kind}`)}</Chip>
          {living.deadline !== null && <DeadlineChip deadline={living.deadline} />}
        </>
      }
      text={living.summary}
    >
      <Desk desk={living.contact} lang={living.lang} title={living.title} />
    </FactCard>
  );
}

function Contact({ contact }: { readonly contact: ContactView }) {
  const t = useWords();
  const { lang } = useSettings();
  return (
    <FactCard lang={contact.lang} title={t(`contact-subject.${contact.subject}`)} text={contact.note}>
      <Desk desk={contact} lang={contact.lang} title={contact.office} />
      <p className="fact-card-more">{t('as-of', { date: dateText(contact.asOf, lang) })}</p>
    </FactCard>
  );
}
