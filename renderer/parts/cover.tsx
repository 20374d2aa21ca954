/**
 * The picture of a thing: its photograph where the pack has one, else a drawn cover, in the tone of the
 * session. Fills its box; the box gives size, rounding and clipping. Use this instead of the components
 * in `covers/`, which know nothing of photographs and high contrast.
 */
import { memo } from 'react';
import type { PictureView } from '../../content/pack/media-views.ts';
import { CoverScrim, type CoverSpec, type CoverSubject, coverFor } from '../covers/index.ts';
import { useSettings } from '../settings.ts';
import './cover.css';
import { DrawnCover } from './drawn-cover.tsx';
import { Photo } from './photo.tsx';

export type CoverProps = {
  /** What it stands for, or a finished plan from `coversForList`. */
  readonly of: CoverSubject | CoverSpec;
  /** Shown instead of the drawing; null or left out: the drawing. */
  readonly photo?: PictureView | null | undefined;
  /** `landscape`: heroes. `pattern` (default): cards and tiles. `thumb`: 64-140 px squares. */
  readonly draw?: 'landscape' | 'pattern' | 'thumb' | undefined;
  /** White words stand on its lower part. */
  readonly titled?: boolean | undefined;
  /** Width / height of the box, landscapes only. */
  readonly aspect?: number | undefined;
};

/** How wide each kind is drawn, for the choice of the photograph's file. */
const SIZES = { landscape: '60vw', pattern: '30vw', thumb: '140px' } as const;

const isSpec = (of: CoverSubject | CoverSpec): of is CoverSpec => 'pattern' in of;

export const Cover = memo(function Cover(props: CoverProps) {
  const { of, photo, draw = 'pattern', titled = false, aspect = 1.2 } = props;
  const tone = useSettings().contrast === 'high' ? 'high-contrast' : 'normal';
  if (photo) {
    return (
      <span className="cover-photo">
        <Photo of={photo} fit="fill" sizes={SIZES[draw]} silent={draw !== 'landscape'} />
        {titled && <CoverScrim />}
      </span>
    );
  }
  const spec = isSpec(of) ? of : coverFor(of);
  return <DrawnCover spec={spec} draw={draw} tone={tone} titled={titled} aspect={aspect} />;
});
