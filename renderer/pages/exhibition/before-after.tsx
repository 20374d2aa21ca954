/** Two pictures of the same place in one frame. Buttons say which is seen; the half shows both. */
import type { PictureView } from '../../../content/pack/media-views.ts';
import { useKept } from '../../navigation.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { PhotoCredit } from '../../parts/photo.tsx';
import { PictureButton } from '../../parts/picture-button.tsx';
import { useWords } from '../../words/index.ts';

const SHOWN = ['before', 'half', 'after'] as const;
type Shown = (typeof SHOWN)[number];

export type BeforeAfterProps = {
  /** Of the block; under it the choice is kept. */
  readonly id: string;
  readonly before: PictureView;
  readonly after: PictureView;
};

export function BeforeAfter({ id, before, after }: BeforeAfterProps) {
  const t = useWords('exhibition');
  const [shown, show] = useKept<Shown>(`before-after ${id}`, 'half');
  const pictures = [before, after];
  return (
    <figure className="before-after">
      <div
        className="before-after-frame"
        data-shown={shown}
        style={{ aspectRatio: `${before.width} / ${before.height}` }}
      >
        <div className="before-after-picture" inert={shown === 'after'}>
          <PictureButton of={before} among={pictures} fit="fill" />
        </div>
        <div className="before-after-picture before-after-over" inert={shown !== 'after'}>
          <PictureButton of={after} among={pictures} fit="fill" />
        </div>
        {shown === 'half' && (
          <div className="before-after-names" aria-hidden="true">
            <span>{t('before')}</span>
            <span>{t('after')}</span>
          </div>
        )}
      </div>
      <Chips label={t('before-after')}>
        {SHOWN.map((each) => (
          <ChoiceChip key={each} chosen={each === shown} onPress={() => show(each)}>
            {t(each)}
          </ChoiceChip>
        ))}
      </Chips>
      <figcaption>
        <PhotoCredit of={before} />
      </figcaption>
    </figure>
  );
}
