/**
 * A landscape with words on it, all of it one button: the hero of home, the exhibitions. What looks
 * like a button on it says that it can be touched.
 */
import { ArrowRightIcon } from '@phosphor-icons/react/dist/csr/ArrowRight';
import type { ReactNode } from 'react';
import type { ExhibitionSummary, PictureView } from '../../content/pack/views.ts';
import type { Route } from '../../main/ipc/contract.ts';
import type { CoverSubject } from '../covers/index.ts';
import { go } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { exhibitionTold } from './cards.tsx';
import { Icon } from './icon.tsx';
import { Landscape } from './landscape.tsx';
import './poster.css';
import { Ruby } from './ruby.tsx';

export type PosterProps = {
  readonly to: Route;
  readonly cover: CoverSubject;
  readonly photo?: PictureView | null | undefined;
  /** Chips above the title. */
  readonly above?: ReactNode;
  readonly title: ReactNode;
  readonly text: ReactNode;
  /** `hero`: the one big picture of a page. `small` (default): several on a page. */
  readonly size?: 'hero' | 'small' | undefined;
};

export function Poster({ to, cover, photo, above, title, text, size = 'small' }: PosterProps) {
  const t = useWords();
  return (
    <button type="button" className={`titled-picture poster poster-${size}`} onClick={() => go(to)}>
      <Landscape of={cover} photo={photo} titled />
      <span className="poster-words">
        {above !== undefined && (
          <span className="poster-above">
            <Ruby>{above}</Ruby>
          </span>
        )}
        <span className="poster-title">
          <Ruby>{title}</Ruby>
        </span>
        <span className="poster-foot">
          <span className="poster-text">
            <Ruby>{text}</Ruby>
          </span>
          <span className="poster-act">
            {t('look')}
            <Icon of={ArrowRightIcon} weight="bold" size={1} />
          </span>
        </span>
      </span>
    </button>
  );
}

export type ExhibitionPosterProps = {
  readonly exhibition: ExhibitionSummary;
  readonly size?: PosterProps['size'];
  /** More chips. */
  readonly more?: ReactNode;
};

export function ExhibitionPoster({ exhibition, size, more }: ExhibitionPosterProps) {
  return <Poster {...exhibitionTold(exhibition, more)} size={size} />;
}
