/**
 * The cards pages are made of: town, article, exhibition, event, link. Each is one button (events and
 * links: a box with buttons for those who take part), has a drawn cover and few words.
 */
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import type { ReactNode } from 'react';
import type {
  ArticleSummary,
  ExhibitionSummary,
  PictureView,
  TownSummary,
} from '../../content/pack/views.ts';
import type { Route } from '../../main/ipc/contract.ts';
import type { CoverSpec, CoverSubject } from '../covers/index.ts';
import { go } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import './cards.css';
import { Cover } from './cover.tsx';
import { Icon } from './icon.tsx';
import { KanaName } from './kana-name.tsx';
import { LangNote, seenLang, TextNote, useForeign } from './lang-note.tsx';
import { routeOfTown } from './routes.ts';
import { Ruby } from './ruby.tsx';
import { ShowingChip } from './showing.tsx';

export type PictureCardProps = {
  readonly to: Route;
  readonly cover: CoverSubject | CoverSpec;
  /** Shown instead of the drawn cover. */
  readonly photo?: PictureView | null | undefined;
  /** `card` (default): cover above words. `row`: a small square before them. */
  readonly shape?: 'card' | 'row' | undefined;
  /** One line above the title: prefecture, kind. */
  readonly above?: ReactNode;
  readonly title: ReactNode;
  readonly text?: ReactNode;
  /** Chips under the words. */
  readonly below?: ReactNode;
  /** Language of title and text when it is not the screen's. */
  readonly lang?: string | undefined;
};

/** The pattern of all picture cards; use it for kinds that have no card of their own. */
export function PictureCard(props: PictureCardProps) {
  const { to, cover, photo, shape = 'card', above, title, text, below, lang } = props;
  return (
    <button type="button" className={`card-button picture-card picture-card-${shape}`} onClick={() => go(to)}>
      <span className="picture-card-cover">
        <Cover of={cover} photo={photo} draw={shape === 'row' ? 'thumb' : 'pattern'} />
      </span>
      <span className="picture-card-words" lang={lang}>
        {above !== undefined && (
          <span className="picture-card-above">
            <Ruby>{above}</Ruby>
          </span>
        )}
        <span className="picture-card-title">
          <Ruby>{title}</Ruby>
        </span>
        {text !== undefined && text !== null && text !== '' && (
          <span className="picture-card-text">
            <Ruby>{text}</Ruby>
          </span>
        )}
        {below !== undefined && <span className="picture-card-below">{below}</span>}
      </span>
      {shape === 'row' && <Icon of={CaretRightIcon} weight="bold" size={1} />}
    </button>
  );
}

export type TownCardProps = {
  readonly town: TownSummary;
  readonly shape?: 'card' | 'row' | undefined;
  /** Instead of the headline: why it stands here. */
  readonly note?: ReactNode;
  /** A plan from `coversForList`, where cards stand side by side. */
  readonly cover?: CoverSpec | undefined;
};

export function coverOfTown(town: Pick<TownSummary, 'code' | 'region' | 'theme'>): CoverSubject {
  return { seed: town.code, region: town.region, theme: town.theme };
}

export function TownCard({ town, shape = 'row', note, cover }: TownCardProps) {
  return (
    <PictureCard
      to={routeOfTown(town.code)}
      cover={cover ?? coverOfTown(town)}
      photo={town.cover}
      shape={shape}
      above={
        <>
          {town.prefecture}
          {note === undefined && <TownLangNote town={town} />}
        </>
      }
      title={<KanaName name={town.name} kana={town.kana} />}
      text={note ?? (town.headline === null ? null : <TownHeadline town={town} />)}
    />
  );
}

type Told = { readonly town: Pick<TownSummary, 'headline' | 'lang'> };

/** What a town says of itself, in the language it came in. */
export function TownHeadline({ town }: Told) {
  return (
    <span lang={town.lang}>
      <Ruby>{town.headline}</Ruby>
    </span>
  );
}

/** The label for `TownHeadline`, where one is needed. */
export function TownLangNote({ town }: Told) {
  return town.headline === null ? null : <LangNote lang={town.lang} quiet />;
}

export function coverOfArticle(article: Pick<ArticleSummary, 'id' | 'theme' | 'region'>): CoverSubject {
  return { seed: article.id, theme: article.theme, region: article.region ?? undefined };
}

export type ArticleCardProps = {
  readonly article: ArticleSummary;
  readonly shape?: 'card' | 'row' | undefined;
  readonly cover?: CoverSpec | undefined;
  /** False where the list's title says the kind already. */
  readonly withKind?: boolean | undefined;
};

export function ArticleCard({ article, shape = 'card', cover, withKind = true }: ArticleCardProps) {
  const t = useWords();
  const foreign = useForeign(article.lang);
  return (
    <PictureCard
      to={{ page: 'article', id: article.id }}
      cover={cover ?? coverOfArticle(article)}
      photo={article.cover}
      shape={shape}
      above={
        withKind || foreign ? (
          <>
            {withKind && t(`article-kind.${article.kind}`)} <LangNote lang={article.lang} />
          </>
        ) : undefined
      }
      title={<span lang={article.lang}>{article.title}</span>}
      text={<span lang={article.lang}>{article.summary}</span>}
    />
  );
}

export function coverOfExhibition(shown: Pick<ExhibitionSummary, 'id' | 'theme' | 'region'>): CoverSubject {
  return { seed: shown.id, theme: shown.theme, region: shown.region ?? undefined };
}

export type ExhibitionCardProps = {
  readonly exhibition: ExhibitionSummary;
  readonly shape?: 'card' | 'row' | undefined;
  readonly cover?: CoverSpec | undefined;
};

export function ExhibitionCard({ exhibition, shape = 'card', cover }: ExhibitionCardProps) {
  const told = exhibitionTold(exhibition);
  return <PictureCard {...told} cover={cover ?? told.cover} shape={shape} />;
}

/** What a card and a poster say of an exhibition. @param more chips */
export function exhibitionTold(exhibition: ExhibitionSummary, more?: ReactNode) {
  const { id, lang, title, subtitle } = exhibition;
  return {
    to: { page: 'exhibition', id },
    cover: coverOfExhibition(exhibition),
    photo: exhibition.cover,
    above: (
      <>
        <ShowingChip showing={exhibition.showing} />
        <LangNote lang={seenLang(lang, title)} />
        {more}
      </>
    ),
    title: <span lang={lang}>{title}</span>,
    text: (
      <>
        <span lang={lang}>{subtitle}</span> <TextNote of={seenLang(lang, title)} text={subtitle} />
      </>
    ),
  } as const;
}
