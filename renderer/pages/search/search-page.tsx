/** Search with a keyboard of our own: kana, A to Z; results come while one types. */
import { MagnifyingGlassIcon } from '@phosphor-icons/react/dist/csr/MagnifyingGlass';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type { SearchView } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { useKept } from '../../navigation.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Landscape } from '../../parts/landscape.tsx';
import { RefusalNote } from '../../parts/refusal.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useSettings } from '../../settings.ts';
import { count } from '../../usage.ts';
import { useWords } from '../../words/index.ts';
import { MAX_TEXT } from './kana-board.ts';
import { type Board, boardsOf, Keyboard } from './keyboard.tsx';
import { NothingFound, Results } from './results.tsx';
import { Suggestions } from './suggestions.tsx';
import './search-page.css';

/** Most results fetched; the count of all is said. */
const LIMIT = 50;
/** A pause of this length in typing asks the question. */
const PAUSE_MS = 120;
/** Whoever looks at results for so long was asking for them. */
const SETTLED_MS = 2_000;

export function SearchPage({ route }: { readonly route: Extract<Route, { page: 'search' }> }) {
  const t = useWords('search');
  const { lang } = useSettings();
  const [text, setText] = useKept('text', (route.text ?? '').slice(0, MAX_TEXT));
  const [chosen, setBoard] = useKept<Board | null>('board', null);
  const boards = boardsOf(lang);
  // A board the new language does not have would show keys its readers cannot find.
  const board = chosen !== null && boards.includes(chosen) ? chosen : (boards[0] ?? 'latin');
  const input = useRef<HTMLInputElement>(null);
  // A keyboard of the house may be typed on at once.
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  return (
    <Screen title={t('title')} scroll="none" className="search-page">
      <div className="search">
        <div className="search-field">
          <Icon of={MagnifyingGlassIcon} weight="bold" />
          <input
            ref={input}
            className="search-input"
            type="text"
            // Our own keyboard stands below; the system's must not come up.
            inputMode="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={MAX_TEXT}
            aria-label={t('field')}
            placeholder={t('placeholder')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <Keyboard board={board} onBoard={setBoard} text={text} onText={setText} />
        <div className="search-results">
          {text.trim() === '' ? <Ideas onText={setText} /> : <Found text={text} onText={setText} />}
        </div>
      </div>
    </Screen>
  );
}

/** The text once the typing has paused. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return useDeferredValue(paused);
}

/** Somebody has stopped typing: found or not is counted, what they looked for is told to nobody. */
function useCountedSearch(asked: string, total: number | null) {
  useEffect(() => {
    if (asked === '' || total === null) return undefined;
    const timer = setTimeout(() => count('search', total === 0 ? 'none' : 'found'), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [asked, total]);
}

type FoundProps = { readonly text: string; readonly onText: (text: string) => void };

function Found({ text, onText }: FoundProps) {
  const t = useWords('search');
  const asked = usePaused(text).trim();
  const answer = useAnswer('search:find', { text: asked === '' ? text.trim() : asked, limit: LIMIT });
  useCountedSearch(asked, answer.state === 'ready' ? answer.value.total : null);
  // While the next answer is under way the last one stays: nothing flickers between two letters.
  const last = useRef<{ readonly asked: string; readonly found: SearchView } | null>(null);
  if (answer.state === 'ready') last.current = { asked, found: answer.value };
  if (answer.state === 'refused') return <RefusalNote refusal={answer.refusal} />;
  const shown = last.current;
  if (shown === null) return null;
  if (shown.found.total === 0) return <NothingFound text={shown.asked} found={shown.found} onText={onText} />;
  return (
    <ScrollArea key={shown.asked} label={t('results')} name={`results ${shown.asked}`}>
      <Suggestions text={shown.asked} onText={onText} />
      <Results found={shown.found} />
    </ScrollArea>
  );
}

/** Before the first letter: what one might look for. */
function Ideas({ onText }: { readonly onText: (text: string) => void }) {
  const t = useWords('search');
  const ideas = t('ideas', { returnObjects: true }) as unknown as readonly string[];
  return (
    <div className="search-ideas">
      <div className="search-ideas-picture">
        <Landscape of={{ seed: 'search-ideas', region: 'chubu', theme: 'mountain' }} />
      </div>
      <p>{t('hint')}</p>
      <Chips label={t('ideas-label')}>
        {ideas.map((idea) => (
          <ChoiceChip key={idea} chosen={false} onPress={() => onText(idea)}>
            {idea}
          </ChoiceChip>
        ))}
      </Chips>
    </div>
  );
}
