/** The towns of a group. Many (Hokkaido has 179) come with the rows of the kana table to choose from. */
import { useMemo } from 'react';
import type { TownSummary } from '../../../content/pack/views.ts';
import { useKept } from '../../navigation.ts';
import { Chips, ChoiceChip } from '../../parts/chip.tsx';
import { TownGrid } from '../../parts/town-grid.tsx';
import { useWords } from '../../words/index.ts';
import { KANA_ROWS, rowOf } from './kana-rows.ts';

/** Up to this many are simply shown. */
const MANY = 24;

export function GroupTowns({ towns }: { readonly towns: readonly TownSummary[] }) {
  const t = useWords('group');
  const [chosen, choose] = useKept<string | null>('kana row', null);
  const rows = useMemo(
    () => KANA_ROWS.filter((row) => towns.some(({ kana }) => rowOf(kana) === row)),
    [towns],
  );
  if (towns.length <= MANY) return <TownGrid towns={towns} />;
  const row = chosen ?? rows[0];
  return (
    <>
      <div className="group-rows">
        <Chips label={t('rows')}>
          {rows.map((each) => (
            <ChoiceChip key={each} chosen={each === row} onPress={() => choose(each)}>
              {t('row', { kana: each })}
            </ChoiceChip>
          ))}
        </Chips>
      </div>
      <TownGrid towns={towns.filter(({ kana }) => rowOf(kana) === row)} />
    </>
  );
}
