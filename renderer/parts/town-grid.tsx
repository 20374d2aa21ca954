/** Towns side by side as rows of cards, no two neighbours alike. */
import type { TownSummary } from '../../content/pack/views.ts';
import { coversForList } from '../covers/index.ts';
import { coverOfTown, TownCard } from './cards.tsx';
import { Cards } from './section.tsx';

export function TownGrid({ towns }: { readonly towns: readonly TownSummary[] }) {
  const covers = coversForList(towns.map(coverOfTown), 2);
  return (
    <Cards least="m">
      {towns.map((town, index) => (
        <li key={town.code}>
          <TownCard town={town} cover={covers[index]} />
        </li>
      ))}
    </Cards>
  );
}
