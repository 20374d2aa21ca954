/**
 * Finds a municipality or prefecture by what people write: with or without prefecture, county, code or
 * ending, in old or new forms of letters. A name that fits several is never guessed.
 */
import { isMunicipalityCode, isSpecialWardCode } from '../../pack/code.ts';
import { fold } from '../../pack/fold.ts';
import type { Gazetteer, GazetteerMunicipality, GazetteerPrefecture } from '../gazetteer/gazetteer.ts';
import { compact } from './text.ts';

export type PlaceAnswer<T> =
  | { readonly kind: 'found'; readonly place: T }
  /** `why` says what is wrong and what would be right. */
  | { readonly kind: 'wrong'; readonly why: string };

export type PlaceFinder = {
  /** @param prefecture what stands in a column of its own, where there is one */
  readonly municipality: (text: string, prefecture?: string) => PlaceAnswer<GazetteerMunicipality>;
  /** The same among the 23 wards; 荒川 is enough. */
  readonly ward: (text: string) => PlaceAnswer<GazetteerMunicipality>;
  readonly prefecture: (text: string) => PlaceAnswer<GazetteerPrefecture>;
};

type Known = {
  readonly row: GazetteerMunicipality;
  readonly prefecture: string;
  /** The name, made comparable. */
  readonly key: string;
};

type Index = {
  readonly all: readonly Known[];
  readonly byCode: ReadonlyMap<string, Known>;
  /** By comparable name, with and without its ending. */
  readonly byName: ReadonlyMap<string, readonly Known[]>;
  readonly prefectures: ReadonlyMap<string, GazetteerPrefecture>;
};

const finders = new WeakMap<Gazetteer, PlaceFinder>();

/** Made once per gazetteer: all names of Japan take a moment. */
export function makePlaceFinder(gazetteer: Gazetteer): PlaceFinder {
  const finder = finders.get(gazetteer) ?? finderOf(makeIndex(gazetteer));
  finders.set(gazetteer, finder);
  return finder;
}

function finderOf(index: Index): PlaceFinder {
  return {
    municipality: (text, prefecture) => findMunicipality(index, text, prefecture),
    ward: (text) => findWard(index, text),
    prefecture: (text) => findPrefecture(index, text),
  };
}

/** Letters that place names exchange, beyond those of `fold`: old forms, and が written ヶ. */
const SAME: Readonly<Record<string, string>> = { が: 'け', 竈: '釜', 曾: '曽', 槙: '槇', 祇: '祗', 鯵: '鰺' };

/** A name made comparable. */
function keyOf(name: string): string {
  // Variation selectors choose between shapes of the same letter.
  const plain = fold(compact(name)).replace(/[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '');
  return [...plain].map((letter) => SAME[letter] ?? letter).join('');
}

function makeIndex({ municipalities, prefectures }: Gazetteer): Index {
  const names = new Map(prefectures.map((row) => [row.code, row.nameJa]));
  const all = municipalities.map((row) => ({
    row,
    prefecture: names.get(row.prefectureCode) ?? '',
    key: keyOf(row.nameJa),
  }));
  const byName = new Map<string, Known[]>();
  for (const known of all) {
    for (const key of new Set([known.key, known.key.slice(0, -1), keyOf(known.row.kana)])) {
      byName.set(key, [...(byName.get(key) ?? []), known]);
    }
  }
  return {
    all,
    byCode: new Map(all.map((known) => [known.row.code, known])),
    byName,
    prefectures: new Map(
      prefectures.flatMap((row) =>
        [row.nameJa, row.nameJa.replace(/[都府県]$/, ''), row.kana].map((name) => [keyOf(name), row]),
      ),
    ),
  };
}

function wrong<T>(why: string): PlaceAnswer<T> {
  return { kind: 'wrong', why };
}

function found<T>(place: T): PlaceAnswer<T> {
  return { kind: 'found', place };
}

function findMunicipality(
  index: Index,
  text: string,
  prefecture: string | undefined,
): PlaceAnswer<GazetteerMunicipality> {
  const flat = compact(text);
  const code = /^(\d{5,6})[:：]?(.*)$/.exec(flat);
  if (code) return findByCode(index, code[1] ?? '', code[2] ?? '');
  const inPrefecture = findPrefecture(index, prefecture ?? '');
  const wanted = inPrefecture.kind === 'found' ? inPrefecture.place.nameJa : undefined;
  const candidates = candidatesOf(index, flat);
  const fitting = wanted ? candidates.filter((known) => known.prefecture === wanted) : candidates;
  const [only, ...others] = preferFull(fitting, flat);
  if (!only) return wrong(unknownName(index, text, flat, candidates, wanted));
  if (others.length === 0) return found(only.row);
  const list = [only, ...others].map(inFull).join('、');
  return wrong(`「${flat}」は${others.length + 1}つあります（${list}）。このどれかの形で書いてください`);
}

/** 012068, 12068 (a spreadsheet drops the leading zero) or 01206, with or without the name behind. */
function findByCode(index: Index, digits: string, name: string): PlaceAnswer<GazetteerMunicipality> {
  const codes = digits.length === 6 ? [digits] : [`0${digits}`];
  const exact = codes.filter(isMunicipalityCode).flatMap((code) => index.byCode.get(code) ?? []);
  const short = digits.length === 5 ? index.all.filter((known) => known.row.code.startsWith(digits)) : [];
  const fitting = [...exact, ...short].filter((known) => name === '' || namesIt(known, name));
  const [only, ...others] = fitting;
  if (only && others.length === 0) return found(only.row);
  if (only) {
    const list = fitting.map((known) => `${known.row.code} ${inFull(known)}`).join('、');
    return wrong(`コード ${digits} は${list}のどれかわかりません。6けたで書いてください`);
  }
  const [other] = [...exact, ...short];
  if (!other)
    return wrong(
      `コード ${digits} の市区町村はありません。全国地方公共団体コード（6けた）を確かめてください`,
    );
  return wrong(
    `コード ${digits} は${inFull(other)}です。名前「${name}」と合いません。どちらかを直してください`,
  );
}

function namesIt(known: Known, name: string): boolean {
  const names = [known.row.nameJa, inFull(known), known.row.nameJa.slice(0, -1)].map(keyOf);
  return names.includes(keyOf(stripBrackets(name).name));
}

/** `釧路市(北海道)`: the brackets say the prefecture. */
function stripBrackets(text: string): { readonly name: string; readonly inside: string } {
  const match = /^(.+?)[([（【](.+?)[)\]）】]$/.exec(text);
  return match ? { name: match[1] ?? '', inside: match[2] ?? '' } : { name: text, inside: '' };
}

function candidatesOf(index: Index, flat: string): readonly Known[] {
  const { name, inside } = stripBrackets(flat);
  const inBrackets = findPrefecture(index, inside);
  const within = inBrackets.kind === 'found' ? inBrackets.place.nameJa : undefined;
  const direct = index.byName.get(keyOf(name)) ?? [];
  const list = direct.length > 0 ? direct : splitPrefecture(index, name);
  return within ? list.filter((known) => known.prefecture === within) : list;
}

/** 北海道阿寒郡鶴居村, 北海道釧路市, 阿寒郡鶴居村. */
function splitPrefecture(index: Index, name: string): readonly Known[] {
  const head = /^(東京都|北海道|(?:京都|大阪)府|.{2,3}県)(.+)$/.exec(name);
  const rest = head ? (head[2] ?? '') : name;
  const inIt = (list: readonly Known[]): readonly Known[] =>
    head ? list.filter((known) => keyOf(known.prefecture) === keyOf(head[1] ?? '')) : list;
  const direct = inIt(index.byName.get(keyOf(rest)) ?? []);
  if (direct.length > 0) return direct;
  const town = /^.{1,5}?郡(.+)$/.exec(rest)?.[1];
  return inIt(index.byName.get(keyOf(town ?? '')) ?? []);
}

/** 釧路市 means the city although 釧路 would fit the town as well; 鹿嶋市 is not 鹿島市. */
function preferFull(list: readonly Known[], flat: string): readonly Known[] {
  const { name } = stripBrackets(flat);
  const written = list.filter(({ row }) => name.endsWith(row.nameJa));
  const exact = list.filter(({ key }) => keyOf(name).endsWith(key));
  return [written, exact, list].find((one) => one.length > 0) ?? [];
}

function unknownName(
  index: Index,
  text: string,
  flat: string,
  candidates: readonly Known[],
  prefecture: string | undefined,
): string {
  if (candidates.length > 0 && prefecture !== undefined) {
    return `${prefecture}に「${flat}」はありません（あるのは ${candidates.map(inFull).join('、')}）`;
  }
  const city = /^(.+?市).+区$/.exec(flat)?.[1];
  if (city && candidatesOf(index, city).length > 0) return `「${text}」は「${city}」と書いてください`;
  if (index.prefectures.has(keyOf(flat))) return `「${text}」は都道府県です。市区町村の名前を書いてください`;
  const near = similar(index, flat);
  const hint = near.length > 0 ? `「${near.join('」「')}」のことですか` : '合併前の名前ではありませんか';
  return `「${text}」という市区町村はありません。${hint}`;
}

/** At most three names: those that differ only in their ending, else those that differ in one letter. */
function similar(index: Index, flat: string): readonly string[] {
  const key = keyOf(flat.replace(/^(東京都|北海道|(?:京都|大阪)府|.{2,3}県)(.{0,5}郡)?/, ''));
  const stem = key.replace(/[市区町村]$/, '');
  if (stem === '') return [];
  const sameStem = index.all.filter((known) => known.key.slice(0, -1) === stem);
  const oneLetter = index.all.filter((known) => known.key.length > 3 && differences(known.key, key) === 1);
  return (sameStem.length > 0 ? sameStem : oneLetter).slice(0, 3).map(inFull);
}

/** Letters that differ between words of the same length; Infinity for others. */
function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return [...a].filter((letter, i) => letter !== b[i]).length;
}

function inFull({ row, prefecture }: Known): string {
  return `${prefecture}${row.nameJa}`;
}

function findWard(index: Index, text: string): PlaceAnswer<GazetteerMunicipality> {
  const flat = compact(text);
  const name = /[区\d]/.test(flat) ? flat : `${flat}区`;
  const answer = findMunicipality(index, name, '東京都');
  if (answer.kind === 'found' && isSpecialWardCode(answer.place.code)) return answer;
  return wrong(`「${text}」は東京23区の区ではありません`);
}

function findPrefecture(index: Index, text: string): PlaceAnswer<GazetteerPrefecture> {
  const flat = compact(text);
  const byName = index.prefectures.get(keyOf(flat));
  const byCode = [...index.prefectures.values()].find(
    (row) => row.code === flat || `${row.code}${row.nameJa}` === flat,
  );
  const place = byName ?? byCode;
  return place ? found(place) : wrong(`「${text}」という都道府県はありません`);
}
