/** More of the issue an article stands in: what follows it, its neighbours in the foot left out. */
import type { ArticleView } from '../../../content/pack/views.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { ArticleCard, coverOfArticle } from '../../parts/cards.tsx';
import { Cards, Section } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';

/** So many fill the room below a short article. */
const MOST = 4;

export function SameIssue({ article }: { readonly article: ArticleView }) {
  const t = useWords('article');
  const answer = useAnswer('issues:list', {});
  if (answer.state !== 'ready') return null;
  const all = answer.value.find(({ id }) => id === article.issueId)?.articles ?? [];
  const here = all.findIndex(({ id }) => id === article.id);
  const near = new Set([article.id, article.previous?.id, article.next?.id]);
  const others = [...all.slice(here), ...all.slice(0, here)].filter(({ id }) => !near.has(id)).slice(0, MOST);
  if (others.length === 0) return null;
  const covers = coversForList(others.map(coverOfArticle), 2);
  return (
    <Section title={t('same-issue')}>
      <Cards>
        {others.map((each, index) => (
          <li key={each.id}>
            <ArticleCard article={each} cover={covers[index]} />
          </li>
        ))}
      </Cards>
    </Section>
  );
}
