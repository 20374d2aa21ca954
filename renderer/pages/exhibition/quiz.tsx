/** A question with choices. After the first touch it says which is right and why; one may look at it again. */
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { XCircleIcon } from '@phosphor-icons/react/dist/csr/XCircle';
import type { Lang } from '../../../content/pack/lang.ts';
import type { BlockView } from '../../../content/pack/views.ts';
import { useKept } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { useWords } from '../../words/index.ts';

type QuizProps = { readonly block: Extract<BlockView, { kind: 'quiz' }>; readonly lang: Lang };

export function Quiz({ block, lang }: QuizProps) {
  const t = useWords('exhibition');
  const [given, give] = useKept<number | null>(`quiz ${block.id}`, null);
  const right = given === block.answer;
  return (
    <div className="block block-quiz" lang={lang}>
      <h2 className="block-title">{block.title ?? t('quiz')}</h2>
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
      <ul className="block-quiz-choices">
        {block.choices.map((choice, index) => (
          <li key={choice}>
            <button
              type="button"
              className="block-quiz-choice"
              data-mark={markOf(index, given, block.answer)}
              aria-disabled={given !== null}
              onClick={() => given === null && give(index)}
            >
              <span>
                <Ruby>{choice}</Ruby>
              </span>
              <Mark mark={markOf(index, given, block.answer)} />
            </button>
          </li>
        ))}
      </ul>
      <div className="block-quiz-answer" role="status">
        {given !== null && (
          <>
            <p className="block-quiz-verdict" lang={undefined}>
              {t(right ? 'quiz-right' : 'quiz-wrong')}
            </p>
            <Markdown text={block.explanation} level={3} lang={lang} />
            <Button onPress={() => give(null)}>{t('quiz-again')}</Button>
          </>
        )}
      </div>
    </div>
  );
}

type MarkKind = 'right' | 'wrong' | 'none';

/** Nothing before the answer; then the right one, and the one chosen if it was another. */
function markOf(index: number, given: number | null, answer: number): MarkKind {
  if (given === null) return 'none';
  if (index === answer) return 'right';
  return index === given ? 'wrong' : 'none';
}

/** A sign and a word beside the colour. */
function Mark({ mark }: { readonly mark: MarkKind }) {
  const t = useWords('exhibition');
  if (mark === 'none') return null;
  return (
    <span className="block-quiz-mark">
      <Icon of={mark === 'right' ? CheckCircleIcon : XCircleIcon} weight="fill" />
      {t(mark === 'right' ? 'right' : 'chosen')}
    </span>
  );
}
