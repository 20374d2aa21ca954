/** 「なにをしたい？」: six doors first, then the ties and stories behind one of them. */
import { useMemo } from 'react';
import { PURPOSES, type Purpose } from '../../../content/pack/types.ts';
import type { CaseView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { replace } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { ArticleCard } from '../../parts/cards.tsx';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { LinkCard } from '../../parts/event-card.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { Tile } from '../../parts/tile.tsx';
import { useWords } from '../../words/index.ts';
import { CaseCard } from './case-card.tsx';
import './cases-page.css';
import { PURPOSE_LOOKS } from './purposes.ts';

export function CasesPage({ route }: { readonly route: Extract<Route, { page: 'cases' }> }) {
  return route.purpose === undefined ? <Doors /> : <Behind purpose={route.purpose} />;
}

function Doors() {
  const t = useWords('cases');
  const covers = useMemo(
    () =>
      coversForList(
        PURPOSES.map((purpose) => PURPOSE_LOOKS[purpose].cover),
        3,
      ),
    [],
  );
  return (
    <Screen title={t('title')} scroll="none" className="cases-page">
      <ul className="cases-doors">
        {PURPOSES.map((purpose, index) => (
          <li key={purpose}>
            <Tile
              to={{ page: 'cases', purpose }}
              cover={covers[index] ?? PURPOSE_LOOKS[purpose].cover}
              icon={PURPOSE_LOOKS[purpose].icon}
              title={t(`purpose.${purpose}`)}
              note={<DoorNote purpose={purpose} />}
            />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

/** What is behind a door, and how much of it once that is known. */
function DoorNote({ purpose }: { readonly purpose: Purpose }) {
  const t = useWords('cases');
  const answer = useAnswer('cases:list', { purpose });
  return (
    <>
      {t(`note.${purpose}`)}
      {answer.state === 'ready' && `　${t('count', { count: answer.value.length })}`}
    </>
  );
}

function Behind({ purpose }: { readonly purpose: Purpose }) {
  const t = useWords('cases');
  const answer = useAnswer('cases:list', { purpose });
  return (
    <Screen title={t(`purpose.${purpose}`)} scroll="none" className="cases-page">
      <div className="cases">
        <Chips label={t('title')}>
          {PURPOSES.map((each) => (
            <ChoiceChip
              key={each}
              icon={PURPOSE_LOOKS[each].icon}
              chosen={each === purpose}
              onPress={() => replace({ page: 'cases', purpose: each })}
            >
              {t(`purpose.${each}`)}
            </ChoiceChip>
          ))}
        </Chips>
        <ScrollArea label={t(`purpose.${purpose}`)} name={`cases ${purpose}`}>
          <Answered answer={answer} shape="cards">
            {(cases) => <CaseLists cases={cases} />}
          </Answered>
        </ScrollArea>
      </div>
    </Screen>
  );
}

/** Stories have pictures and come first; the ties follow, those of the hall's ward at the front. */
function CaseLists({ cases }: { readonly cases: readonly CaseView[] }) {
  const t = useWords('cases');
  const articles = cases.flatMap((each) => (each.kind === 'article' ? [each.article] : []));
  const told = cases.flatMap((each) => (each.kind === 'case' ? [each.case] : []));
  const links = cases.flatMap((each) => (each.kind === 'link' ? [each.link] : []));
  return (
    <>
      {cases.length === 0 && <p className="cases-none">{t('none')}</p>}
      {told.length > 0 && (
        <Section title={t('told')} note={t('count', { count: told.length })}>
          <Cards least="l">
            {told.map((each) => (
              <li key={each.id}>
                <CaseCard told={each} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
      {articles.length > 0 && (
        <Section title={t('stories')} note={t('count', { count: articles.length })}>
          <Cards>
            {articles.map((article) => (
              <li key={article.id}>
                <ArticleCard article={article} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
      {links.length > 0 && (
        <Section title={t('ties')} note={t('count', { count: links.length })}>
          <Cards least="l">
            {links.map((link) => (
              <li key={link.id}>
                <LinkCard link={link} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
      <div className="cases-ways">
        <Button to={{ page: 'map' }}>{t('map')}</Button>
        <Button to={{ page: 'news' }}>{t('to-news')}</Button>
      </div>
    </>
  );
}
