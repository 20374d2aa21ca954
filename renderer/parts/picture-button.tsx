/** A photograph one may touch to see it as large as the screen, with the others it stands among. */
import { ArrowsOutIcon } from '@phosphor-icons/react/dist/csr/ArrowsOut';
import type { PictureView } from '../../content/pack/media-views.ts';
import { openLayer } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { Icon } from './icon.tsx';
import { Photo } from './photo.tsx';
import './picture-button.css';

export type PictureButtonProps = {
  readonly of: PictureView;
  /** The pictures to leaf through; left out: this one alone. */
  readonly among?: readonly PictureView[] | undefined;
  /** As of `Photo`. */
  readonly fit?: 'fill' | 'whole' | undefined;
  readonly sizes?: string | undefined;
};

export function PictureButton({ of, among, fit, sizes }: PictureButtonProps) {
  const t = useWords();
  const pictures = among ?? [of];
  const open = () => openLayer({ kind: 'pictures', pictures, at: Math.max(0, pictures.indexOf(of)) });
  return (
    <button type="button" className="picture-button" onClick={open}>
      <Photo of={of} fit={fit} sizes={sizes} />
      <span className="picture-button-sign">
        <Icon of={ArrowsOutIcon} weight="bold" size={1} />
        <span className="only-for-voice">{t('picture.look')}</span>
      </span>
    </button>
  );
}

/** The same for a photograph that words stand on: a round button of its own. */
export function LookButton({ picture }: { readonly picture: PictureView }) {
  const t = useWords();
  return (
    <button
      type="button"
      className="look-button"
      aria-label={`${t('picture.look')} ${picture.alt}`}
      onClick={() => openLayer({ kind: 'pictures', pictures: [picture], at: 0 })}
    >
      <Icon of={ArrowsOutIcon} weight="bold" size={1} />
    </button>
  );
}
