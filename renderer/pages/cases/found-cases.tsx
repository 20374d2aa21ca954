/** The cases found: told ones first, then stories of the newsletter, then bare ties; some at a time. */
import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import type { CasesView } from '../../../content/pack/town-views.ts';
import type { CaseView } from '../../../content/pack/views.ts';
import { coversForList } from '../../covers/index.ts';
import { Button } from '../../parts/button.tsx';
import { ArticleCard, coverOfArticle } from '../../parts/cards.tsx';
import { CaseCard } from '../../parts/case-card.tsx';
import { LinkCard } from '../../parts/event-card.tsx';
import { coverOfTogether } from '../../parts/partners.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import { PurposeDoors } from './case-doors.tsx';

/** Fewer than this leave room for the doors to all others. */
const FEW = 4;

/** Cases of one part of the list. */
export const PART = 24;

type FoundCasesProps = {
  readonly found: CasesView;
  /** Of the first one shown, 0.. */
  readonly offset: number;
  readonly onOffset: (offset: number) => void;
};

export function FoundCases({ found, offset, onOffset }: FoundCasesProps) {
  const t = useWords('cases');
  const left = found.total - offset - found.cases.length;
  return (
    <>
      {found.total === 0 && <p className="cases-none">{t('none')}</p>}
      <Lists cases={found.cases} />
      <div className="cases-ways">
        {offset > 0 && (
          <Button icon={CaretLeftIcon} onPress={() => onOffset(Math.max(0, offset - PART))}>
            {t('previous-part')}
          </Button>
        )}
        {left > 0 && (
          <Button kind="main" after={CaretRightIcon} onPress={() => onOffset(offset + PART)}>
            {t('next-part', { count: Math.min(PART, left) })}
          </Button>
        )}
      </div>
      <Section title={t('more')}>
        <div className="cases-ways">
          <Button to={{ page: 'share', part: 'request' }}>{t('share.title')}</Button>
          <Button to={{ page: 'map' }}>{t('map')}</Button>
          <Button to={{ page: 'news' }}>{t('to-news')}</Button>
        </div>
        {found.total < FEW && <PurposeDoors low />}
      </Section>
    </>
  );
}

function Lists({ cases }: { readonly cases: readonly CaseView[] }) {
  const t = useWords('cases');
  const told = cases.flatMap((each) => (each.kind === 'case' ? [each.case] : []));
  const articles = cases.flatMap((each) => (each.kind === 'article' ? [each.article] : []));
  const links = cases.flatMap((each) => (each.kind === 'link' ? [each.link] : []));
  const toldCovers = coversForList(told.map(coverOfTogether), 3);
  const articleCovers = coversForList(articles.map(coverOfArticle), 3);
  return (
    <>
      {told.length > 0 && (
        <Section title={t('told')}>
          <Cards>
            {told.map((each, index) => (
              <li key={each.id}>
                <CaseCard told={each} cover={toldCovers[index]} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
      {articles.length > 0 && (
        <Section title={t('stories')}>
          <Cards>
            {articles.map((article, index) => (
              <li key={article.id}>
                <ArticleCard article={article} cover={articleCovers[index]} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
      {links.length > 0 && (
        <Section title={t('ties')}>
          <Cards least="l">
            {links.map((link) => (
              <li key={link.id}>
                <LinkCard link={link} />
              </li>
            ))}
          </Cards>
        </Section>
      )}
    </>
  );
}
