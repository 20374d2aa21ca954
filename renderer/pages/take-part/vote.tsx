/** ご当地自慢: six towns and what they say of themselves; one vote a visit, then what the hall thinks. */
import { CheckCircleIcon } from '@phosphor-icons/react/dist/csr/CheckCircle';
import { useEffect, useState } from 'react';
import type { TownSummary } from '../../../content/pack/views.ts';
import type { Calls } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { door } from '../../door.ts';
import { give, useGiven } from '../../given.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { coverOfTown, TownHeadline } from '../../parts/cards.tsx';
import { Cover } from '../../parts/cover.tsx';
import { Icon } from '../../parts/icon.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { LangNote } from '../../parts/lang-note.tsx';
import { routeOfTown } from '../../parts/routes.ts';
import { Ruby } from '../../parts/ruby.tsx';
import { useSettings } from '../../settings.ts';
import { count } from '../../usage.ts';
import { numberText, useWords } from '../../words/index.ts';

/** As many as are seen at once. */
const MOST = 6;

export function Vote() {
  const answer = useAnswer('home:read', {});
  return (
    <Answered answer={answer} shape="cards">
      {(home) => <Ballot towns={home.partners.filter((town) => town.headline !== null).slice(0, MOST)} />}
    </Answered>
  );
}

function Ballot({ towns }: { readonly towns: readonly TownSummary[] }) {
  const t = useWords('take-part');
  const { lang } = useSettings();
  const { vote } = useGiven();
  const covers = coversForList(towns.map(coverOfTown));
  if (towns.length < 2) return <p className="take-lead">{t('vote-none')}</p>;
  const choose = (code: string) => {
    if (vote !== null) return;
    give({ vote: code });
    count('vote', code);
  };
  const chosen = towns.find(({ code }) => code === vote);
  // Said once for all of them.
  const foreign = towns.find((town) => town.lang !== lang);
  return (
    <>
      <h2 className="take-question">
        <Ruby>{t(vote === null ? 'vote-ask' : 'vote-thanks')}</Ruby>
      </h2>
      {foreign !== undefined && <LangNote lang={foreign.lang} />}
      <ul className="take-towns">
        {towns.map((town, i) => (
          <li key={town.code}>
            <button
              type="button"
              className="take-town"
              aria-pressed={town.code === vote}
              aria-disabled={vote !== null}
              onClick={() => choose(town.code)}
            >
              <span className="take-town-cover">
                <Cover of={covers[i] ?? coverOfTown(town)} photo={town.cover} />
                {town.code === vote && <Icon of={CheckCircleIcon} weight="fill" size={2} />}
              </span>
              <span className="take-town-name">
                <KanaName name={town.name} kana={town.kana} />
              </span>
              <span className="take-town-text">
                <TownHeadline town={town} />
              </span>
            </button>
          </li>
        ))}
      </ul>
      {chosen !== undefined && (
        <>
          <Result towns={towns} />
          <Button kind="main" to={routeOfTown(chosen.code)}>
            {t('see-town', { name: chosen.name })}
          </Button>
        </>
      )}
    </>
  );
}

type Votes = Calls['votes:read']['value'];

/** What this hall voted for, as far as the numbers are large enough to tell nothing of anybody. */
function Result({ towns }: { readonly towns: readonly TownSummary[] }) {
  const t = useWords('take-part');
  const { lang } = useSettings();
  const [votes, setVotes] = useState<Votes>([]);
  useEffect(() => {
    void door.call('votes:read', {}).then((reply) => reply.ok && setVotes(reply.value));
  }, []);
  const shown = votes.flatMap(({ code, number }) => {
    const town = towns.find((one) => one.code === code);
    return town === undefined ? [] : [{ town, number }];
  });
  const most = Math.max(1, ...shown.map(({ number }) => number));
  return (
    <section className="take-result" aria-label={t('result')}>
      {shown.length > 0 && (
        <ul className="take-bars">
          {shown.map(({ town, number }) => (
            <li key={town.code} className="take-bar">
              <span>{town.name}</span>
              <meter className="take-meter" min={0} max={most} value={number} aria-label={town.name} />
              <span>{t('votes', { count: number, number: numberText(number, lang) })}</span>
            </li>
          ))}
        </ul>
      )}
      {shown.length < towns.length && <p className="take-note">{t('small')}</p>}
    </section>
  );
}
