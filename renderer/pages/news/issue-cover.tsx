/** An issue as a magazine's front page, with the other issues as buttons at its foot. */
import { FilesIcon } from '@phosphor-icons/react/dist/csr/Files';
import type { IssueView } from '../../../content/pack/views.ts';
import { dateWithEra } from '../../era.ts';
import { Button } from '../../parts/button.tsx';
import { Landscape } from '../../parts/landscape.tsx';
import { LangNote, seenLang } from '../../parts/lang-note.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { ToAbout } from '../../parts/ways-on.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';

/** Most other issues offered at a time; the newest come first. */
const MOST = 5;

export type IssueCoverProps = {
  readonly issue: IssueView;
  /** Newest first. */
  readonly issues: readonly IssueView[];
  readonly onIssue: (id: string) => void;
};

export function IssueCover({ issue, issues, onIssue }: IssueCoverProps) {
  const t = useWords('news');
  const { lang } = useSettings();
  const others = issues.filter(({ id }) => id !== issue.id).slice(0, MOST);
  return (
    <section className="titled-picture issue-cover" aria-label={issue.title}>
      <Landscape of={{ seed: issue.id, theme: issue.articles[0]?.theme }} titled />
      <div className="issue-cover-words">
        <p className="issue-cover-number">vol.{issue.number}</p>
        <h2 className="issue-cover-theme">
          <Ruby>{issue.theme}</Ruby>
        </h2>
        <p>
          {issue.title}　<Ruby>{dateWithEra(issue.date, lang)}</Ruby>
        </p>
        <LangNote lang={seenLang(lang, issue.theme)} />
        <div className="issue-cover-others">
          {issue.pages.length > 0 && (
            <Button kind="light" icon={FilesIcon} to={{ page: 'issue', id: issue.id, at: 1 }}>
              {t('pages', { count: issue.pages.length })}
            </Button>
          )}
          {others.map((other) => (
            <Button key={other.id} kind="light" onPress={() => onIssue(other.id)}>
              {t('issue', { number: other.number })}
            </Button>
          ))}
          <ToAbout kind="light" />
        </div>
      </div>
    </section>
  );
}
