/** Three questions with three answers each. One touch each, and done. */
import { SmileyIcon } from '@phosphor-icons/react/dist/csr/Smiley';
import { SmileyMehIcon } from '@phosphor-icons/react/dist/csr/SmileyMeh';
import { SmileySadIcon } from '@phosphor-icons/react/dist/csr/SmileySad';
import { give, given, useGiven } from '../../given.ts';
import { Button } from '../../parts/button.tsx';
import type { IconOf } from '../../parts/icon.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { count } from '../../usage.ts';
import { useWords } from '../../words/index.ts';

/** As `main/usage/items.ts` counts them. */
const QUESTIONS = ['easy', 'place', 'new'] as const;
const ANSWERS: readonly (readonly ['yes' | 'some' | 'no', IconOf])[] = [
  ['yes', SmileyIcon],
  ['some', SmileyMehIcon],
  ['no', SmileySadIcon],
];

export function Survey() {
  const t = useWords('take-part');
  const { survey } = useGiven();
  const question = QUESTIONS.find((one) => !survey.includes(one));
  if (question === undefined) {
    return (
      <div role="status">
        <h2 className="take-question">
          <Ruby>{t('survey-thanks')}</Ruby>
        </h2>
        <div className="take-ways">
          <Button kind="main" to={{ page: 'map' }}>
            {t('map')}
          </Button>
          <Button to={{ page: 'cases' }}>{t('to-cases')}</Button>
        </div>
      </div>
    );
  }
  const answer = (how: 'yes' | 'some' | 'no') => {
    count('survey', `${question}-${how}`);
    give({ survey: [...given.get().survey, question] });
  };
  return (
    <div className="take-survey" key={question}>
      <p className="take-note">{t('survey-at', { at: survey.length + 1, total: QUESTIONS.length })}</p>
      <h2 className="take-question">
        <Ruby>{t(`survey.${question}`)}</Ruby>
      </h2>
      <div className="take-answers">
        {ANSWERS.map(([how, icon]) => (
          <Button key={how} icon={icon} className="take-answer" onPress={() => answer(how)}>
            {t(`answer.${how}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
