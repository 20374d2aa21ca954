/** A section of cards that is left out when empty and shows the rest of a long list on a touch. */
import type { ReactNode } from 'react';
import { useKept } from '../navigation.ts';
import { useWords } from '../words/index.ts';
import { Button } from './button.tsx';
import { Cards, Section } from './section.tsx';

/** More than this many stand behind a button, so that the page's end stays near. */
const FIRST = 4;

export type SomeCardsProps<T> = {
  readonly title: string;
  /** Unique on the page: under this name the page remembers that all are shown. */
  readonly name: string;
  readonly items: readonly T[];
  /** Width of the cards, see `Cards`. */
  readonly least?: 'm' | 'l' | undefined;
  readonly children: (item: T, index: number) => ReactNode;
};

export function SomeCards<T extends { readonly id: string }>(props: SomeCardsProps<T>) {
  const { title, name, items, least, children } = props;
  const t = useWords();
  const [all, setAll] = useKept(`all ${name}`, false);
  if (items.length === 0) return null;
  // A button for a single card would take the room of the card.
  const shown = all || items.length === FIRST + 1 ? items : items.slice(0, FIRST);
  return (
    <Section title={title} note={items.length > 1 ? t('count', { count: items.length }) : undefined}>
      <Cards least={least}>
        {shown.map((item, index) => (
          <li key={item.id}>{children(item, index)}</li>
        ))}
      </Cards>
      {shown.length < items.length && (
        <div className="section-more">
          <Button onPress={() => setAll(true)}>{t('show-all', { count: items.length })}</Button>
        </div>
      )}
    </Section>
  );
}
