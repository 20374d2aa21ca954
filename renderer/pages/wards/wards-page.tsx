/** The 23 wards on a map of squares, each one a button; the corner of Tokyo Bay says what this is. */
import type { WardSummary } from '../../../content/pack/views.ts';
import type { Route } from '../../../main/ipc/contract.ts';
import { useAnswer } from '../../answer.ts';
import { coverFor } from '../../covers/index.ts';
import { useKiosk } from '../../kiosk.ts';
import { go } from '../../navigation.ts';
import { Answered } from '../../parts/answered.tsx';
import { Button } from '../../parts/button.tsx';
import { Cover } from '../../parts/cover.tsx';
import { KanaName } from '../../parts/kana-name.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ToAbout } from '../../parts/ways-on.tsx';
import { useWords } from '../../words/index.ts';
import { WARD_PLACES } from './ward-places.ts';
import './wards-page.css';

type WardsPageProps = { readonly route: Extract<Route, { page: 'wards' }> };

export function WardsPage(_: WardsPageProps) {
  const t = useWords('wards');
  const answer = useAnswer('wards:list', {});
  return (
    <Screen title={t('title')} className="wards">
      <Answered answer={answer} shape="cards">
        {(wards) => <Tiles wards={wards} />}
      </Answered>
    </Screen>
  );
}

const BAY = {
  ...coverFor({ seed: 'tokyo-bay', region: 'hokkaido' }),
  pattern: 'seigaiha',
  layout: 'field',
} as const;

function Tiles({ wards }: { readonly wards: readonly WardSummary[] }) {
  const t = useWords('wards');
  return (
    <ul className="wards-map">
      {wards.map((ward) => (
        <WardTile key={ward.code} ward={ward} />
      ))}
      <li className="wards-bay">
        <Cover of={BAY} titled />
        <div className="wards-bay-words">
          <p className="wards-bay-title">{t('bay')}</p>
          <p>{t('bay-text')}</p>
          <div className="wards-bay-ways">
            <Button kind="light" to={{ page: 'map' }}>
              {t('map')}
            </Button>
            <ToAbout kind="light" />
          </div>
        </div>
      </li>
    </ul>
  );
}

function WardTile({ ward }: { readonly ward: WardSummary }) {
  const t = useWords('wards');
  const kiosk = useKiosk();
  const here = kiosk.state === 'ready' && kiosk.value.ward?.code === ward.code;
  const [column, row] = WARD_PLACES[ward.code] ?? [];
  const count = ward.partnerCount;
  return (
    <li className="wards-place" data-column={column} data-row={row}>
      <button
        type="button"
        className="wards-tile"
        data-here={here}
        onClick={() => go({ page: 'ward', code: ward.code })}
      >
        <span className="wards-name">
          <KanaName name={ward.name} kana={ward.kana} />
        </span>
        {count > 0 && <Dots count={count} />}
        <span className="wards-count">
          {here && <span className="wards-here">{t('here')}</span>}
          <span className="whole">{count > 0 ? t('count', { count }) : t('together')}</span>
        </span>
      </button>
    </li>
  );
}

/** One dot per partner town: where much goes on is seen before it is read. */
function Dots({ count }: { readonly count: number }) {
  const across = Math.min(count, DOTS_ACROSS);
  const rows = Math.ceil(count / DOTS_ACROSS);
  return (
    <svg className="wards-dots" viewBox={`0 0 ${across * 10} ${rows * 10}`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => {
        const column = index % DOTS_ACROSS;
        const row = Math.floor(index / DOTS_ACROSS);
        return <circle key={`${column} ${row}`} cx={column * 10 + 5} cy={row * 10 + 5} r="3.6" />;
      })}
    </svg>
  );
}

/** Dots in a row; more go into the next one. */
const DOTS_ACROSS = 20;
