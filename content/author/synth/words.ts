/** The words that made-up content is put together from: Japanese, its kana, English. Pure lists. */
import type { SpecialityKind, Tag, Theme } from '../../pack/types.ts';

export type Noun = { readonly ja: string; readonly kana: string; readonly en: string };

/** `りんご りんご apples`, one noun per line; English may have spaces. */
function nouns(lines: string): readonly Noun[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [ja = '', kana = '', ...en] = line.trim().split(' ');
      return { ja, kana, en: en.join(' ') };
    });
}

export const FOODS = nouns(`
りんご りんご apples
ぶどう ぶどう grapes
桃 もも peaches
梨 なし pears
柿 かき persimmons
みかん みかん mandarins
いちご いちご strawberries
メロン めろん melons
とうもろこし とうもろこし sweet corn
じゃがいも じゃがいも potatoes
里芋 さといも taro
ねぎ ねぎ leeks
しいたけ しいたけ shiitake mushrooms
新米 しんまい new rice
そば そば buckwheat noodles
うどん うどん udon noodles
味噌 みそ miso
醤油 しょうゆ soy sauce
豆腐 とうふ tofu
牛肉 ぎゅうにく beef
地鶏 じどり free-range chicken
鮭 さけ salmon
牡蠣 かき oysters
昆布 こんぶ kelp
干物 ひもの dried fish
漬物 つけもの pickles
はちみつ はちみつ honey
チーズ ちーず cheese`);

export const SWEETS = nouns(`
まんじゅう まんじゅう steamed buns
ようかん ようかん bean jelly
せんべい せんべい rice crackers
カステラ かすてら sponge cake
プリン ぷりん custard pudding
アイスクリーム あいすくりーむ ice cream
大福 だいふく rice cakes`);

export const DRINKS = nouns(`
日本酒 にほんしゅ sake
ワイン わいん wine
緑茶 りょくちゃ green tea
牛乳 ぎゅうにゅう milk
梅酒 うめしゅ plum wine
りんごジュース りんごじゅーす apple juice`);

export const CRAFTS = nouns(`
漆器 しっき lacquerware
和紙 わし handmade paper
焼き物 やきもの pottery
木工品 もっこうひん woodwork
竹細工 たけざいく bamboo work
織物 おりもの woven cloth
染め物 そめもの dyed cloth
和ろうそく わろうそく wax candles
鉄瓶 てつびん iron kettles`);

export const PRODUCTS: readonly (readonly [SpecialityKind, readonly Noun[]])[] = [
  ['food', FOODS],
  ['sweet', SWEETS],
  ['drink', DRINKS],
  ['craft', CRAFTS],
];

export const FESTIVALS = nouns(`
夏まつり なつまつり Summer Festival
秋まつり あきまつり Autumn Festival
雪まつり ゆきまつり Snow Festival
花火大会 はなびたいかい Fireworks
神楽 かぐら Kagura Dances
盆踊り ぼんおどり Bon Dance
灯ろう流し とうろうながし Lantern Floating
収穫祭 しゅうかくさい Harvest Festival
桜まつり さくらまつり Cherry Blossom Festival
朝市 あさいち Morning Market
みなとまつり みなとまつり Harbour Festival
たいまつ行列 たいまつぎょうれつ Torchlight Procession`);

/** A motif, what one sees there, and the same in English. */
export const SCENES: readonly (readonly [Theme, string, string])[] = [
  ['sea', '広い海と小さな港', 'a wide sea and a small harbour'],
  ['sea', '夕日の見える砂浜', 'a beach that looks at the sunset'],
  ['mountain', '高い山と深い谷', 'high mountains and deep valleys'],
  ['mountain', '登山口と山小屋', 'trailheads and mountain huts'],
  ['snow', '雪の積もる長い冬', 'long winters with deep snow'],
  ['rice', '見わたすかぎりの田んぼ', 'rice fields as far as one can see'],
  ['forest', '杉と広葉樹の森', 'forests of cedar and broad-leaved trees'],
  ['hot-spring', '昔からの温泉', 'hot springs known of old'],
  ['island', '島々をつなぐ橋', 'bridges that join islands'],
  ['river', '大きな川と土手の道', 'a great river and the path on its bank'],
  ['plain', '畑のつづく平野', 'a plain of fields'],
  ['city', '城下町の古い通り', 'the old streets of a castle town'],
];

export const PEOPLE = nouns(`
子どもたち こどもたち children
高校生 こうこうせい high-school students
農家の人 のうかのひと farmers
漁師 りょうし fishermen
商店街の人 しょうてんがいのひと shopkeepers
図書館の人 としょかんのひと librarians
役所の人 やくしょのひと ward staff
役場の人 やくばのひと town staff
大学生 だいがくせい university students
親子 おやこ parents and children
お年寄り おとしより older people
料理人 りょうりにん cooks
職人 しょくにん craftspeople
ボランティア ぼらんてぃあ volunteers`);

export const SEASONS = nouns(`
春 はる spring
夏 なつ summer
秋 あき autumn
冬 ふゆ winter`);

export const PLACES = nouns(`
公民館 こうみんかん community hall
道の駅 みちのえき roadside station
図書館 としょかん library
商店街 しょうてんがい shopping street
小学校 しょうがっこう primary school
広場 ひろば square
体育館 たいいくかん gymnasium
美術館 びじゅつかん art museum
駅前 えきまえ station square
公園 こうえん park`);

/** An issue, and the tag under which cases, offers and requests meet. */
export const ISSUES: readonly (readonly [Tag, string, string])[] = [
  ['product-sale', '特産品の販売', 'selling local products'],
  ['event', '催しの共同開催', 'holding events together'],
  ['tourism', '観光の発信', 'making travel known'],
  ['food', '給食での食材利用', 'local food for school lunches'],
  ['farming', '農業の体験', 'trying farm work'],
  ['forest', '森林の手入れ', 'caring for forests'],
  ['culture', '伝統文化の紹介', 'showing traditional culture'],
  ['sport', 'スポーツ交流', 'meeting in sport'],
  ['school', '学校どうしの交流', 'exchange between schools'],
  ['children', '子どもの自然体験', 'nature for children'],
  ['health', '健康づくり', 'keeping healthy'],
  ['moving', '移住の相談', 'advice on moving'],
  ['vacant-house', '空き家の活用', 'using empty houses'],
  ['two-base', '二地域居住', 'living in two places'],
  ['disaster', '災害への備え', 'preparing for disasters'],
  ['environment', '環境の保全', 'protecting the environment'],
  ['digital', '情報技術の活用', 'using information technology'],
];
