/** The printed pages of an issue as they were, one at a time, as large as the screen. */
import { NewspaperIcon } from '@phosphor-icons/react/dist/csr/Newspaper';
import type { IssueView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { replace } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { PhotoCredit } from '../../parts/photo.tsx';
import { LargePicture } from '../../parts/pictures-view.tsx';
import { RefusalNote } from '../../parts/refusal.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words/index.ts';
import './issue-page.css';

type IssueRoute = Extract<Route, { page: 'issue' }>;

const NOTHING = {};

export function IssuePage({ route }: { readonly route: IssueRoute }) {
  const t = useWords('news');
  const answer = useAnswer('issues:list', NOTHING);
  const issue = answer.state === 'ready' ? answer.value.find(({ id }) => id === route.id) : undefined;
  return (
    <Screen title={issue?.title ?? t('title')} scroll="none" className="issue-page">
      <Answered answer={answer} shape="picture">
        {() =>
          issue === undefined ? (
            <RefusalNote refusal={{ code: 'not-found' }} />
          ) : (
            <PrintedPage issue={issue} at={route.at} />
          )
        }
      </Answered>
    </Screen>
  );
}

function PrintedPage({ issue, at }: { readonly issue: IssueView; readonly at: number }) {
  const t = useWords('news');
  const page = issue.pages[at - 1];
  if (page === undefined) return <RefusalNote refusal={{ code: 'not-found' }} />;
  const to = (next: number) =>
    issue.pages[next - 1] === undefined ? null : () => replace({ page: 'issue', id: issue.id, at: next });
  return (
    <LargePicture
      key={page.page}
      picture={page.picture}
      title={
        <h2 className="pictures-title">
          <span className="pictures-alt">{t('page-of', { at, total: issue.pages.length })}</span>
        </h2>
      }
      foot={
        <div className="issue-foot">
          <PhotoCredit of={page.picture} />
          <Button icon={NewspaperIcon} to={{ page: 'news' }}>
            {t('to-articles')}
          </Button>
          <section className="only-for-voice" aria-label={t('printed')} lang="ja">
            {page.words}
          </section>
        </div>
      }
      ways={{ previous: t('previous-page'), next: t('next-page') }}
      previous={to(at - 1)}
      next={to(at + 1)}
    />
  );
}
