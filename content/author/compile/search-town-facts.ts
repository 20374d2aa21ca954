/** What towns and wards handed in, as things to look for. */
import type { Texts } from '../shapes.ts';
import type { BaseSource } from '../source.ts';
import { mustResolve } from '../world.ts';
import { englishName } from './places.ts';
import type { Compiler } from './rows.ts';
import { type Entry, joinTexts } from './search-entry.ts';

/** Contact desks are no things to look for: they stand on the town's page. */
export function townFactEntries(compiler: Compiler, base: BaseSource): readonly Entry[] {
  const { world } = compiler;
  const place = (reference: string): { readonly code: string; readonly name: Texts } => {
    const { id } = mustResolve(reference, world);
    const row = world.municipalities.get(id);
    return { code: id, name: row ? { ja: row.nameJa, en: englishName(row) } : { ja: '' } };
  };
  /** A thing of a town: found by its own words and, behind them, by the town's name. */
  const ofTown = (
    kind: Entry['kind'],
    row: { readonly id: string; readonly kana?: string | undefined },
    town: string,
    title: Texts,
    texts: readonly (Texts | undefined)[],
  ): Entry => {
    const { code, name } = place(town);
    return {
      kind,
      key: row.id,
      code,
      weight: 2,
      title,
      body: joinTexts([name, ...texts.filter((one) => one !== undefined)]),
      ...(row.kana === undefined ? {} : { kana: row.kana }),
      readings: [],
      stems: [],
    };
  };
  return [
    ...base.specialities.value.map((row) =>
      ofTown('speciality', row, row.town, row.name, [row.summary, row.place]),
    ),
    ...base.festivals.value.map((row) =>
      ofTown('festival', row, row.town, row.name, [row.period, row.summary, row.place]),
    ),
    ...base.living.value.map((row) => ofTown('living', row, row.town, row.title, [row.summary])),
    ...base.facilities.value.map((row) =>
      ofTown('facility', row, row.ward, row.name, [row.summary, row.place, row.rule]),
    ),
    ...base.offers.value.map((row) => ofTown('offer', row, row.town, row.title, [row.summary])),
    ...caseEntries(compiler, base),
  ];
}

function caseEntries({ world }: Compiler, base: BaseSource): readonly Entry[] {
  return base.cases.value.map((row) => {
    const named = [...(row.wards === 'all' ? [] : row.wards), ...row.partners];
    const names = named.flatMap((reference): Texts[] => {
      const found = mustResolve(reference, world);
      const town = found.kind === 'municipality' ? world.municipalities.get(found.id) : undefined;
      return town ? [{ ja: town.nameJa, en: englishName(town) }] : [];
    });
    const texts = [row.summary, ...(row.worked ? [row.worked] : [])];
    return {
      kind: 'case',
      key: row.id,
      weight: 3,
      title: row.title,
      body: joinTexts([...texts, ...names]),
      readings: [],
      stems: [],
    };
  });
}
