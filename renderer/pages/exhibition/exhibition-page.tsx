/** An exhibition: its cover with the chapters, then chapter by chapter. Back from a chapter is the cover. */
import { ArrowLeftIcon } from '@phosphor-icons/react/dist/csr/ArrowLeft';
import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import type { ChapterView, ExhibitionView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import type { CoverSubject } from '../../covers/index.ts';
import { go, replace } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { coverOfExhibition } from '../../parts/cards.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { ThingScreen } from '../../parts/thing-screen.tsx';
import { useWords } from '../../words/index.ts';
import { Block } from './block.tsx';
import { coverOfChapter, LONG_TITLE } from './chapter-cover.ts';
import { ExhibitionCover } from './exhibition-cover.tsx';
import './exhibition-page.css';

type ExhibitionPageProps = { readonly route: Extract<Route, { page: 'exhibition' }> };

export function ExhibitionPage({ route }: ExhibitionPageProps) {
  const t = useWords('exhibition');
  const answer = useAnswer('exhibition:read', { id: route.id });
  return (
    <ThingScreen
      answer={answer}
      meanwhile={t('title')}
      title={(exhibition) => exhibition.title}
      cover={(exhibition) => coverNow(exhibition, route.chapter)}
    >
      {(exhibition) => <Filled exhibition={exhibition} chapter={route.chapter} />}
    </ThingScreen>
  );
}

function coverNow(exhibition: ExhibitionView, chapter: number | undefined): CoverSubject {
  return chapter === undefined ? coverOfExhibition(exhibition) : coverOfChapter(exhibition, chapter);
}

type FilledProps = { readonly exhibition: ExhibitionView; readonly chapter: number | undefined };

function Filled({ exhibition, chapter }: FilledProps) {
  const open = (index: number | undefined) => {
    const route: Route = { page: 'exhibition', id: exhibition.id };
    if (index === undefined) return replace(route);
    // The cover stays on the trail, one chapter takes the place of another.
    return chapter === undefined ? go({ ...route, chapter: index }) : replace({ ...route, chapter: index });
  };
  const shown = chapter === undefined ? undefined : exhibition.chapters[chapter];
  if (shown === undefined || chapter === undefined) {
    return <ExhibitionCover exhibition={exhibition} onChapter={open} />;
  }
  return <Chapter key={shown.id} exhibition={exhibition} chapter={shown} index={chapter} onChapter={open} />;
}

type ChapterProps = {
  readonly exhibition: ExhibitionView;
  readonly chapter: ChapterView;
  readonly index: number;
  readonly onChapter: (index: number | undefined) => void;
};

function Chapter({ exhibition, chapter, index, onChapter }: ChapterProps) {
  const t = useWords('exhibition');
  const total = exhibition.chapters.length;
  return (
    <PicturePage
      label={chapter.title}
      cover={coverOfChapter(exhibition, index)}
      photo={chapter.cover}
      above={
        <>
          <span lang={exhibition.lang}>{exhibition.title}</span>
          <span>{t('chapter', { index: index + 1, total })}</span>
        </>
      }
      title={<span lang={exhibition.lang}>{chapter.title}</span>}
      long={chapter.title.length > LONG_TITLE}
      foot={
        <>
          <Button icon={ArrowLeftIcon} onPress={() => onChapter(index === 0 ? undefined : index - 1)}>
            {t(index === 0 ? 'to-cover' : 'previous')}
          </Button>
          {index + 1 < total ? (
            <Button kind="main" after={ArrowRightIcon} onPress={() => onChapter(index + 1)}>
              {t('next')}
            </Button>
          ) : (
            <Button kind="main" after={ArrowRightIcon} to={{ page: 'exhibitions' }}>
              {t('others')}
            </Button>
          )}
        </>
      }
    >
      <div className="exhibition-blocks">
        {chapter.blocks.map((block) => (
          <Block key={block.id} block={block} lang={exhibition.lang} />
        ))}
      </div>
    </PicturePage>
  );
}
