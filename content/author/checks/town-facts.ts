/** What towns and wards handed in: places that exist, ids that are unique, dates in order. */
import {
  type Checker,
  checkDates,
  checkExchange,
  checkTown,
  checkUniqueIds,
  checkWard,
  complain,
} from '../check-parts.ts';
import { type SourceFile, warning } from '../files.ts';
import type { BaseSource } from '../source.ts';

export function checkTownFacts(base: BaseSource, checker: Checker): void {
  const { townContacts, specialities, festivals, living, cases, facilities, offers } = base;
  checkUniqueIds([townContacts, specialities, festivals, living, cases, facilities, offers], checker);
  for (const list of [townContacts, specialities, festivals, living, offers]) checkPlaces(list, checker);
  festivals.value.forEach((row, i) => checkDates(festivals, [i], row, checker));
  checkCases(base, checker);
  checkFacilities(base, checker);
}

/** A contact desk may be that of a ward; so may an offer or a request. */
function checkPlaces(list: SourceFile<readonly { readonly town: string }[]>, checker: Checker): void {
  list.value.forEach((row, i) => checkTown(list, [i, 'town'], row.town, checker));
}

function checkCases({ cases }: BaseSource, checker: Checker): void {
  cases.value.forEach((row, i) => {
    checkExchange(cases, [i], row, checker);
    row.fields.forEach((field, f) => {
      if (checker.world.fields.has(field)) return;
      complain(
        cases,
        [i, 'fields', f],
        'unknown-field',
        `分野「${field}」が project.yaml にありません`,
        checker,
      );
    });
    if (row.office === undefined || (row.phone === undefined && row.url === undefined)) {
      const message = `「${row.title.ja}」の問い合わせ先（office と、phone か url）がありません`;
      checker.report(warning(cases.file, cases.lineOf([i]), 'case-no-desk', message));
    }
  });
}

function checkFacilities({ facilities }: BaseSource, checker: Checker): void {
  facilities.value.forEach((row, i) => {
    checkWard(facilities, [i, 'ward'], row.ward, checker);
    if (row.rule === undefined) {
      const message = `「${row.name.ja}」の利用のきまり（rule）がありません`;
      checker.report(warning(facilities.file, facilities.lineOf([i]), 'facility-no-rule', message));
    }
  });
}
