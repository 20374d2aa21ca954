/** The lists a town, ward and group have in common: ties, events, articles, exhibitions. Empty ones leave no gap. */
import type { ArticleSummary, EventView, ExhibitionSummary, LinkView } from '../../content/pack/views.ts';
import { coversForList } from '../covers/index.ts';
import { useWords } from '../words/index.ts';
import { ArticleCard, coverOfArticle, coverOfExhibition, ExhibitionCard } from './cards.tsx';
import { EventCard, LinkCard } from './event-card.tsx';
import { SomeCards } from './some-cards.tsx';

export type KnownThingsProps = {
  readonly of: {
    readonly links?: readonly LinkView[];
    readonly events: readonly EventView[];
    readonly articles: readonly ArticleSummary[];
    readonly exhibitions?: readonly ExhibitionSummary[];
  };
  /** The place whose page this is; not named again on the cards. */
  readonly without?: string | undefined;
};

export function KnownThings({ of, without }: KnownThingsProps) {
  const t = useWords();
  const { links = [], events, articles, exhibitions = [] } = of;
  const articleCovers = coversForList(articles.map(coverOfArticle), 2);
  const exhibitionCovers = coversForList(exhibitions.map(coverOfExhibition), 2);
  return (
    <>
      <SomeCards title={t('links')} name="links" items={links} least="l">
        {(link) => <LinkCard link={link} without={without} />}
      </SomeCards>
      <SomeCards title={t('exhibitions')} name="exhibitions" items={exhibitions}>
        {(exhibition, index) => <ExhibitionCard exhibition={exhibition} cover={exhibitionCovers[index]} />}
      </SomeCards>
      <SomeCards title={t('articles')} name="articles" items={articles}>
        {(article, index) => <ArticleCard article={article} cover={articleCovers[index]} />}
      </SomeCards>
      <SomeCards title={t('events')} name="events" items={events}>
        {(event) => <EventCard event={event} without={without} />}
      </SomeCards>
    </>
  );
}
