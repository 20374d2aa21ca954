/** A landscape, drawn for the box it fills (wide in portrait pages, tall beside a text) or a photograph. */
import type { PictureView } from '../../content/pack/media-views.ts';
import type { CoverSpec, CoverSubject } from '../covers/index.ts';
import { useBoxAspect } from './box-aspect.ts';
import { Cover } from './cover.tsx';
import './landscape.css';

export type LandscapeProps = {
  readonly of: CoverSubject | CoverSpec;
  /** Shown instead of the drawing. */
  readonly photo?: PictureView | null | undefined;
  /** White words stand on its lower part. */
  readonly titled?: boolean | undefined;
};

/** Covers its positioned parent; words come after it. */
export function Landscape({ of, photo, titled }: LandscapeProps) {
  const [box, aspect] = useBoxAspect<HTMLSpanElement>();
  return (
    <span ref={box} className="landscape">
      {aspect !== null && <Cover of={of} photo={photo} draw="landscape" aspect={aspect} titled={titled} />}
    </span>
  );
}
