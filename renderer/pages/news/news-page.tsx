/** NEWS: one issue at a time as a cover with its articles beside it, filtered by kind. */
import { useMemo } from 'react';
import { ARTICLE_KINDS, type ArticleKind } from '../../../content/pack/types.ts';
import type { IssueView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { useKept } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { ArticleCard, coverOfArticle } from '../../parts/cards.tsx';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import { IssueCover } from './issue-cover.tsx';
import './news-page.css';
import { NoIssue } from './no-issue.tsx';

const NOTHING = {};

export function NewsPage(_: { readonly route: Extract<Route, { page: 'news' }> }) {
  const t = useWords('news');
  const answer = useAnswer('issues:list', NOTHING);
  return (
    <Screen title={t('title')} scroll="none" className="news-page">
      <Answered answer={answer} shape="picture">
        {(issues) => <Issues issues={issues} />}
      </Answered>
    </Screen>
  );
}

function Issues({ issues }: { readonly issues: readonly IssueView[] }) {
  const [wanted, setWanted] = useKept<string | null>('issue', null);
  const issue = issues.find(({ id }) => id === wanted) ?? issues[0];
  if (issue === undefined) return <NoIssue />;
  return (
    <div className="news">
      <IssueCover issue={issue} issues={issues} onIssue={setWanted} />
      <IssueArticles key={issue.id} issue={issue} />
    </div>
  );
}

/** The kinds of an issue in the order of the house, stories first, notices last. */
function kindsOf(issue: IssueView): readonly ArticleKind[] {
  return ARTICLE_KINDS.filter((kind) => issue.articles.some((article) => article.kind === kind));
}

function IssueArticles({ issue }: { readonly issue: IssueView }) {
  const t = useWords('news');
  const [kept, setKind] = useKept<ArticleKind | null>(`kind ${issue.id}`, null);
  const kinds = kindsOf(issue);
  const kind = kept !== null && kinds.includes(kept) ? kept : null;
  const shown = kind === null ? kinds : [kind];
  return (
    <div className="page-split news-articles">
      <Chips label={t('kinds')}>
        <ChoiceChip chosen={kind === null} onPress={() => setKind(null)}>
          {t('all')}
        </ChoiceChip>
        {kinds.map((each) => (
          <ChoiceChip key={each} chosen={each === kind} onPress={() => setKind(each)}>
            {t(`article-kind.${each}`)}
          </ChoiceChip>
        ))}
      </Chips>
      <ScrollArea label={t('articles-of', { title: issue.title })} name={`articles ${kind ?? 'all'}`}>
        {shown.map((each) => (
          <KindSection key={each} issue={issue} kind={each} />
        ))}
      </ScrollArea>
    </div>
  );
}

function KindSection({ issue, kind }: { readonly issue: IssueView; readonly kind: ArticleKind }) {
  const t = useWords('news');
  const articles = useMemo(() => issue.articles.filter((article) => article.kind === kind), [issue, kind]);
  const covers = useMemo(() => coversForList(articles.map(coverOfArticle), 2), [articles]);
  return (
    <Section title={t(`article-kind.${kind}`)} note={t('articles', { count: articles.length })}>
      <Cards>
        {articles.map((article, index) => (
          <li key={article.id}>
            <ArticleCard article={article} cover={covers[index]} withKind={false} />
          </li>
        ))}
      </Cards>
    </Section>
  );
}
