/**
 * The shape of a page while its answer is under way. Nothing for 300 ms, then calm grey shapes, after
 * 3 s a sentence; all three by CSS delay, so a quick answer costs no extra drawing.
 */

import { useBusy } from '../busy.ts';
import { useWords } from '../words/index.ts';
import './skeleton.css';

/** `picture`: big picture and text beside it. `cards`: a grid. `rows`: a list. `text`: lines to read. */
export type SkeletonShape = 'picture' | 'cards' | 'rows' | 'text';

const COUNT: { readonly [S in SkeletonShape]: number } = { picture: 4, cards: 6, rows: 5, text: 7 };

export function Skeleton({ shape }: { readonly shape: SkeletonShape }) {
  const t = useWords();
  useBusy(true);
  const pieces = Array.from({ length: COUNT[shape] }, (_, index) => `piece-${index}`);
  return (
    <div className={`skeleton skeleton-${shape}`} role="status">
      {pieces.map((piece) => (
        <span key={piece} className="skeleton-piece" />
      ))}
      <p className="skeleton-words">{t('loading')}</p>
    </div>
  );
}
