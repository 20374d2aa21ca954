/** Screen and touch test: every place is touched once, every colour is looked at once. */
import { CheckIcon } from '@phosphor-icons/react/dist/csr/Check';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../words/index.ts';

const ROWS = 5;
const COLUMNS = 5;
const COLOURS = ['paper', 'white', 'black', 'red', 'green', 'blue'] as const;

export function TouchTest({ onEnd }: { readonly onEnd: (missed: number) => void }) {
  const t = useWords('staff');
  const [touched, setTouched] = useState<ReadonlySet<number>>(new Set());
  const [colour, setColour] = useState(0);
  const missed = ROWS * COLUMNS - touched.size;
  return createPortal(
    <div
      className="touch-test"
      data-colour={COLOURS[colour]}
      role="dialog"
      aria-modal="true"
      aria-label={t('touch.title')}
    >
      <div className="touch-grid">
        {Array.from({ length: ROWS * COLUMNS }, (_none, at) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: places that never move
            key={at}
            type="button"
            className="touch-place"
            aria-pressed={touched.has(at)}
            aria-label={t('touch.place', { row: Math.floor(at / COLUMNS) + 1, column: (at % COLUMNS) + 1 })}
            onClick={() => setTouched(new Set([...touched, at]))}
          >
            {touched.has(at) && <Icon of={CheckIcon} weight="bold" />}
          </button>
        ))}
      </div>
      <div className="touch-bar">
        <p role="status">{missed === 0 ? t('touch.all') : t('touch.left', { count: missed })}</p>
        <Button onPress={() => setColour((colour + 1) % COLOURS.length)}>{t('touch.colour')}</Button>
        <Button kind="main" onPress={() => onEnd(missed)}>
          {t('touch.end')}
        </Button>
      </div>
    </div>,
    document.body,
  );
}
