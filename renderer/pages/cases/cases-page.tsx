/** 連携・交流事例: the six doors of 「なにをしたい？」, and behind them the cases, narrowed down by touch. */
import type { CasesView } from '../../../content/pack/town-views.ts';
import type { CasesRoute } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { useKept } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { useWords } from '../../words/index.ts';
import { CaseDoors } from './case-doors.tsx';
import { type Facet, filterOf, isDoors } from './case-filter.ts';
import './cases-page.css';
import { FacetChoices, FacetRow } from './facets.tsx';
import { FoundCases, PART } from './found-cases.tsx';

export function CasesPage({ route }: { readonly route: CasesRoute }) {
  return isDoors(route) ? <CaseDoors /> : <CaseList route={route} />;
}

function CaseList({ route }: { readonly route: CasesRoute }) {
  const t = useWords('cases');
  const filter = filterOf(route);
  const key = JSON.stringify(filter);
  const [offset, setOffset] = useKept(`offset ${key}`, 0);
  const [open, setOpen] = useKept<Facet | null>('facet', null);
  const answer = useAnswer('cases:find', { filter, offset, limit: PART });
  const found: CasesView | null = answer.state === 'ready' ? answer.value : null;
  return (
    <Screen
      title={
        found === null || found.total === 0
          ? t('list')
          : `${t('list')}　${t('count', { count: found.total })}`
      }
      scroll="none"
      className="cases-page"
    >
      <div className="page-split cases">
        <FacetRow route={route} found={found} open={open} onOpen={setOpen} />
        {found !== null && open !== null ? (
          <FacetChoices key={open} route={route} found={found} facet={open} onClose={() => setOpen(null)} />
        ) : (
          <ScrollArea key={`${key} ${offset}`} label={t('list')} name={`cases ${key} ${offset}`}>
            <Answered answer={answer} shape="cards">
              {(value) => <FoundCases found={value} offset={offset} onOffset={setOffset} />}
            </Answered>
          </ScrollArea>
        )}
      </div>
    </Screen>
  );
}
