/** 「どのまちですか」: a few buttons where several towns lie under one finger. */
import { XIcon } from '@phosphor-icons/react/dist/csr/X';
import { useLayoutEffect, useRef } from 'react';
import type { MapView } from '../../../content/pack/views.ts';
import type { Spot } from '../../map/plane.ts';
import { Button } from '../../parts/button.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { useWords } from '../../words/index.ts';

export type TownChooserProps = {
  readonly view: MapView;
  readonly codes: readonly string[];
  /** Where the finger came down, pixels of the panel. */
  readonly at: Spot;
  readonly onChoose: (code: string) => void;
  readonly onClose: () => void;
};

export function TownChooser({ view, codes, at, onChoose, onClose }: TownChooserProps) {
  const t = useWords('map');
  const box = useRef<HTMLDivElement>(null);
  const towns = codes
    .map((code) => view.points.find((point) => point.code === code))
    .filter((town) => town !== undefined);

  // Beside the finger, but inside the panel whatever the size of the text.
  useLayoutEffect(() => {
    const { current } = box;
    const room = current?.offsetParent;
    if (!current || !room) return;
    const inside = (wish: number, size: number, all: number) => Math.max(8, Math.min(all - size - 8, wish));
    current.style.left = `${inside(at.x + 24, current.offsetWidth, room.clientWidth)}px`;
    current.style.top = `${inside(at.y - current.offsetHeight / 2, current.offsetHeight, room.clientHeight)}px`;
    current.querySelector('button')?.focus({ preventScroll: true });
  }, [at]);

  return (
    // biome-ignore lint/a11y/useSemanticElements: <dialog> would cover the map and take the whole focus
    <div
      ref={box}
      className="town-chooser"
      role="group"
      aria-label={t('which')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <p className="town-chooser-title">{t('which')}</p>
      {towns.map((town) => (
        <Button key={town.code} onPress={() => onChoose(town.code)}>
          <Ruby>{town.name}</Ruby>
        </Button>
      ))}
      <Button after={XIcon} onPress={onClose}>
        {t('close')}
      </Button>
    </div>
  );
}
