/**
 * Shapes that are drawn but not counted: the six villages of the Northern Territories (色丹村, 泊村 of Kunashiri,
 * 留夜別村, 留別村, 紗那村, 蘂取村). They have codes and land, but are not among the 1,741 municipalities and have no
 * row in the gazetteer. A map must not offer them as towns to open.
 */
export const UNCOUNTED_CODES: ReadonlySet<string> = new Set([
  '016951',
  '016969',
  '016977',
  '016985',
  '016993',
  '017001',
]);
