/** Sentences of made-up content: Japanese and English of the same fact side by side, 80 letters at most. */
import type { GazetteerMunicipality } from '../gazetteer/gazetteer.ts';
import type { Dice } from './random.ts';
import {
  CRAFTS,
  DRINKS,
  FESTIVALS,
  FOODS,
  ISSUES,
  PEOPLE,
  PLACES,
  SCENES,
  SEASONS,
  SWEETS,
} from './words.ts';

export type Pair = { readonly ja: string; readonly en: string };

/** What a sentence may speak of. */
export type Topic = {
  readonly dice: Dice;
  readonly town: GazetteerMunicipality;
  /** A ward of Tokyo. */
  readonly ward: GazetteerMunicipality;
};

const THINGS = [...FOODS, ...SWEETS, ...DRINKS, ...CRAFTS];

type Template = (topic: Topic) => Pair;

const TEMPLATES: readonly Template[] = [
  ({ dice, town, ward }) => {
    const [one, two] = [dice.one(THINGS), dice.one(THINGS)];
    return {
      ja: `${town.nameJa}の${one.ja}と${two.ja}を、${ward.nameJa}の${dice.one(PLACES).ja}で売りました。`,
      en: `${capital(one.en)} and ${two.en} of ${town.nameEn} were sold in ${ward.nameEn}.`,
    };
  },
  ({ dice, town, ward }) => {
    const who = dice.one(PEOPLE);
    const days = dice.within(2, 6);
    return {
      ja: `${ward.nameJa}の${who.ja}が${town.nameJa}を訪れ、${days}日間を過ごしました。`,
      en: `${capital(who.en)} from ${ward.nameEn} spent ${days} days in ${town.nameEn}.`,
    };
  },
  ({ dice, town }) => {
    const [, ja, en] = dice.one(SCENES);
    const season = dice.one(SEASONS);
    return {
      ja: `${town.nameJa}には${ja}があり、${season.ja}がいちばんの見ごろです。`,
      en: `${town.nameEn} has ${en}; it is at its best in ${season.en}.`,
    };
  },
  ({ dice, town }) => {
    const festival = dice.one(FESTIVALS);
    const place = dice.one(PLACES);
    return {
      ja: `${festival.ja}の日には、${town.nameJa}の${place.ja}に屋台が${dice.within(8, 90)}軒ならびます。`,
      en: `On the day of the ${festival.en.toLowerCase()}, stalls line the ${place.en} of ${town.nameEn}.`,
    };
  },
  ({ dice, ward }) => {
    const [who, other] = [dice.one(PEOPLE), dice.one(PEOPLE)];
    return {
      ja: `${who.ja}と${other.ja}が、${ward.nameJa}の${dice.one(PLACES).ja}で話し合いました。`,
      en: `${capital(who.en)} and ${other.en} met and talked in ${ward.nameEn}.`,
    };
  },
  ({ dice, town }) => {
    const thing = dice.one(THINGS);
    return {
      ja: `${thing.ja}づくりは、${town.nameJa}で${dice.within(20, 400)}年つづいています。`,
      en: `${capital(thing.en)} have been made in ${town.nameEn} for generations.`,
    };
  },
  ({ dice, town, ward }) => {
    const [, ja, en] = dice.one(ISSUES);
    return {
      ja: `${ward.nameJa}と${town.nameJa}は、${ja}についていっしょに考えています。`,
      en: `${ward.nameEn} and ${town.nameEn} work on ${en} together.`,
    };
  },
  ({ dice }) => {
    const count = dice.within(12, 2400);
    const season = dice.one(SEASONS);
    return {
      ja: `${season.ja}の催しには${count}人が集まり、会場は笑い声でいっぱいになりました。`,
      en: `The ${season.en} event drew ${count} people, and the hall was full of laughter.`,
    };
  },
  ({ dice, town }) => {
    const thing = dice.one(FOODS);
    return {
      ja: `「${thing.ja}の味に驚きました」という声が、アンケートに${dice.within(10, 300)}件ありました。`,
      en: `Many who answered the survey praised the ${thing.en} of ${town.nameEn}.`,
    };
  },
  ({ dice, ward }) => {
    const year = dice.within(2027, 2029);
    return {
      ja: `${ward.nameJa}では、${year}年度もつづける予定です。`,
      en: `${ward.nameEn} plans to go on in fiscal ${year}.`,
    };
  },
  ({ dice, town }) => {
    const craft = dice.one(CRAFTS);
    const who = dice.one(PEOPLE);
    return {
      ja: `${who.ja}は${craft.ja}の工房を見学し、自分の手で小さな作品をつくりました。`,
      en: `${capital(who.en)} saw a workshop for ${craft.en} in ${town.nameEn} and made a small piece themselves.`,
    };
  },
  ({ dice, town, ward }) => ({
    ja: `${ward.nameJa}から${town.nameJa}までは、列車とバスでおよそ${dice.within(1, 8)}時間です。`,
    en: `${town.nameEn} is some hours from ${ward.nameEn} by train and bus.`,
  }),
];

/** One sentence about a topic. */
export function sentence(topic: Topic): Pair {
  return topic.dice.one(TEMPLATES)(topic);
}

/** `count` sentences as one running text. */
export function paragraph(topic: Topic, count: number): Pair {
  return join(Array.from({ length: count }, () => sentence(topic)));
}

function join(pairs: readonly Pair[]): Pair {
  return { ja: pairs.map(({ ja }) => ja).join(''), en: pairs.map(({ en }) => en).join(' ') };
}

export function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** What people say for a town: 釧路 for 釧路市, くしろ for くしろし. Names of one letter stay whole. */
export function stemOf({ nameJa, kana }: GazetteerMunicipality): {
  readonly ja: string;
  readonly kana: string;
} {
  const ending = /(?:ちょう|まち|そん|むら|し|く)$/.exec(kana)?.[0] ?? '';
  const ja = nameJa.slice(0, -1);
  return [...ja].length < 2 || ending === ''
    ? { ja: nameJa, kana }
    : { ja, kana: kana.slice(0, -ending.length) };
}
