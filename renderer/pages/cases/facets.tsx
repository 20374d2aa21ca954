/**
 * Narrowing down without a form: a row of seven buttons, each saying what it is set to. A touch opens its
 * choices in the place of the list, as big buttons with their counts; another touch chooses and closes.
 */
import { CaretDownIcon } from '@phosphor-icons/react/dist/csr/CaretDown';
import { CaretUpIcon } from '@phosphor-icons/react/dist/csr/CaretUp';
import { XCircleIcon } from '@phosphor-icons/react/dist/csr/XCircle';
import type { CasesView } from '../../../content/pack/town-views.ts';
import type { CasesRoute } from '../../../main/ipc/contract.ts';
import { replace } from '../../navigation.ts';
import { Button } from '../../parts/button.tsx';
import { Icon } from '../../parts/icon.tsx';
import { Ruby } from '../../parts/ruby.tsx';
import { ScrollArea } from '../../parts/scroll-area.tsx';
import { SectionTitle } from '../../parts/section.tsx';
import { useWords } from '../../words/index.ts';
import { choicesOf, FACETS, type Facet, partsOf, routeWith } from './case-filter.ts';

type FacetRowProps = {
  readonly route: CasesRoute;
  /** Null while the answer is under way: the row stands, its values come. */
  readonly found: CasesView | null;
  readonly open: Facet | null;
  readonly onOpen: (facet: Facet | null) => void;
};

export function FacetRow({ route, found, open, onOpen }: FacetRowProps) {
  const t = useWords('cases');
  const nameOf = useChoiceName();
  const shown = FACETS.filter((facet) => found === null || isWorthAsking(found, facet));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's look and role
    <div className="facets" role="group" aria-label={t('narrow')}>
      {shown.map((facet) => {
        const value = route[facet];
        const choice = found && choicesOf(found.choices, facet).find((each) => each.value === value);
        return (
          <button
            key={facet}
            type="button"
            className="facet"
            aria-expanded={facet === open}
            data-set={value !== undefined}
            onClick={() => onOpen(facet === open ? null : facet)}
          >
            <span>
              <span className="facet-name">
                <Ruby>{t(`facet.${facet}`)}</Ruby>
              </span>
              <strong className="facet-value">
                <Ruby>{choice ? nameOf(facet, choice) : t('any')}</Ruby>
              </strong>
            </span>
            <Icon of={facet === open ? CaretUpIcon : CaretDownIcon} weight="bold" size={0.8} />
          </button>
        );
      })}
      {partsOf(route) > 1 && (
        <Button
          icon={XCircleIcon}
          onPress={() => {
            onOpen(null);
            replace({ page: 'cases', all: true });
          }}
        >
          {t('clear')}
        </Button>
      )}
    </div>
  );
}

/** One choice that everything shares narrows nothing down; one that is set must be there to be undone. */
function isWorthAsking(found: CasesView, facet: Facet): boolean {
  return found.filter[facet] !== null || choicesOf(found.choices, facet).length > 0;
}

type FacetChoicesProps = {
  readonly route: CasesRoute;
  readonly found: CasesView;
  readonly facet: Facet;
  readonly onClose: () => void;
};

export function FacetChoices({ route, found, facet, onClose }: FacetChoicesProps) {
  const t = useWords('cases');
  const nameOf = useChoiceName();
  const choose = (value: string | number | null) => {
    onClose();
    replace(routeWith(route, facet, value));
  };
  return (
    <ScrollArea label={t(`ask.${facet}`)} name={`facet ${facet}`}>
      <SectionTitle>{t(`ask.${facet}`)}</SectionTitle>
      <ul className="facet-choices">
        <li>
          <Choice chosen={route[facet] === undefined} onPress={() => choose(null)}>
            <Ruby>{t('any')}</Ruby>
          </Choice>
        </li>
        {choicesOf(found.choices, facet).map((choice) => (
          <li key={choice.value}>
            <Choice chosen={choice.value === route[facet]} onPress={() => choose(choice.value)}>
              <span className="facet-choice-name">
                <Ruby>{nameOf(facet, choice)}</Ruby>
              </span>
              <span className="facet-choice-count">
                <Ruby>{t('count', { count: choice.count })}</Ruby>
              </span>
            </Choice>
          </li>
        ))}
      </ul>
    </ScrollArea>
  );
}

type ChoiceProps = {
  readonly chosen: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
};

function Choice({ chosen, onPress, children }: ChoiceProps) {
  return (
    <button type="button" className="card-button facet-choice" aria-pressed={chosen} onClick={onPress}>
      {children}
    </button>
  );
}

/** Closed lists have words of the screen; fields, wards and prefectures come with their names. */
function useChoiceName() {
  const t = useWords('cases');
  return (facet: Facet, { value, name }: { readonly value: string | number; readonly name: string }) => {
    switch (facet) {
      case 'purpose':
        return t(`purpose.${value}`);
      case 'tag':
        return t(`tag.${value}`);
      case 'who':
        return t(`who.${value}`);
      case 'year':
        return t('year', { year: value });
      default:
        return name;
    }
  };
}
