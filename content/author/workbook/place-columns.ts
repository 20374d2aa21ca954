/** Columns that name places: a town, wards, the other side of an exchange. */
import { fold } from '../../pack/fold.ts';
import type { GazetteerMunicipality } from '../gazetteer/gazetteer.ts';
import { compact, parts } from '../japanese/text.ts';
import { shownText } from '../table/sheet.ts';
import { type Column, type ColumnHints, column, type ReadContext, values, wrong } from './column.ts';

/** How a source writes a municipality: `012068 釧路市`. */
export function referenceOf(row: Pick<GazetteerMunicipality, 'code' | 'nameJa'>): string {
  return `${row.code} ${row.nameJa}`;
}

const TOWN_ALIASES = [
  '自治体名',
  '市区町村',
  '市区町村名',
  '市町村',
  '市町村名',
  'まち',
  'まちの名前',
  '団体名',
  'コード',
  '団体コード',
];

/** The municipality a row is about. Left empty where the first sheet names it for all. */
export function townColumn(hints: ColumnHints): Column {
  return column('town', '自治体', { aliases: TOWN_ALIASES, width: 16, ...hints }, (cell, context) => {
    const answer = context.places.municipality(shownText(cell), context.prefecture);
    return answer.kind === 'found' ? values({ town: referenceOf(answer.place) }) : wrong(answer.why);
  });
}

/** 都道府県 in a column of its own: it says which 府中市 is meant, and nothing else. */
export const prefectureColumn: Column = column(
  'prefecture',
  '都道府県',
  { aliases: ['都道府県名', '県名', '道府県'], inTemplate: false, paths: [] },
  (cell, { places }) => {
    const answer = places.prefecture(shownText(cell));
    return answer.kind === 'found' ? values({}) : wrong(answer.why);
  },
);

/** The ward a facility stands in. */
export function wardColumn(hints: ColumnHints, wards: readonly string[]): Column {
  return column(
    'ward',
    '区',
    { aliases: ['特別区', '区名', '自治体'], width: 12, ...hints },
    (cell, { places }) => {
      const answer = places.ward(shownText(cell));
      return answer.kind === 'found' ? values({ ward: referenceOf(answer.place) }) : wrong(answer.why);
    },
    wards,
  );
}

/** What means the 23 wards together. */
const ALL_WARDS = /^(全?23区(すべて|全体|全部|いっしょ|一緒)?|全区|特別区(全体)?|東京23区|特別区長会)$/;
export const ALL_WARDS_CHOICE = '23区すべて';

/** 区1, 区2 …: the wards that took part. A cell may hold several, parted by 、. */
export function wardsColumns(count: number, hints: ColumnHints, wards: readonly string[]): readonly Column[] {
  const choices = [...wards, ALL_WARDS_CHOICE];
  return Array.from({ length: count }, (_, i) => {
    const own = {
      ...hints,
      required: i === 0 && hints.required === true,
      example: i === 0 ? (hints.example ?? '') : '',
    };
    const aliases = i === 0 ? ['区', '特別区', '区名', '関係する区'] : [];
    return column(
      `wards-${i + 1}`,
      `区${i + 1}`,
      { ...own, aliases, width: 12, paths: ['wards'] },
      (cell, context) => readWards(shownText(cell), context),
      choices,
    );
  });
}

function readWards(text: string, { places }: ReadContext) {
  if (ALL_WARDS.test(compact(text))) return values({ wards: 'all' });
  const answers = parts(text)
    .flatMap((part) => part.split(/[・と]/))
    .map((part) => places.ward(part));
  const faulty = answers.find((answer) => answer.kind === 'wrong');
  if (faulty?.kind === 'wrong') return wrong(`${faulty.why}。「荒川区」のように書いてください`);
  return values({
    wards: answers.flatMap((answer) => (answer.kind === 'found' ? [referenceOf(answer.place)] : [])),
  });
}

/** The other side: municipalities, prefectures, or groups that the base names, parted by 、. */
export function partnersColumn(hints: ColumnHints): Column {
  const aliases = ['相手', '相手の自治体', '相手先', '交流先', '連携先', 'まち', '自治体', '自治体名'];
  return column('partners', '相手のまち', { aliases, width: 24, ...hints }, (cell, context) => {
    const found: string[] = [];
    for (const part of parts(shownText(cell))) {
      const answers = [readPartner(part, context), ...splitPartner(part, context)];
      const whole = answers.find((answer) => answer.references !== undefined);
      if (!whole?.references)
        return wrong(`${answers[0]?.why ?? ''}。いくつもあるときは「、」で区切ってください`);
      found.push(...whole.references);
    }
    return found.length > 0 ? values({ partners: [...new Set(found)] }) : wrong('まちの名前を書いてください');
  });
}

type Partner = { readonly references?: readonly string[]; readonly why?: string };

function readPartner(text: string, { places, groups, prefecture }: ReadContext): Partner {
  const group = groups.get(fold(compact(text)));
  if (group !== undefined) return { references: [group] };
  const whole = places.prefecture(text);
  if (whole.kind === 'found') return { references: [`${whole.place.code} ${whole.place.nameJa}`] };
  const town = places.municipality(text, prefecture);
  return town.kind === 'found' ? { references: [referenceOf(town.place)] } : { why: town.why };
}

/** 青森市・弘前市: only when the whole is no name, the parts are tried. */
function splitPartner(text: string, context: ReadContext): readonly Partner[] {
  const pieces = text.split(/[・と]/).filter((piece) => piece !== '');
  if (pieces.length < 2) return [];
  const answers = pieces.map((piece) => readPartner(piece, context));
  return answers.every((answer) => answer.references !== undefined)
    ? [{ references: answers.flatMap((answer) => answer.references ?? []) }]
    : [];
}
