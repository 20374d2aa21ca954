/**
 * A photograph from a pack, in the width the place needs. Its own colour fills the place until it is
 * there; when it cannot be shown, the place stays in that colour and the description is read.
 */
import { useState } from 'react';
import type { PictureView } from '../../content/pack/media-views.ts';
import './photo.css';

export type PhotoProps = {
  readonly of: PictureView;
  /** `fill`: crops to its box, what matters stays in sight. `whole` (default): all of it, its own shape. */
  readonly fit?: 'fill' | 'whole' | undefined;
  /** How wide it is drawn, as in the `sizes` of an `<img>`; default half the screen. */
  readonly sizes?: string | undefined;
  /** True where words beside it say the same: voices pass over it. */
  readonly silent?: boolean | undefined;
};

/** Address of a file of a pack. */
export function mediaUrl(id: string): string {
  return `media://blob/${id}`;
}

export function Photo({ of, fit = 'whole', sizes = '50vw', silent = false }: PhotoProps) {
  const [failed, setFailed] = useState(false);
  const { x, y } = of.focus ?? { x: 0.5, y: 0.5 };
  return (
    <img
      className={`photo photo-${fit}`}
      src={mediaUrl(of.id)}
      srcSet={of.sources.map(({ id, width }) => `${mediaUrl(id)} ${width}w`).join(', ')}
      sizes={sizes}
      width={of.width}
      height={of.height}
      alt={silent ? '' : of.alt}
      lang={silent ? undefined : of.lang}
      decoding="async"
      draggable={false}
      data-failed={failed}
      style={{ backgroundColor: of.colour, objectPosition: `${x * 100}% ${y * 100}%` }}
      onError={() => setFailed(true)}
    />
  );
}

/** Who made it and on which terms, in small words beside it. */
export function PhotoCredit({ of }: { readonly of: Pick<PictureView, 'credit' | 'licence'> }) {
  const words = [of.credit, of.licence].filter((word) => word !== '');
  return <span className="photo-credit">{[...new Set(words)].join(' / ')}</span>;
}
