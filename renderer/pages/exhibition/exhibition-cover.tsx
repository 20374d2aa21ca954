/** The cover of an exhibition: where and until when, what it is about, its chapters, its towns. */
import { CaretRightIcon } from '@phosphor-icons/react/dist/csr/CaretRight';
import type { ExhibitionView } from '../../../content/pack/views.ts';
import { coversForList } from '../../covers/index.ts';
import { Button } from '../../parts/button.tsx';
import { coverOfExhibition } from '../../parts/cards.tsx';
import { Chips, PartnerChip } from '../../parts/chip.tsx';
import { Cover } from '../../parts/cover.tsx';
import { Icon } from '../../parts/icon.tsx';
import { LangNote, seenLang, TextNote } from '../../parts/lang-note.tsx';
import { PicturePage } from '../../parts/picture-page.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { Section } from '../../parts/section.tsx';
import { ShowingChip } from '../../parts/showing.tsx';
import { TownGrid } from '../../parts/town-grid.tsx';
import { ToAbout, ToTakePart } from '../../parts/ways-on.tsx';
import { useWords } from '../../words/index.ts';
import { coverOfChapter, LONG_TITLE } from './chapter-cover.ts';

type ExhibitionCoverProps = {
  readonly exhibition: ExhibitionView;
  readonly onChapter: (index: number) => void;
};

export function ExhibitionCover({ exhibition, onChapter }: ExhibitionCoverProps) {
  const t = useWords('exhibition');
  const { chapters, towns, partners, lang } = exhibition;
  const others = partners.filter(
    ({ kind, id }) => kind !== 'municipality' || !towns.some(({ code }) => code === id),
  );
  return (
    <PicturePage
      label={exhibition.title}
      cover={coverOfExhibition(exhibition)}
      photo={exhibition.cover}
      above={
        <>
          <ShowingChip showing={exhibition.showing} />
          <LangNote lang={seenLang(lang, exhibition.title)} />
        </>
      }
      title={<span lang={lang}>{exhibition.title}</span>}
      long={exhibition.title.length > LONG_TITLE}
      text={<span lang={lang}>{exhibition.subtitle}</span>}
    >
      {exhibition.summary !== '' && (
        <p className="exhibition-summary" lang={lang}>
          <Ruby>{exhibition.summary}</Ruby>{' '}
          <TextNote of={seenLang(lang, exhibition.title)} text={exhibition.summary} />
        </p>
      )}
      <Section title={t('chapters')}>
        <Chapters exhibition={exhibition} onChapter={onChapter} />
      </Section>
      {towns.length > 0 && (
        <Section title={t('towns')} note={t('towns-count', { count: towns.length })}>
          <TownGrid towns={towns} />
        </Section>
      )}
      {others.length > 0 && (
        <Section title={t('partners')}>
          <Chips>
            {others.map((partner) => (
              <PartnerChip key={`${partner.kind} ${partner.id}`} partner={partner} />
            ))}
          </Chips>
        </Section>
      )}
      <Section title={t('more')}>
        <Chips>
          <Button to={{ page: 'exhibitions' }}>{t('others')}</Button>
          <ToTakePart />
          <ToAbout />
        </Chips>
      </Section>
      {chapters.length === 0 && <p>{t('no-chapters')}</p>}
    </PicturePage>
  );
}

function Chapters({ exhibition, onChapter }: ExhibitionCoverProps) {
  const covers = coversForList(exhibition.chapters.map((_, index) => coverOfChapter(exhibition, index)));
  return (
    <ol className="exhibition-chapters">
      {exhibition.chapters.map((chapter, index) => (
        <li key={chapter.id}>
          <button type="button" className="card-button exhibition-chapter" onClick={() => onChapter(index)}>
            <span className="exhibition-chapter-cover">
              <Cover
                of={covers[index] ?? coverOfChapter(exhibition, index)}
                photo={chapter.cover}
                draw="thumb"
              />
            </span>
            <span className="exhibition-chapter-number">{index + 1}</span>
            <span className="exhibition-chapter-title" lang={exhibition.lang}>
              <Ruby>{chapter.title}</Ruby>
            </span>
            <Icon of={CaretRightIcon} weight="bold" size={1} />
          </button>
        </li>
      ))}
    </ol>
  );
}
