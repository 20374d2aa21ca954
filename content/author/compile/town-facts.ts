/** Base pack: what towns and wards handed in. */
import type { Texts } from '../shapes.ts';
import type { BaseSource } from '../source.ts';
import { mustResolve } from '../world.ts';
import { type Compiler, flag, insertSides, insertTags, insertWords } from './rows.ts';

export function insertTownFacts(compiler: Compiler, base: BaseSource): void {
  insertContacts(compiler, base);
  insertSpecialities(compiler, base);
  insertFestivals(compiler, base);
  insertLiving(compiler, base);
  insertCases(compiler, base);
  insertFacilities(compiler, base);
  insertOffers(compiler, base);
}

function codeOf({ world }: Compiler, reference: string): string {
  return mustResolve(reference, world).id;
}

type Desk = {
  readonly office?: Texts | undefined;
  readonly phone?: string | undefined;
  readonly url?: string | undefined;
};

/** The language-neutral columns of whom to ask. */
function deskOf({ phone, url }: Desk) {
  return { phone: phone ?? null, url: url ?? null };
}

function insertMonths(compiler: Compiler, table: string, id: string, months: readonly number[]): void {
  insertTags(
    compiler,
    table,
    'month',
    id,
    months.map((month) => String(month).padStart(2, '0')),
  );
}

function insertContacts(compiler: Compiler, base: BaseSource): void {
  base.townContacts.value.forEach((row, position) => {
    compiler.draft.insert('town_contact', {
      town_contact_id: row.id,
      municipality_id: codeOf(compiler, row.town),
      subject: row.subject,
      email: row.email ?? null,
      ...deskOf(row),
      as_of: row.asOf,
      position,
    });
    insertWords(compiler, 'town_contact', row.id, row.office, {
      office: row.office,
      note: row.note ?? null,
    });
  });
}

function insertSpecialities(compiler: Compiler, base: BaseSource): void {
  base.specialities.value.forEach((row, position) => {
    compiler.draft.insert('speciality', {
      speciality_id: row.id,
      municipality_id: codeOf(compiler, row.town),
      kind: row.kind,
      kana: row.kana ?? null,
      url: row.url ?? null,
      as_of: row.asOf,
      position,
    });
    const { name, summary } = row;
    insertWords(compiler, 'speciality', row.id, name, { name, summary, place: row.place ?? null });
    insertMonths(compiler, 'speciality', row.id, row.months);
  });
}

function insertFestivals(compiler: Compiler, base: BaseSource): void {
  base.festivals.value.forEach((row, position) => {
    compiler.draft.insert('festival', {
      festival_id: row.id,
      municipality_id: codeOf(compiler, row.town),
      kana: row.kana ?? null,
      start_date: row.start ?? null,
      end_date: row.end ?? null,
      url: row.url ?? null,
      as_of: row.asOf,
      position,
    });
    const { name, summary, period } = row;
    insertWords(compiler, 'festival', row.id, name, { name, summary, period, place: row.place ?? null });
    insertMonths(compiler, 'festival', row.id, row.months);
  });
}

function insertLiving(compiler: Compiler, base: BaseSource): void {
  base.living.value.forEach((row, position) => {
    compiler.draft.insert('living', {
      living_id: row.id,
      municipality_id: codeOf(compiler, row.town),
      kind: row.kind,
      deadline_date: row.deadline ?? null,
      ...deskOf(row),
      as_of: row.asOf,
      position,
    });
    const { title, summary } = row;
    insertWords(compiler, 'living', row.id, title, { title, summary, office: row.office ?? null });
  });
}

function insertCases(compiler: Compiler, base: BaseSource): void {
  base.cases.value.forEach((row, position) => {
    compiler.draft.insert('exchange_case', {
      exchange_case_id: row.id,
      all_wards: flag(row.wards === 'all'),
      start_date: row.start,
      end_date: row.end ?? null,
      online: flag(row.online),
      ...deskOf(row),
      as_of: row.asOf,
      position,
    });
    insertWords(compiler, 'exchange_case', row.id, row.title, {
      title: row.title,
      summary: row.summary,
      worked: row.worked ?? null,
      office: row.office ?? null,
    });
    insertSides(compiler, 'exchange_case', row.id, row);
    insertTags(compiler, 'exchange_case', 'field', row.id, row.fields);
    insertTags(compiler, 'exchange_case', 'purpose', row.id, row.purposes);
    insertTags(compiler, 'exchange_case', 'actor', row.id, row.who);
    insertTags(compiler, 'exchange_case', 'tag', row.id, row.tags);
  });
}

function insertFacilities(compiler: Compiler, base: BaseSource): void {
  base.facilities.value.forEach((row, position) => {
    compiler.draft.insert('facility', {
      facility_id: row.id,
      ward_id: codeOf(compiler, row.ward),
      kind: row.kind,
      capacity: row.capacity ?? null,
      area_m2: row.areaM2 ?? null,
      ...deskOf(row),
      as_of: row.asOf,
      position,
    });
    insertWords(compiler, 'facility', row.id, row.name, {
      name: row.name,
      summary: row.summary,
      place: row.place ?? null,
      rule: row.rule ?? null,
      fee: row.fee ?? null,
      office: row.office ?? null,
    });
  });
}

function insertOffers(compiler: Compiler, base: BaseSource): void {
  base.offers.value.forEach((row, position) => {
    compiler.draft.insert('offer', {
      offer_id: row.id,
      municipality_id: codeOf(compiler, row.town),
      side: row.side,
      deadline_date: row.deadline ?? null,
      ...deskOf(row),
      as_of: row.asOf,
      position,
    });
    const { title, summary } = row;
    insertWords(compiler, 'offer', row.id, title, { title, summary, office: row.office ?? null });
    insertTags(compiler, 'offer', 'tag', row.id, row.tags);
  });
}
