/** 「なにをしたい？」: six doors, and a seventh for those who look for a place, a year or an issue. */
import { FunnelIcon } from '@phosphor-icons/react/dist/csr/Funnel';
import { useMemo } from 'react';
import { PURPOSES, type Purpose } from '../../../content/pack/types.ts';
import { useAnswer } from '../../answer.ts';
import { coversForList } from '../../covers/index.ts';
import { Button } from '../../parts/button.tsx';
import { Screen } from '../../parts/screen.tsx';
import { Tile } from '../../parts/tile.tsx';
import { useWords } from '../../words/index.ts';
import { PURPOSE_LOOKS } from './purposes.ts';

/** The six by themselves. @param low the doors are low: they stand below something else */
export function PurposeDoors({ low = false }: { readonly low?: boolean }) {
  const t = useWords('cases');
  const covers = useMemo(
    () =>
      coversForList(
        PURPOSES.map((purpose) => PURPOSE_LOOKS[purpose].cover),
        3,
      ),
    [],
  );
  return (
    <ul className="cases-doors" data-low={low}>
      {PURPOSES.map((purpose, index) => (
        <li key={purpose}>
          <Tile
            to={{ page: 'cases', purpose }}
            cover={covers[index] ?? PURPOSE_LOOKS[purpose].cover}
            icon={PURPOSE_LOOKS[purpose].icon}
            title={t(`purpose.${purpose}`)}
            note={<DoorNote purpose={purpose} />}
          />
        </li>
      ))}
    </ul>
  );
}

export function CaseDoors() {
  const t = useWords('cases');
  return (
    <Screen title={t('title')} scroll="none" className="cases-page">
      <div className="cases-start">
        <PurposeDoors />
        <Button icon={FunnelIcon} to={{ page: 'cases', all: true }} className="cases-find">
          {t('find')}
        </Button>
      </div>
    </Screen>
  );
}

/** What is behind a door, and how much of it once that is known. */
function DoorNote({ purpose }: { readonly purpose: Purpose }) {
  const t = useWords('cases');
  const answer = useAnswer('cases:list', { purpose });
  return (
    <>
      {t(`note.${purpose}`)}
      {answer.state === 'ready' && `　${t('count', { count: answer.value.length })}`}
    </>
  );
}
