/**
 * One article to read: its picture and facts at the side, the text large beside them, and the
 * neighbours of the issue always in reach.
 */
import { CalendarBlankIcon } from '@phosphor-icons/react/dist/csr/CalendarBlank';
import { CaretLeftIcon } from '@phosphor-icons/react/dist/csr/CaretLeft';
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import { NewspaperIcon } from '@phosphor-icons/react/dist/csr/Newspaper';
import { daysBetween } from '../../../content/pack/days.ts';
import type { ArticleView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { dateText, whenText } from '../../dates.ts';
import { dateWithEra } from '../../era.ts';
import { useToday } from '../../kiosk.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { coverOfArticle } from '../../parts/cards.tsx';
import { Chip, PartnerChip } from '../../parts/chip.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Screen } from '../../parts/screen.tsx';
import { TakeHome } from '../../parts/take-home.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import './article-page.css';
import { Ruby } from '../../parts/ruby.tsx';
import { EasyJapanese } from './easy-japanese.tsx';
import { SameIssue } from './same-issue.tsx';

export function ArticlePage({ route }: { readonly route: Extract<Route, { page: 'article' }> }) {
  const t = useWords('article');
  const answer = useAnswer('article:read', { id: route.id });
  return (
    <Screen title={t('title')} ownHeading scroll="none" className="article-page">
      <Answered answer={answer} shape="picture">
        {(article) => <Reading article={article} />}
      </Answered>
    </Screen>
  );
}

function Reading({ article }: { readonly article: ArticleView }) {
  const t = useWords('article');
  const { lang } = useSettings();
  return (
    <PicturePage
      cover={coverOfArticle(article)}
      photo={article.cover}
      above={
        <>
          <span>
            {t(`article-kind.${article.kind}`)}　{article.issueTitle}
            {'　'}
            {dateWithEra(article.issueDate, lang)}
          </span>
          <LangNote lang={article.lang} />
        </>
      }
      title={<span lang={article.lang}>{article.title}</span>}
      label={article.title}
      foot={<Neighbours article={article} />}
    >
      <div className="article">
        <p className="article-lead" lang={article.lang}>
          <Ruby>{article.summary}</Ruby>
        </p>
        <div className="article-facts">
          <Facts article={article} />
          <EasyJapanese id={article.id} />
        </div>
        <Markdown text={article.body} lang={article.lang} pictures={article.pictures} />
        <Partners article={article} />
      </div>
      <TakeHome url={article.url} title={article.title} lang={article.lang} />
      <SameIssue article={article} />
    </PicturePage>
  );
}

/** When it is, whether one can still apply, whether it is online. Nothing where nothing is known. */
function Facts({ article }: { readonly article: ArticleView }) {
  const t = useWords('article');
  const { lang } = useSettings();
  const today = useToday();
  const when = whenText(article.when, lang);
  const { deadline } = article;
  const open = deadline !== null && today !== null && deadline >= today;
  if (when === null && deadline === null && !article.online) return null;
  return (
    <>
      {when !== null && <Chip icon={CalendarBlankIcon}>{when}</Chip>}
      {deadline !== null && (
        <Chip kind={open ? 'now' : 'quiet'}>
          {t('deadline', { date: dateText(deadline, lang) })}
          {open && ` ${t('days-left', { count: daysBetween(today, deadline) })}`}
        </Chip>
      )}
      {article.online && <Chip kind="quiet">{t('online')}</Chip>}
    </>
  );
}

/** Who takes part; each leads to its page. */
function Partners({ article }: { readonly article: ArticleView }) {
  const t = useWords('article');
  const partners = [...article.wards, ...article.partners];
  if (partners.length === 0 && !article.allWards) return null;
  return (
    <div className="article-partners">
      <h2>{t('partners')}</h2>
      <div className="article-partner-chips">
        {article.allWards && <Chip kind="quiet">{t('all-wards')}</Chip>}
        {partners.map((partner) => (
          <PartnerChip key={`${partner.kind} ${partner.id}`} partner={partner} />
        ))}
      </div>
    </div>
  );
}

function Neighbours({ article }: { readonly article: ArticleView }) {
  const t = useWords('article');
  const { previous, next } = article;
  return (
    <>
      {previous !== null && (
        <Button icon={CaretLeftIcon} to={{ page: 'article', id: previous.id }} className="article-neighbour">
          <span className="article-neighbour-way">{t('previous')}</span>
          <span lang={previous.lang}>{previous.title}</span>
        </Button>
      )}
      {next !== null && (
        <Button after={CaretRightIcon} to={{ page: 'article', id: next.id }} className="article-neighbour">
          <span className="article-neighbour-way">{t('next')}</span>
          <span lang={next.lang}>{next.title}</span>
        </Button>
      )}
      {(previous === null || next === null) && (
        <Button icon={NewspaperIcon} to={{ page: 'news' }}>
          {t('all-articles')}
        </Button>
      )}
    </>
  );
}
