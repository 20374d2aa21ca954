/** All exhibitions as posters: running here, coming, standing, past, as their chips say. */
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { Answered } from '../../parts/answered.tsx';
import { NothingHere } from '../../parts/nothing-here.tsx';
import { ExhibitionPoster } from '../../parts/poster.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Cards } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import './exhibitions-page.css';

/** Up to this many fill the page; more keep the size of a card. */
const FEW = 2;

type ExhibitionsPageProps = { readonly route: Extract<Route, { page: 'exhibitions' }> };

export function ExhibitionsPage(_: ExhibitionsPageProps) {
  const t = useWords('exhibitions');
  const answer = useAnswer('exhibitions:list', {});
  return (
    <Screen title={t('title')}>
      <Answered answer={answer} shape="cards">
        {(exhibitions) =>
          exhibitions.length === 0 ? (
            <NothingHere seed="exhibitions" title={t('none')} />
          ) : (
            <div className="exhibitions" data-few={exhibitions.length <= FEW}>
              <Cards least="l">
                {exhibitions.map((exhibition) => (
                  <li key={exhibition.id}>
                    <ExhibitionPoster exhibition={exhibition} />
                  </li>
                ))}
              </Cards>
            </div>
          )
        }
      </Answered>
    </Screen>
  );
}
