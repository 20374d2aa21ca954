/** Base pack: regions, prefectures, all municipalities, areas, associations, organisations, venues. */
import type { Theme } from '../../pack/types.ts';
import type { GazetteerMunicipality } from '../gazetteer/gazetteer.ts';
import type { BaseSource } from '../source.ts';
import { mustResolve } from '../world.ts';
import { type Compiler, flag, insertWords, unique } from './rows.ts';

const KIND_EN = { 'special-ward': 'Ward', city: 'City', town: 'Town', village: 'Village' } as const;

/** Where nobody said what a town is like, its cover varies by code among quiet motifs. */
const QUIET_THEMES: readonly Theme[] = ['plain', 'forest', 'river', 'mountain', 'rice'];

export function insertPlaces(compiler: Compiler, base: BaseSource): void {
  insertRegions(compiler, base);
  insertPrefectures(compiler, base);
  insertMunicipalities(compiler, base);
  insertGroups(compiler, base);
  insertVenues(compiler, base);
}

/** `Tsurui Village`. */
export function englishName(row: GazetteerMunicipality): string {
  return `${row.nameEn} ${KIND_EN[row.kind]}`;
}

function insertRegions(compiler: Compiler, base: BaseSource): void {
  base.regions.value.forEach((region, position) => {
    compiler.draft.insert('region', { region_id: region.id, position });
    insertWords(compiler, 'region', region.id, region.name, { name: region.name });
  });
}

function insertPrefectures(compiler: Compiler, _base: BaseSource): void {
  for (const row of compiler.world.prefectures.values()) {
    compiler.draft.insert('prefecture', {
      prefecture_id: row.code,
      region_id: row.region,
      kana: row.kana,
      lat: row.lat,
      lon: row.lon,
      ...row.bounds,
    });
    const name = { ja: row.nameJa, en: row.nameEn };
    insertWords(compiler, 'prefecture', row.code, name, { name });
  }
}

function insertMunicipalities(compiler: Compiler, base: BaseSource): void {
  const known = new Map(base.towns.value.map((row) => [mustResolve(row.town, compiler.world).id, row]));
  const wards = new Map(
    base.wards.value.map((row) => [mustResolve(row.ward, compiler.world).id, row.headline]),
  );
  for (const row of compiler.world.municipalities.values()) {
    const town = known.get(row.code);
    compiler.draft.insert('municipality', {
      municipality_id: row.code,
      prefecture_id: row.prefectureCode,
      kind: row.kind,
      kana: row.kana,
      romaji: row.nameEn,
      lat: row.lat,
      lon: row.lon,
      theme: town?.theme ?? quietTheme(row),
    });
    const headline = town?.headline ?? wards.get(row.code) ?? null;
    const name = { ja: row.nameJa, 'ja-easy': headline?.['ja-easy'] && row.nameJa, en: englishName(row) };
    insertWords(compiler, 'municipality', row.code, name, { name, headline });
    town?.notes.forEach((body, position) => {
      const id = `${row.code}-${position + 1}`;
      compiler.draft.insert('municipality_note', {
        municipality_note_id: id,
        municipality_id: row.code,
        position,
      });
      insertWords(compiler, 'municipality_note', id, body, { body });
    });
  }
}

function quietTheme(row: GazetteerMunicipality): Theme {
  if (row.kind === 'special-ward') return 'city';
  return QUIET_THEMES[Number(row.code.slice(0, 5)) % QUIET_THEMES.length] ?? 'plain';
}

function insertGroups(compiler: Compiler, base: BaseSource): void {
  const { draft, world } = compiler;
  base.areas.value.forEach((area, position) => {
    draft.insert('area', {
      area_id: area.id,
      prefecture_id: area.prefecture ? mustResolve(area.prefecture, world).id : null,
      kana: area.kana,
      position,
      municipality_count: area.municipalities ?? null,
    });
    insertWords(compiler, 'area', area.id, area.name, { name: area.name, note: area.note ?? null });
    for (const code of unique(world.areaMembers.get(area.id) ?? [])) {
      draft.insert('area_member', { area_id: area.id, municipality_id: code });
    }
  });
  base.associations.value.forEach((row, position) => {
    draft.insert('association', {
      association_id: row.id,
      prefecture_id: mustResolve(row.prefecture, world).id,
      kind: row.kind,
      position,
      agreement_date: row.agreement ?? null,
      known_by: row.knownBy ?? null,
    });
    insertWords(compiler, 'association', row.id, row.name, { name: row.name });
  });
  base.organisations.value.forEach((row, position) => {
    draft.insert('organisation', { organisation_id: row.id, position, founded: row.founded ?? null });
    insertWords(compiler, 'organisation', row.id, row.name, { name: row.name, role: row.role ?? null });
  });
}

function insertVenues(compiler: Compiler, base: BaseSource): void {
  base.venues.value.forEach((venue, position) => {
    compiler.draft.insert('venue', {
      venue_id: venue.id,
      ward_id: venue.ward ? mustResolve(venue.ward, compiler.world).id : null,
      is_hall: flag(venue.hall),
      position,
    });
    insertWords(compiler, 'venue', venue.id, venue.name, { name: venue.name, place: venue.place ?? null });
  });
}
