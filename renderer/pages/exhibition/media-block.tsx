/** Blocks of pictures and films. Where a file is missing the words stay, with a calm sign. */
import { ImagesIcon } from '@phosphor-icons/react/dist/csr/Images';
import type { Lang } from '../../../content/pack/lang.ts';
import type { MediaView, PictureView } from '../../../content/pack/media-views.ts';
import type { BlockView } from '../../../content/pack/views.ts';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { Photo, PhotoCredit } from '../../parts/photo.tsx';
import { useWords } from '../../words/index.ts';
import { Film } from './film.tsx';
import './media-block.css';
import { Ruby } from '../../parts/ruby.tsx';

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
        <Media kind={block.kind} media={block.media} />
      ) : (
        <p className="block-nothing">
          <Icon of={ImagesIcon} size={1.6} />
          <span>{t('no-picture')}</span>
        </p>
      )}
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
    </div>
  );
}

function Media({ kind, media }: { readonly kind: MediaKind; readonly media: readonly MediaView[] }) {
  const t = useWords('exhibition');
  const label = (index: number) =>
    kind === 'before-after' && index < 2 ? t(index === 0 ? 'before' : 'after') : null;
  return (
    <div className="block-pictures" data-many={media.length > 1}>
      {media.map((each, index) =>
        each.kind === 'film' ? (
          <Film key={each.id} film={each} />
        ) : (
          <Picture key={each.id} picture={each} label={label(index)} wide={media.length === 1} />
        ),
      )}
    </div>
  );
}

type PictureProps = {
  readonly picture: PictureView;
  /** 「まえ」, 「あと」 */
  readonly label: string | null;
  readonly wide: boolean;
};

function Picture({ picture, label, wide }: PictureProps) {
  return (
    <figure className="block-picture">
      <Photo of={picture} sizes={wide ? '50vw' : '25vw'} />
      <figcaption>
        {label !== null && (
          <strong className="block-picture-label">
            <Ruby>{label}</Ruby>
          </strong>
        )}
        <PhotoCredit of={picture} />
      </figcaption>
    </figure>
  );
}
