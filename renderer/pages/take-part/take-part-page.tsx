/** 「さんかする」: a vote, a quiz with stamps, three short questions. Nothing about the visitor is asked or kept. */
import type { Route } from '../../../main/ipc/contract.ts';
import { useKept } from '../../navigation.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Screen } from '../../parts/screen.tsx';
import { useWords } from '../../words/index.ts';
import { Questions } from './questions.tsx';
import { Survey } from './survey.tsx';
import './take-part-page.css';
import { Vote } from './vote.tsx';

const PARTS = ['vote', 'quiz', 'survey'] as const;
type Part = (typeof PARTS)[number];

type TakePartProps = { readonly route: Extract<Route, { page: 'take-part' }> };

export function TakePartPage(_: TakePartProps) {
  const t = useWords('take-part');
  const [part, setPart] = useKept<Part>('part', 'vote');
  return (
    <Screen title={t('title')}>
      <div className="take">
        <Chips label={t('parts')}>
          {PARTS.map((each) => (
            <ChoiceChip key={each} chosen={each === part} onPress={() => setPart(each)}>
              {t(`part.${each}`)}
            </ChoiceChip>
          ))}
        </Chips>
        {part === 'vote' && <Vote />}
        {part === 'quiz' && <Questions />}
        {part === 'survey' && <Survey />}
        <p className="take-note">{t('nameless')}</p>
      </div>
    </Screen>
  );
}
