/** Names that begin with what has been typed: one touch instead of the rest of the word. */
import { useAnswer } from '../../answer.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { useWords } from '../../words/index.ts';

/** Most shown; the results below say the rest. */
const MOST = 4;

export type SuggestionsProps = { readonly text: string; readonly onText: (text: string) => void };

export function Suggestions({ text, onText }: SuggestionsProps) {
  const t = useWords('search');
  const answer = useAnswer('search:suggest', { text });
  const names = answer.state === 'ready' ? answer.value.filter((one) => one.text !== text) : [];
  if (names.length === 0) return null;
  return (
    <div className="search-suggestions">
      <Chips label={t('suggestions')}>
        {names.slice(0, MOST).map((one) => (
          <ChoiceChip key={one.text} chosen={false} onPress={() => onText(one.text)}>
            <KanaName name={one.text} kana={one.kana} />
          </ChoiceChip>
        ))}
      </Chips>
    </div>
  );
}
