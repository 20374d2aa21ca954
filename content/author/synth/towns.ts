/** What made-up towns hand in: the rows of the base pack's lists, and the photos that they show. */
import {
  CASE_ACTORS,
  EVENT_KINDS,
  LINK_TYPES,
  LIVING_KINDS,
  PURPOSES,
  type Theme,
} from '../../pack/types.ts';
import type { GazetteerMunicipality } from '../gazetteer/gazetteer.ts';
import type { Dice } from './random.ts';
import { capital, type Pair, paragraph, sentence, stemOf, type Topic } from './sentences.ts';
import { FESTIVALS, ISSUES, PLACES, PRODUCTS, SCENES, SEASONS } from './words.ts';
import type { Plain } from './yaml.ts';

/** A picture to be drawn. */
export type Photo = {
  /** Name in the `pictures` folder. */
  readonly file: string;
  readonly theme: Theme;
};

/** Rows by the name of their file without `.yaml`. */
export type TownRows = {
  readonly rows: Readonly<Record<(typeof TOWN_LISTS)[number], readonly Plain[]>>;
  readonly photos: readonly Photo[];
};

export const TOWN_LISTS = [
  'towns',
  'town-contacts',
  'specialities',
  'festivals',
  'living',
  'cases',
  'offers',
  'facilities',
  'links',
  'events',
] as const;

/** Photos of a town beside those of its specialities: itself, its festival, its living. */
const OTHER_PHOTOS = 3;
const FEWEST_SPECIALITIES = 2;

/** Day of everything that is made up, so that no clock decides what is in it. */
export const SYNTH_DAY = '2026-04-01';

type Hand = Topic & { readonly code: string; readonly reference: string; readonly picture: Pictures };
type Pictures = (what: string, alt: Pair) => Plain | undefined;

/**
 * @param dice   depend on the seed and the town alone
 * @param fields ids of the project's fields
 * @param photos pictures it hands in; the rest of its rows stay without
 */
export function townRows(topic: Topic, fields: readonly string[], photos: number): TownRows {
  const { dice, town, ward } = topic;
  const [theme, ja, en] = dice.one(SCENES);
  const taken: Photo[] = [];
  const picture: Pictures = (what, alt) => {
    if (taken.length >= photos) return undefined;
    const file = `${town.code}-${what}.${what === 'living' ? 'webp' : 'jpg'}`;
    taken.push({ file, theme });
    return { file, alt, credit: `写真 ${town.nameJa}`, licence: `${town.nameJa}提供` };
  };
  const hand = { ...topic, code: town.code, reference: referenceTo(town), picture };
  const rows = {
    towns: [townRow(hand, theme, { ja, en })],
    festivals: [festivalRow(hand)],
    living: [livingRow(hand)],
    specialities: specialityRows(hand, Math.max(FEWEST_SPECIALITIES, photos - OTHER_PHOTOS)),
    'town-contacts': [contactRow(hand)],
    cases: dice.happens(0.5) ? [caseRow(hand, fields)] : [],
    offers: [offerRow(hand)],
    facilities: [],
    links: dice.happens(0.25) ? [linkRow(hand)] : [],
    events: dice.happens(0.3) ? [eventRow(hand)] : [],
  };
  // A ward is no partner town of itself.
  return { rows: ward.code === town.code ? { ...rows, links: [], cases: [] } : rows, photos: taken };
}

export function referenceTo({ code, nameJa }: GazetteerMunicipality): string {
  return `${code} ${nameJa}`;
}

function townRow(hand: Hand, theme: Theme, scene: Pair): Plain {
  const { dice, town, reference } = hand;
  return {
    town: reference,
    theme,
    headline: {
      ja: `${scene.ja}のまち、${town.nameJa}です。`,
      'ja-easy': `${town.nameJa}は ${dice.one(SEASONS).ja}が きれいです。`,
      en: `${town.nameEn}: ${scene.en}.`,
    },
    notes: [sentence(hand), sentence(hand)],
    picture: hand.picture('town', {
      ja: `${town.nameJa}の${scene.ja}`,
      en: `${capital(scene.en)} in ${town.nameEn}`,
    }),
  };
}

function specialityRows(hand: Hand, count: number): readonly Plain[] {
  const { dice, town, code, reference } = hand;
  const stem = stemOf(town);
  const products = PRODUCTS.flatMap(([kind, list]) => list.map((product) => ({ kind, product })));
  return dice.some(products, count).map(({ kind, product }, i) => {
    const name = { ja: `${stem.ja}の${product.ja}`, en: `${capital(product.en)} of ${town.nameEn}` };
    return {
      id: `s-${code}-speciality-${i + 1}`,
      town: reference,
      kind,
      name,
      kana: `${stem.kana}の${product.kana}`,
      summary: sentence(hand),
      months: months(dice),
      picture: hand.picture(`speciality-${i + 1}`, name),
      asOf: asOf(dice),
    };
  });
}

function months(dice: Dice): readonly number[] {
  const first = dice.within(1, 10);
  return Array.from({ length: dice.within(1, 3) }, (_month, i) => first + i);
}

/** A day in the year before everything was made. */
function asOf(dice: Dice): string {
  return day(2025, dice.within(4, 12), dice.within(1, 28));
}

function day(year: number, month: number, date: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}

function festivalRow(hand: Hand): Plain {
  const { dice, town, code, reference } = hand;
  const stem = stemOf(town);
  const festival = dice.one(FESTIVALS);
  const place = dice.one(PLACES);
  const month = dice.within(1, 12);
  const week = dice.within(1, 4);
  const name = { ja: `${stem.ja}${festival.ja}`, en: `${town.nameEn} ${festival.en}` };
  return {
    id: `s-${code}-festival`,
    town: reference,
    name,
    kana: `${stem.kana}${festival.kana}`,
    summary: sentence(hand),
    period: { ja: `${month}月第${week}土曜日`, en: `Saturday ${week} of month ${month}` },
    months: [month],
    place: { ja: `${town.nameJa}${place.ja}`, en: `${capital(place.en)}, ${town.nameEn}` },
    picture: hand.picture('festival', name),
    asOf: asOf(dice),
  };
}

function livingRow(hand: Hand): Plain {
  const { dice, town, code, reference } = hand;
  const kind = dice.one(LIVING_KINDS);
  const title = { ja: `${town.nameJa}で暮らしてみませんか`, en: `Would you like to live in ${town.nameEn}?` };
  return {
    id: `s-${code}-living`,
    town: reference,
    kind,
    title,
    summary: sentence(hand),
    ...desk(hand),
    picture: hand.picture('living', {
      ja: `${town.nameJa}の家と庭`,
      en: `A house and its garden in ${town.nameEn}`,
    }),
    asOf: asOf(dice),
  };
}

/** An office with a telephone number that nobody can have: 0120-000-… is not given out. */
function desk({ dice, town }: Hand): { readonly office: Pair; readonly phone: string } {
  const office = dice.one([
    { ja: '企画課', en: 'Planning Section' },
    { ja: '観光課', en: 'Tourism Section' },
    { ja: '地域振興課', en: 'Local Development Section' },
  ]);
  return {
    office: { ja: `${town.nameJa} ${office.ja}`, en: `${town.nameEn} ${office.en}` },
    phone: `0120-000-${String(dice.within(0, 999)).padStart(3, '0')}`,
  };
}

function contactRow(hand: Hand): Plain {
  const { dice, code, reference } = hand;
  return { id: `s-${code}-contact`, town: reference, subject: 'general', ...desk(hand), asOf: asOf(dice) };
}

function caseRow(hand: Hand, fields: readonly string[]): Plain {
  const { dice, town, ward, code, reference } = hand;
  const [tag, ja, en] = dice.one(ISSUES);
  const year = dice.within(2015, 2025);
  return {
    id: `s-${code}-case`,
    title: { ja: `${ward.nameJa}と${town.nameJa}の${ja}`, en: `${ward.nameEn} and ${town.nameEn}: ${en}` },
    summary: sentence(hand),
    worked: paragraph(hand, 2),
    start: day(year, dice.within(1, 12), dice.within(1, 28)),
    wards: [referenceTo(ward)],
    partners: [reference],
    fields: dice.some(fields, 1),
    purposes: dice.some(PURPOSES, 1),
    who: dice.some(CASE_ACTORS, dice.within(1, 2)),
    tags: [tag],
    ...desk(hand),
    asOf: asOf(dice),
  };
}

function offerRow(hand: Hand): Plain {
  const { dice, town, code, reference } = hand;
  const [tag, ja, en] = dice.one(ISSUES);
  const side = dice.one(['offer', 'request']);
  const title =
    side === 'offer'
      ? { ja: `${ja}をお手伝いします`, en: `We can help with ${en}` }
      : { ja: `${ja}に力を貸してください`, en: `We look for help with ${en}` };
  return {
    id: `s-${code}-offer`,
    town: reference,
    side,
    title: { ja: title.ja, en: `${title.en} (${town.nameEn})` },
    summary: sentence(hand),
    tags: [tag],
    ...desk(hand),
    asOf: asOf(dice),
  };
}

function linkRow({ dice, town, ward, code, reference }: Hand): Plain {
  return {
    id: `s-${code}-link`,
    type: dice.one(LINK_TYPES),
    title: { ja: `${ward.nameJa}と${town.nameJa}の交流`, en: `${ward.nameEn} and ${town.nameEn}` },
    wards: [referenceTo(ward)],
    partners: [reference],
    start: day(dice.within(2015, 2025), dice.within(1, 12), dice.within(1, 28)),
    purposes: dice.some(PURPOSES, 1),
  };
}

function eventRow(hand: Hand): Plain {
  const { dice, town, ward, code, reference } = hand;
  const festival = dice.one(FESTIVALS);
  const month = dice.within(4, 12);
  const first = dice.within(1, 26);
  return {
    id: `s-${code}-event`,
    kind: dice.one(EVENT_KINDS),
    status: 'announced',
    title: {
      ja: `${town.nameJa}${festival.ja} in ${ward.nameJa}`,
      en: `${festival.en} of ${town.nameEn} in ${ward.nameEn}`,
    },
    summary: sentence(hand),
    start: day(2026, month, first),
    end: day(2026, month, first + dice.within(0, 2)),
    startTime: '10:00',
    endTime: '16:00',
    wards: [referenceTo(ward)],
    partners: [reference],
  };
}
