/** Our own keyboard on the screen. The real one, where there is one, works beside it. */
import { BackspaceIcon } from '@phosphor-icons/react/dist/csr/Backspace';
import { TrashIcon } from '@phosphor-icons/react/dist/csr/Trash';
import type { Lang } from '../../../content/pack/lang.ts';
import { Icon } from '../../parts/icon.tsx';
import { useSettings } from '../../settings.ts';
import { useWords } from '../../words/index.ts';
import { composed, HANGUL_ROWS, uncomposed } from './hangul-board.ts';
import { fitting, kanaRows, latinRows, type MarkKey, marked, rowsOf, shortened } from './kana-board.ts';

export type Board = 'kana' | 'latin' | 'hangul';

/** The boards of a language, the one to begin with first; one key goes round. */
export function boardsOf(lang: Lang): readonly Board[] {
  if (lang === 'ja' || lang === 'ja-easy') return ['kana', 'latin'];
  return lang === 'ko' ? ['hangul', 'latin', 'kana'] : ['latin', 'kana'];
}

const ROWS: { readonly [B in Board]: ReturnType<typeof kanaRows> } = {
  kana: kanaRows(),
  latin: latinRows(),
  hangul: rowsOf(HANGUL_ROWS),
};

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
  const boards = boardsOf(useSettings().lang);
  const next = boards[(boards.indexOf(board) + 1) % boards.length] ?? 'latin';
  const put = board === 'hangul' ? composed : (before: string, letter: string) => before + letter;
  return (
    <section className="keyboard" data-board={board} aria-label={t('keyboard')}>
      <div className="keyboard-letters">
        {ROWS[board].map((row, y) => (
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
                  onClick={() => onText(fitting(put(text, letter), text))}
                >
                  {letter}
                </button>
              ),
            )}
          </div>
        ))}
      </div>
      <div className="keyboard-row keyboard-acts">
        <button type="button" className="key key-board" onClick={() => onBoard(next)}>
          {t(`to-${next}`)}
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
          <button type="button" className="key key-wide" onClick={() => onText(fitting(`${text} `, text))}>
            {t('space')}
          </button>
        )}
        <button
          type="button"
          className="key key-act"
          aria-label={t('delete-one')}
          onClick={() => onText(board === 'hangul' ? uncomposed(text) : shortened(text))}
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
