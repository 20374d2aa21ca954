/** Our own keyboard on the screen. The real one, where there is one, works beside it. */
import { BackspaceIcon } from '@phosphor-icons/react/dist/csr/Backspace';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import { Icon } from '../../parts/icon.tsx';
import { useWords } from '../../words/index.ts';
import { kanaRows, latinRows, lengthened, type MarkKey, marked, shortened } from './kana-board.ts';

export type Board = 'kana' | 'latin';

export type KeyboardProps = {
  readonly board: Board;
  readonly onBoard: (board: Board) => void;
  readonly text: string;
  readonly onText: (text: string) => void;
};

const MARKS: readonly (readonly [MarkKey, string])[] = [
  ['dakuten', '゛'],
  ['handakuten', '゜'],
  ['small', '小'],
];

export function Keyboard({ board, onBoard, text, onText }: KeyboardProps) {
  const t = useWords('search');
  const rows = board === 'kana' ? kanaRows() : latinRows();
  return (
    <section className="keyboard" data-board={board} aria-label={t('keyboard')}>
      <div className="keyboard-letters">
        {rows.map((row, y) => (
          // The rows never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed board
          <div className="keyboard-row" key={`row-${y}`}>
            {row.map((letter, x) =>
              letter === null ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: an empty place of a fixed board
                <span key={`gap-${x}`} />
              ) : (
                <button
                  key={letter}
                  type="button"
                  className="key"
                  onClick={() => onText(lengthened(text, letter))}
                >
                  {letter}
                </button>
              ),
            )}
          </div>
        ))}
      </div>
      <div className="keyboard-row keyboard-acts">
        <button
          type="button"
          className="key key-board"
          onClick={() => onBoard(board === 'kana' ? 'latin' : 'kana')}
        >
          {t(board === 'kana' ? 'to-latin' : 'to-kana')}
        </button>
        {board === 'kana' ? (
          MARKS.map(([mark, sign]) => (
            <button
              key={mark}
              type="button"
              className="key"
              aria-label={t(`mark.${mark}`)}
              onClick={() => onText(marked(text, mark))}
            >
              <span className={mark === 'small' ? undefined : 'key-sign'}>{sign}</span>
            </button>
          ))
        ) : (
          <button type="button" className="key key-wide" onClick={() => onText(lengthened(text, ' '))}>
            {t('space')}
          </button>
        )}
        <button
          type="button"
          className="key key-act"
          aria-label={t('delete-one')}
          onClick={() => onText(shortened(text))}
        >
          <Icon of={BackspaceIcon} />
        </button>
        <button type="button" className="key key-act key-wide" onClick={() => onText('')}>
          <Icon of={TrashIcon} size={1} /> {t('delete-all')}
        </button>
      </div>
    </section>
  );
}
