/** The quiz: the questions of the exhibitions, one at a time; each right answer draws a stamp. */
import { useMemo } from 'react';
import type { BlockView, ExhibitionView } from '../../../content/pack/views.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { give, given, useGiven } from '../../given.ts';
import { useKept } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Cover } from '../../parts/cover.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { Markdown } from '../../parts/markdown.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { htmlLang } from '../../settings.ts';
import { count } from '../../usage.ts';
import { useWords } from '../../words/index.ts';

type Question = { readonly key: string; readonly block: Extract<BlockView, { kind: 'quiz' }> };

/** The exhibition of this hall first, else the first that stands. */
export function Questions() {
  const list = useAnswer('exhibitions:list', {});
  const [which, setWhich] = useKept('exhibition', 0);
  const t = useWords('take-part');
  return (
    <Answered answer={list} shape="text">
      {(exhibitions) => {
        const shown = exhibitions[which % Math.max(1, exhibitions.length)];
        return shown === undefined ? (
          <p className="take-lead">{t('quiz-none')}</p>
        ) : (
          <OfExhibition
            key={shown.id}
            id={shown.id}
            onNext={exhibitions.length > 1 ? () => setWhich(which + 1) : null}
          />
        );
      }}
    </Answered>
  );
}

type OfExhibitionProps = { readonly id: string; readonly onNext: (() => void) | null };

function OfExhibition({ id, onNext }: OfExhibitionProps) {
  const answer = useAnswer('exhibition:read', { id });
  return (
    <Answered answer={answer} shape="text">
      {(exhibition) => <Asked exhibition={exhibition} onNext={onNext} />}
    </Answered>
  );
}

function questionsOf(exhibition: ExhibitionView): readonly Question[] {
  return exhibition.chapters
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'quiz' ? [{ key: `${exhibition.id} ${block.id}`, block }] : []));
}

function Asked({
  exhibition,
  onNext,
}: {
  readonly exhibition: ExhibitionView;
  readonly onNext: OfExhibitionProps['onNext'];
}) {
  const t = useWords('take-part');
  const { stamps, asked } = useGiven();
  const questions = useMemo(() => questionsOf(exhibition), [exhibition]);
  const [at, setAt] = useKept(`at ${exhibition.id}`, 0);
  const question = questions[at];
  const own = questions.filter(({ key }) => stamps.includes(key)).length;
  return (
    <div className="take-quiz">
      <div>
        <p className="take-note" lang={htmlLang(exhibition.lang)}>
          <Ruby>{exhibition.title}</Ruby> <LangNote lang={exhibition.lang} />
        </p>
        {question !== undefined ? (
          <One
            key={question.key}
            question={question}
            lang={exhibition.lang}
            done={asked.includes(question.key)}
            onNext={() => setAt(at + 1)}
          />
        ) : (
          <>
            <h2 className="take-question">
              <Ruby>{questions.length === 0 ? t('quiz-none') : t('quiz-done', { count: own })}</Ruby>
            </h2>
            <div className="take-ways">
              <Button kind="main" to={{ page: 'exhibition', id: exhibition.id }}>
                {t('to-exhibition')}
              </Button>
              {onNext !== null && <Button onPress={onNext}>{t('quiz-more')}</Button>}
            </div>
          </>
        )}
      </div>
      <Stamps questions={questions} />
    </div>
  );
}

/** One stamp a question: drawn in colour where it was answered right, an empty ring before. */
function Stamps({ questions }: { readonly questions: readonly Question[] }) {
  const t = useWords('take-part');
  const { stamps } = useGiven();
  const covers = coversForList(questions.map(({ key }) => ({ seed: key })));
  const own = questions.filter(({ key }) => stamps.includes(key)).length;
  return (
    <div className="take-stamps" role="img" aria-label={t('stamps', { count: own, total: questions.length })}>
      {questions.map(({ key }, i) => (
        <span key={key} className="take-stamp" data-given={stamps.includes(key)}>
          {stamps.includes(key) && <Cover of={covers[i] ?? { seed: key }} draw="thumb" />}
        </span>
      ))}
    </div>
  );
}

type OneProps = {
  readonly question: Question;
  readonly lang: ExhibitionView['lang'];
  readonly done: boolean;
  readonly onNext: () => void;
};

function One({ question: { key, block }, lang, done, onNext }: OneProps) {
  const t = useWords('take-part');
  const [chosen, choose] = useKept<number | null>(`chosen ${key}`, null);
  const answered = done || chosen !== null;
  const right = given.get().stamps.includes(key);
  const answer = (index: number) => {
    if (answered) return;
    const { stamps, asked } = given.get();
    const hit = index === block.answer;
    choose(index);
    give({ asked: [...asked, key], stamps: hit ? [...stamps, key] : stamps });
    count('quiz', hit ? 'right' : 'wrong');
  };
  return (
    <div lang={htmlLang(lang)}>
      <h2 className="take-question">
        <Ruby>{block.title ?? ''}</Ruby>
      </h2>
      {block.body !== '' && <Markdown text={block.body} level={3} lang={lang} />}
      <ul className="take-choices">
        {block.choices.map((choice, index) => (
          <li key={choice}>
            <button
              type="button"
              className="take-choice"
              data-mark={answered && index === block.answer ? 'right' : index === chosen ? 'chosen' : 'none'}
              aria-disabled={answered}
              onClick={() => answer(index)}
            >
              <Ruby>{choice}</Ruby>
              {answered && index === block.answer && (
                <span className="take-mark" lang="">
                  {t('right')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div role="status">
        {answered && (
          <>
            <p className="take-verdict">{t(right ? 'quiz-right' : 'quiz-wrong')}</p>
            <Markdown text={block.explanation} level={3} lang={lang} />
            <Button kind="main" onPress={onNext}>
              {t('quiz-next')}
            </Button>
          </>
        )}
      </div>
    </div>
  );
}
