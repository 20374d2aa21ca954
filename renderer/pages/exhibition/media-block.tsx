/** Blocks of pictures and films. Where a file is missing the words stay, with a calm sign. */
import { ImagesIcon } from '@phosphor-icons/react/dist/csr/Images';
import type { Lang } from '../../../content/pack/lang.ts';
import type { MediaView, PictureView } from '../../../content/pack/media-views.ts';
import type { BlockView } from '../../../content/pack/views.ts';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { PhotoCredit } from '../../parts/photo.tsx';
import { PictureButton } from '../../parts/picture-button.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { useWords } from '../../words/index.ts';
import { BeforeAfter } from './before-after.tsx';
import { Film } from './film.tsx';
import './media-block.css';

export type MediaKind = 'picture' | 'gallery' | 'before-after' | 'film';

type MediaBlockProps = {
  readonly block: Extract<BlockView, { kind: MediaKind }>;
  readonly lang: Lang;
};

export function MediaBlock({ block, lang }: MediaBlockProps) {
  const t = useWords('exhibition');
  return (
    <div className="block block-media" lang={lang}>
      {block.title !== null && (
        <h2 className="block-title">
          <Ruby>{block.title}</Ruby>
        </h2>
      )}
      {block.media.length > 0 ? (
        <Media id={block.id} kind={block.kind} media={block.media} />
      ) : (
        <p className="block-nothing">
          <Icon of={ImagesIcon} size={1.6} />
          <span>
            <Ruby>{t('no-picture')}</Ruby>
          </span>
        </p>
      )}
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
    </div>
  );
}

type MediaProps = { readonly id: string; readonly kind: MediaKind; readonly media: readonly MediaView[] };

function Media({ id, kind, media }: MediaProps) {
  const pictures = media.filter((each) => each.kind === 'picture');
  const [before, after] = pictures;
  if (kind === 'before-after' && before && after)
    return <BeforeAfter id={id} before={before} after={after} />;
  return (
    <div className="block-pictures" data-many={media.length > 1}>
      {media.map((each) =>
        each.kind === 'film' ? (
          <Film key={each.id} film={each} />
        ) : (
          <Picture key={each.id} picture={each} among={pictures} />
        ),
      )}
    </div>
  );
}

type PictureProps = { readonly picture: PictureView; readonly among: readonly PictureView[] };

/** A lone picture keeps its shape; in a gallery all have the same, and all of each is seen on a touch. */
function Picture({ picture, among }: PictureProps) {
  const lone = among.length === 1;
  return (
    <figure className="block-picture" data-lone={lone}>
      <PictureButton
        of={picture}
        among={among}
        fit={lone ? 'whole' : 'fill'}
        sizes={lone ? '50vw' : '25vw'}
      />
      <figcaption>
        <PhotoCredit of={picture} />
      </figcaption>
    </figure>
  );
}
