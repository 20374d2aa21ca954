/**
 * The Japanese words that staff choose from in the workbook, for every value of the closed lists. Reading
 * takes the same words, so a list cannot say one thing in the drop-down and another to the importer.
 */
import type {
  CaseActor,
  ContactSubject,
  EventKind,
  EventStatus,
  FacilityKind,
  LivingKind,
  OfferSide,
  Purpose,
  SpecialityKind,
  Tag,
  Theme,
} from '../../pack/types.ts';

/** Value -> its word, then other words that mean the same. */
export type Labels<T extends string> = Readonly<Record<T, readonly [string, ...string[]]>>;

export const CONTACT_SUBJECT_LABELS: Labels<ContactSubject> = {
  general: ['全般', '総合', '代表', 'その他'],
  tourism: ['観光'],
  living: ['移住', '移住・定住', '定住'],
  business: ['産業・企業', '産業', '企業', '商工'],
  school: ['学校・教育', '教育', '学校'],
  disaster: ['防災', '災害'],
};

export const SPECIALITY_KIND_LABELS: Labels<SpecialityKind> = {
  food: [
    '食べもの',
    '食べ物',
    '食',
    '食品',
    '食料品',
    '加工食品',
    '農産物',
    '農産品',
    '野菜',
    '果物',
    '肉',
    '畜産物',
    '魚',
    '水産物',
    '海産物',
    '料理',
    '郷土料理',
  ],
  sweet: ['お菓子', '菓子', '甘いもの', 'スイーツ'],
  drink: ['飲みもの', '飲み物', '飲料', 'お酒', '酒', '酒類', 'お茶'],
  craft: ['工芸・手仕事', '工芸', '工芸品', '伝統工芸', '伝統的工芸品', '民芸品'],
  other: ['その他', 'そのほか'],
};

export const LIVING_KIND_LABELS: Labels<LivingKind> = {
  consultation: ['相談窓口', '相談', '移住相談'],
  'trial-stay': ['おためし暮らし', 'お試し暮らし', 'おためし居住', 'お試し居住', '移住体験'],
  housing: ['住まい・空き家', '住まい', '空き家', '空き家バンク', '住宅'],
  work: ['しごと', '仕事', '就職', '求人'],
  farming: ['農林漁業を始める', '就農', '農業', '林業', '漁業'],
  childcare: ['子育て', '教育'],
  'two-base': ['二地域居住', '二拠点', '2地域居住', '二拠点生活'],
  workation: ['ワーケーション', 'テレワーク'],
  support: ['支援金・補助', '支援金', '補助', '補助金', '助成'],
  tour: ['体験・見学ツアー', '体験', 'ツアー', '見学'],
};

export const CASE_ACTOR_LABELS: Labels<CaseActor> = {
  residents: ['住民・団体', '住民', '区民', '市民', '町民', '団体', 'NPO', '町会', '商店街'],
  schools: ['学校', '小学校', '中学校', '高校', '大学', '生徒', '学生'],
  firms: ['企業', '会社', '事業者', '店'],
  government: ['行政', '自治体', '区', '市', '町', '村', '区役所', '役場'],
};

export const FACILITY_KIND_LABELS: Labels<FacilityKind> = {
  hall: ['ホール', '多目的ホール'],
  gallery: ['展示スペース', 'ギャラリー', '展示室'],
  plaza: ['広場・屋外', '広場', '屋外', '公園'],
  shop: ['店・販売スペース', '販売スペース', 'アンテナショップ', '店'],
  'meeting-room': ['会議室', '集会室', '研修室'],
  kitchen: ['調理室', 'キッチン'],
  other: ['その他', 'そのほか'],
};

export const OFFER_SIDE_LABELS: Labels<OfferSide> = {
  offer: ['できること', '提供できること', '提供', '手伝えること'],
  request: ['してほしいこと', '求めること', '要望', '探していること', '求む'],
};

export const TAG_LABELS: Labels<Tag> = {
  'product-sale': ['物産・販売', '物産', '販売', '特産品'],
  event: ['催し・まつり', '催し', 'イベント', '祭り', 'まつり'],
  space: ['場所・会場', '場所', '会場', '施設'],
  tourism: ['観光'],
  stay: ['宿泊・滞在', '宿泊', '滞在'],
  food: ['食・給食', '食', '給食', '食文化'],
  farming: ['農業'],
  forest: ['森林・木材', '森林', '木材', '林業'],
  fishing: ['水産', '漁業', '海'],
  craft: ['ものづくり・工芸', 'ものづくり', '工芸'],
  culture: ['文化・芸能', '文化', '芸能', '芸術'],
  sport: ['スポーツ'],
  school: ['学校・教育', '学校', '教育', '修学旅行'],
  children: ['子ども・子育て', '子ども', '子育て', 'こども'],
  health: ['健康・福祉', '健康', '福祉', '医療', '介護'],
  ageing: ['高齢化', '高齢者', '少子高齢化'],
  population: ['人口減少', '過疎'],
  moving: ['移住・定住', '移住', '定住'],
  'vacant-house': ['空き家'],
  'two-base': ['二地域居住', '二拠点', 'ワーケーション', '関係人口'],
  company: ['企業・しごと', '企業', 'しごと', '仕事', '起業'],
  people: ['人材・職員の交流', '人材', '職員', '職員派遣', '研修'],
  disaster: ['防災・災害支援', '防災', '災害', '災害支援'],
  environment: ['環境・エネルギー', '環境', 'エネルギー', '脱炭素'],
  waste: ['ごみ・リサイクル', 'ごみ', 'リサイクル'],
  transport: ['交通'],
  'shopping-street': ['商店街'],
  digital: ['デジタル', 'DX', 'ICT'],
};

export const PURPOSE_LABELS: Labels<Purpose> = {
  eat: ['食べる'],
  go: ['行く'],
  learn: ['学ぶ'],
  live: ['暮らす'],
  help: ['助け合う'],
  work: ['一緒に仕事をする', '仕事'],
};

export const THEME_LABELS: Labels<Theme> = {
  sea: ['海'],
  mountain: ['山'],
  snow: ['雪'],
  rice: ['田んぼ', '水田'],
  forest: ['森', '森林'],
  'hot-spring': ['温泉'],
  island: ['島'],
  river: ['川'],
  city: ['まちなみ', '都市'],
  plain: ['野原・平野', '平野', '野原'],
};

export const EVENT_KIND_LABELS: Labels<EventKind> = {
  festival: ['まつり', '祭り'],
  'product-fair': ['物産展・マルシェ', '物産展', 'マルシェ', '販売会'],
  exhibition: ['展示', '展覧会', '展示会'],
  promotion: ['観光・まちのPR', 'PR', '観光PR'],
  campaign: ['キャンペーン', 'スタンプラリー'],
  lecture: ['講演会', '講座', 'セミナー'],
  symposium: ['シンポジウム', 'フォーラム'],
  workshop: ['体験・ワークショップ', '体験', 'ワークショップ', '体験会'],
  contest: ['コンテスト', 'コンクール'],
  sport: ['スポーツ', 'スポーツ大会'],
  appeal: ['応援・募金', '応援', '募金'],
  council: ['会議', '協議会'],
  summit: ['サミット', '首長会議'],
  standing: ['常設'],
};

export const EVENT_STATUS_LABELS: Labels<EventStatus> = {
  announced: ['開催予定', 'お知らせ', '予定'],
  held: ['開催ずみ', '開催済み', '終了'],
  planned: ['日にち未定', '計画中', '未定'],
  standing: ['常設', '通年'],
  cancelled: ['中止'],
};

/** The words of a drop-down, in order. */
export function choicesOf<T extends string>(labels: Labels<T>): readonly string[] {
  return (Object.values(labels) as (readonly [string, ...string[]])[]).map(([first]) => first);
}

/** Value -> its word. */
export function wordsOf<T extends string>(labels: Labels<T>): Readonly<Record<string, string>> {
  const entries = Object.entries(labels) as [T, readonly [string, ...string[]]][];
  return Object.fromEntries(entries.map(([value, [first]]) => [value, first]));
}
