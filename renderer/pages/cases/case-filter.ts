/** Which cases a route asks for, and the routes a choice leads to. Pure. */
import type { CaseChoices, CaseFilter, Choice } from '../../../content/pack/town-views.ts';
import type { CasesRoute } from '../../../main/ipc/contract.ts';

export type Facet = keyof CaseFilter;

/** As the buttons stand: what one would like to do first, when it was last. */
export const FACETS = [
  'purpose',
  'tag',
  'field',
  'ward',
  'prefecture',
  'who',
  'year',
] as const satisfies readonly Facet[];

/** True: the six doors, nothing is asked for yet. */
export function isDoors(route: CasesRoute): boolean {
  return route.all !== true && FACETS.every((facet) => route[facet] === undefined);
}

export function filterOf(route: CasesRoute): CaseFilter {
  return {
    field: route.field ?? null,
    ward: route.ward ?? null,
    prefecture: route.prefecture ?? null,
    year: route.year ?? null,
    who: route.who ?? null,
    tag: route.tag ?? null,
    purpose: route.purpose ?? null,
  };
}

/** The list with one part of the filter changed; `null` takes it away. */
export function routeWith(route: CasesRoute, facet: Facet, value: string | number | null): CasesRoute {
  const { [facet]: _old, all: _all, ...rest } = route;
  const changed = { ...rest, page: 'cases', ...(value === null ? {} : { [facet]: value }) } as CasesRoute;
  return isDoors(changed) ? { page: 'cases', all: true } : changed;
}

/** How many parts narrow the list. */
export function partsOf(route: CasesRoute): number {
  return FACETS.filter((facet) => route[facet] !== undefined).length;
}

const CHOICES = {
  purpose: 'purposes',
  tag: 'tags',
  field: 'fields',
  ward: 'wards',
  prefecture: 'prefectures',
  who: 'who',
  year: 'years',
} as const satisfies { readonly [F in Facet]: keyof CaseChoices };

/** What one may choose of a facet. */
export function choicesOf(choices: CaseChoices, facet: Facet): readonly Choice<string | number>[] {
  return choices[CHOICES[facet]];
}
