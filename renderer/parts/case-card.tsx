/** A case as the ward or town told it: picture, when, what, between whom; leads to its page. */
import type { ExchangeCaseView } from '../../content/pack/town-views.ts';
import { type CoverSpec, type CoverSubject, regionOfCode } from '../covers/index.ts';
import { whenText } from '../dates.ts';
import { useSettings } from '../settings.ts';
import { useWords } from '../words/index.ts';
import { PictureCard } from './cards.tsx';
import { Chip } from './chip.tsx';
import { LangNote } from './lang-note.tsx';

/** The cover has the hue of the first town. */
export function coverOfCase({ id, partners }: Pick<ExchangeCaseView, 'id' | 'partners'>): CoverSubject {
  const town = partners.find(({ kind }) => kind === 'municipality' || kind === 'prefecture');
  return { seed: id, region: town === undefined ? undefined : regionOfCode(town.id) };
}

export type CaseCardProps = {
  readonly told: ExchangeCaseView;
  readonly shape?: 'card' | 'row' | undefined;
  readonly cover?: CoverSpec | undefined;
  /** Id of the one whose page this is; not named again. */
  readonly without?: string | undefined;
};

/** Most of those who take part named on a card. */
const MOST = 4;

export function CaseCard({ told, shape = 'card', cover, without }: CaseCardProps) {
  const t = useWords();
  const { lang } = useSettings();
  const others = [...told.wards, ...told.partners].filter(({ id }) => id !== without);
  return (
    <PictureCard
      to={{ page: 'case', id: told.id }}
      cover={cover ?? coverOfCase(told)}
      photo={told.cover}
      shape={shape}
      above={
        <>
          {whenText(told.when, lang)} <LangNote lang={told.lang} />
        </>
      }
      title={<span lang={told.lang}>{told.title}</span>}
      text={<span lang={told.lang}>{told.summary}</span>}
      below={
        <>
          {told.online && <Chip kind="quiet">{t('online')}</Chip>}
          {told.allWards && <Chip kind="quiet">{t('all-wards')}</Chip>}
          {others.slice(0, MOST).map(({ kind, id, name }) => (
            <Chip key={`${kind} ${id}`} kind="quiet">
              {name}
            </Chip>
          ))}
          {others.length > MOST && <Chip kind="quiet">{t('and-more', { count: others.length - MOST })}</Chip>}
        </>
      }
    />
  );
}
