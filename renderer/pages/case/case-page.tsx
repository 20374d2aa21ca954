/** One 連携・交流事例: what was done, what went well, who carried it, and the same issue in other towns. */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { ColumnsIcon } from '@phosphor-icons/react/dist/csr/Columns';
import { LightbulbIcon } from '@phosphor-icons/react/dist/csr/Lightbulb';
import type { DeskView, ExchangeCaseDetail } from '../../../content/pack/town-views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { dateText, whenText } from '../../dates.ts';
import { go } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { CaseCard } from '../../parts/case-card.tsx';

import { Chip, Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Desk } from '../../parts/desk.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { Offer } from '../../parts/offer.tsx';
import { coverOfTogether, Partners } from '../../parts/partners.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { SomeCards } from '../../parts/some-cards.tsx';
import { TakeHome } from '../../parts/take-home.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import './case-page.css';
import { CasesBeside } from './cases-beside.tsx';

type CasePageProps = { readonly route: Extract<Route, { page: 'case' }> };

export function CasePage({ route }: CasePageProps) {
  const t = useWords('cases');
  const answer = useAnswer('case:read', { id: route.id });
  const ready = answer.state === 'ready';
  const beside = ready ? answer.value.sameIssue.find(({ id }) => id === route.beside) : undefined;
  return (
    <Screen
      title={beside ? t('beside') : ready ? answer.value.title : t('case')}
      ownHeading={ready && beside === undefined}
      cover={ready ? coverOfTogether(answer.value) : undefined}
      scroll="none"
    >
      <Answered answer={answer} shape="picture">
        {(told) => (beside ? <CasesBeside told={told} other={beside} /> : <Told told={told} />)}
      </Answered>
    </Screen>
  );
}

/** Longer titles are set smaller. */
const LONG_TITLE = 14;

function Told({ told }: { readonly told: ExchangeCaseDetail }) {
  const t = useWords('cases');
  const { lang } = useSettings();
  const when = whenText(told.when, lang);
  return (
    <PicturePage
      label={told.title}
      cover={coverOfTogether(told)}
      photo={told.cover}
      above={
        <>
          <span>{t('case')}</span>
          <LangNote lang={told.lang} />
        </>
      }
      title={<span lang={told.lang}>{told.title}</span>}
      long={told.title.length > LONG_TITLE}
    >
      <div className="case">
        <div className="case-facts">
          {when !== null && <Chip icon={CalendarBlankIcon}>{when}</Chip>}
          {told.who.map((who) => (
            <Chip key={who}>{t(`who.${who}`)}</Chip>
          ))}
          {told.online && <Chip kind="quiet">{t('online')}</Chip>}
        </div>
        <p className="case-lead" lang={told.lang}>
          <Ruby>{told.summary}</Ruby>
        </p>
        {told.worked !== null && (
          <div className="case-worked">
            <Icon of={LightbulbIcon} size={1.6} />
            <div>
              <h2>
                <Ruby>{t('went-well')}</Ruby>
              </h2>
              <p lang={told.lang}>
                <Ruby>{told.worked}</Ruby>
              </p>
            </div>
          </div>
        )}
        <Partners of={told} />
      </div>
      <SameIssue told={told} />
      <SomeCards title={t('answers')} name="offers" items={told.offers} least="l">
        {(offer) => <Offer offer={offer} />}
      </SomeCards>
      <TakeHome url={told.contact.url} title={told.title} lang={told.lang} />
      <Section title={t('ask-here')} note={t('as-of', { date: dateText(told.asOf, lang) })}>
        {isKnown(told.contact) ? <Desk desk={told.contact} lang={told.lang} /> : <Partners of={told} />}
      </Section>
      <Onward told={told} />
    </PicturePage>
  );
}

/** Where nobody is named one asks the towns themselves. */
function isKnown({ office, phone, url }: DeskView): boolean {
  return office !== null || phone !== null || url !== null;
}

/** 同じ課題、ほかのまち: next to each other on a touch. */
function SameIssue({ told }: { readonly told: ExchangeCaseDetail }) {
  const t = useWords('cases');
  const { sameIssue, id } = told;
  const [first] = sameIssue;
  if (first === undefined) return null;
  const shown = sameIssue.slice(0, 4);
  const covers = coversForList(shown.map(coverOfTogether), 2);
  return (
    <Section title={t('same-issue')} note={t('count', { count: sameIssue.length })}>
      <Cards>
        {shown.map((other, index) => (
          <li key={other.id}>
            <CaseCard told={other} cover={covers[index]} />
          </li>
        ))}
      </Cards>
      <div className="case-ways">
        <Button kind="main" icon={ColumnsIcon} onPress={() => go({ page: 'case', id, beside: first.id })}>
          {t('see-beside')}
        </Button>
      </div>
    </Section>
  );
}

/** The issues themselves lead to all cases that have them. */
function Onward({ told }: { readonly told: ExchangeCaseDetail }) {
  const t = useWords('cases');
  return (
    <Section title={t('more')}>
      <Chips>
        {told.tags.map((tag) => (
          <ChoiceChip key={tag} chosen={false} onPress={() => go({ page: 'cases', tag })}>
            {t(`tag.${tag}`)}
          </ChoiceChip>
        ))}
        <ChoiceChip chosen={false} onPress={() => go({ page: 'cases' })}>
          {t('title')}
        </ChoiceChip>
      </Chips>
    </Section>
  );
}
