/** What may stand behind `npm start --`. Pure, so that the start script refuses a slip before any work. */
import { isLang, type Lang } from '../content/pack/lang.ts';
import { type Day, isDay } from '../content/pack/types.ts';
import type { SessionTimes } from '../content/pack/views.ts';

/** The screens a tour can be taken of, in CSS pixels. */
export const TOUR_SIZES = {
  landscape: { width: 1920, height: 1080 },
  portrait: { width: 1080, height: 1920 },
  /** The small screen in a corner. */
  corner: { width: 1366, height: 768 },
} as const;

export type TourSize = keyof typeof TOUR_SIZES;

export const TOUR_THEMES = ['normal', 'high'] as const;

/** The visitor's contrast, as in the settings of the screen. */
export type TourTheme = (typeof TOUR_THEMES)[number];

export function isTourSize(text: string): text is TourSize {
  return Object.hasOwn(TOUR_SIZES, text);
}

export function isTourTheme(text: string): text is TourTheme {
  return TOUR_THEMES.some((theme) => theme === text);
}

export type Switches = {
  /** Data folder; the built default content when left out. */
  readonly data?: string;
  readonly venue?: string;
  readonly today?: Day;
  /** The moment at which the clock begins, UTC ms; it goes on from there. */
  readonly now?: number;
  readonly windowed: boolean;
  readonly lang?: Lang;
  /** Other times than a hall's, for trying out; refused in an installed kiosk. */
  readonly idle?: SessionTimes;
  /** Another ceiling of memory than a hall's, for trying out; refused in an installed kiosk. */
  readonly ceiling?: { readonly heavyBytes: number; readonly quietMs: number };
  /** Folder for the pictures of a tour. */
  readonly tour?: string;
  /** Languages of the tour; ja and en when left out. */
  readonly langs?: readonly Lang[];
  /** Sizes of the tour; landscape and portrait when left out. */
  readonly sizes?: readonly TourSize[];
  /** Themes of the tour; the normal one when left out. */
  readonly themes?: readonly TourTheme[];
  /** A source to sync from at once: an address or a folder. */
  readonly syncFrom?: string;
  /** Root of trust, in place of the one that came with the program. */
  readonly root?: string;
  /** Sets the staff's PIN and ends. */
  readonly setPin?: boolean;
  /** A collector of metrics, in place of that of `kiosk.json`. */
  readonly telemetry?: string;
  /** A folder that counts as a plugged-in stick. */
  readonly stick?: string;
  /** The data folder is that of a preview (`renkei preview`): marked on every screen, followed as it changes. */
  readonly preview?: boolean;
  readonly help: boolean;
};

export const HELP = `全国連携キオスク

  npm start                       キオスクを表示します
  npm start -- <指定>…

指定
  --data <フォルダ>      表示するデータフォルダ（renkei build でつくったもの）
  --venue <id>           この会場として動きます（例: kusei-kaikan、arakawa-kuyakusho）
  --today <年-月-日>     この日として動きます（例: 2020-11-20）
  --now <日時>           時計がこの日時から進みます（例: 2020-12-24T23:59:50+09:00）
  --lang <言語>          はじめの言語（ja、ja-easy、en、zh-Hans、ko）
  --idle <秒>,<秒>       さわらないときに「つづけますか」と聞くまでの秒数と、待つ秒数（試すとき用）
  --ceiling <MB>,<秒>    メモリがこの量を超え、この秒数さわられないとき、画面を作り直します（試すとき用）
  --windowed             全画面ではなく窓で表示します
  --tour <フォルダ>      すべての画面をひとめぐりして、画像と tour.json を残します
  --sync-from <url|dir>  起動したらすぐに、ここから内容を取り込みます（配信元またはフォルダ）
  --root <ファイル>      信頼する署名（root.json）。はじめて取り込むときに
  --set-pin              職員用画面のPINを設定して終わります（設置のとき、PINを忘れたとき）
  --stick <フォルダ>     このフォルダも、差してあるUSBメモリとして扱います
  --telemetry <url>      端末の状態を、この収集先（OpenTelemetry）へ知らせます
  --preview              renkei preview が使います（その途中のデータを、印を付けて表示します）
  --langs <言語>,…       めぐる言語（--tour のとき。例: ja,zh-Hans,ko）
  --sizes <大きさ>,…     めぐる画面（--tour のとき。landscape 横、portrait 縦、corner 1366×768）
  --themes <色>,…        めぐる色（--tour のとき。normal ふつう、high 濃い色）
  --help                 この説明を表示します`;

/** A switch that is not in the list. */
export class UnknownSwitch extends Error {
  override readonly name = 'UnknownSwitch';

  constructor(text: string) {
    super(`「${text}」という指定はありません。\n\n${HELP}`);
  }
}

/** A known switch with a value that cannot be used. */
export class BadSwitch extends Error {
  override readonly name = 'BadSwitch';

  constructor(name: string, why: string) {
    super(`--${name}: ${why}\n\n${HELP}`);
  }
}

type Draft = { -readonly [K in keyof Switches]: Switches[K] };

/** Switches without a value. */
const FLAGS: Readonly<Record<string, 'windowed' | 'setPin' | 'preview' | 'help'>> = {
  windowed: 'windowed',
  'set-pin': 'setPin',
  preview: 'preview',
  help: 'help',
};

/** Switches with a value: how it is read and what it must look like. */
const VALUES: Readonly<Record<string, (draft: Draft, value: string) => void>> = {
  data: (draft, value) => {
    draft.data = value;
  },
  telemetry: (draft, value) => {
    if (!/^https?:\/\/[^\s/@]/.test(value))
      throw new BadSwitch('telemetry', 'http:// または https:// で始まるアドレスを書いてください');
    draft.telemetry = value;
  },
  stick: (draft, value) => {
    draft.stick = value;
  },
  tour: (draft, value) => {
    draft.tour = value;
  },
  'sync-from': (draft, value) => {
    draft.syncFrom = value;
  },
  root: (draft, value) => {
    draft.root = value;
  },
  venue: (draft, value) => {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(value))
      throw new BadSwitch('venue', `「${value}」は会場のidではありません`);
    draft.venue = value;
  },
  today: (draft, value) => {
    if (!isDay(value))
      throw new BadSwitch('today', `「${value}」は日付ではありません。2020-11-20 の形で書いてください`);
    draft.today = value;
  },
  now: (draft, value) => {
    const ms = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})$/.test(value)
      ? Date.parse(value)
      : NaN;
    if (Number.isNaN(ms))
      throw new BadSwitch(
        'now',
        `「${value}」は日時ではありません。2020-12-24T23:59:50+09:00 の形で書いてください`,
      );
    draft.now = ms;
  },
  lang: (draft, value) => {
    if (!isLang(value)) throw new BadSwitch('lang', `「${value}」という言語はありません`);
    draft.lang = value;
  },
  langs: (draft, value) => {
    draft.langs = listOf('langs', value, isLang, 'という言語');
  },
  sizes: (draft, value) => {
    draft.sizes = listOf('sizes', value, isTourSize, 'という画面');
  },
  themes: (draft, value) => {
    draft.themes = listOf('themes', value, isTourTheme, 'という色');
  },
  ceiling: (draft, value) => {
    draft.ceiling = ceilingOf(value);
  },
  idle: (draft, value) => {
    const [, idle = '', ask = ''] = /^(\d{1,4}(?:\.\d)?),(\d{1,4}(?:\.\d)?)$/.exec(value) ?? [];
    if (Number(idle) === 0 || Number(ask) === 0)
      throw new BadSwitch(
        'idle',
        `「${value}」は秒数ではありません。60,15 の形（0.5 のような小数も可）で書いてください`,
      );
    draft.idle = { idleMs: Math.round(Number(idle) * 1000), askMs: Math.round(Number(ask) * 1000) };
  },
};

function ceilingOf(value: string): NonNullable<Switches['ceiling']> {
  const [, most = '', quiet = ''] = /^(\d{2,5}),(\d{1,4})$/.exec(value) ?? [];
  if (Number(most) === 0 || Number(quiet) === 0)
    throw new BadSwitch('ceiling', `「${value}」は量と秒数ではありません。1500,120 の形で書いてください`);
  return { heavyBytes: Number(most) * 1_000_000, quietMs: Number(quiet) * 1000 };
}

/** Names between commas. @throws {BadSwitch} for one that `isOne` does not know */
function listOf<T extends string>(
  name: string,
  value: string,
  isOne: (text: string) => text is T,
  kind: string,
): readonly T[] {
  return value.split(',').map((text) => {
    if (!isOne(text)) throw new BadSwitch(name, `「${text}」${kind}はありません`);
    return text;
  });
}

/**
 * Reads the kiosk's own switches; `--name value` and `--name=value` are the same.
 *
 * @throws {UnknownSwitch} for anything not in the list
 * @throws {BadSwitch} for a missing or impossible value
 */
export function parseSwitches(argv: readonly string[]): Switches {
  const draft: Draft = { windowed: false, help: false };
  for (let i = 0; i < argv.length; i++) {
    const text = argv[i] ?? '';
    const match = /^--([a-z-]+)(?:=(.*))?$/s.exec(text);
    const name = match?.[1] ?? '';
    const read = VALUES[name];
    const flag = FLAGS[name];
    if (match?.[2] === undefined && flag !== undefined && Object.hasOwn(FLAGS, name)) {
      draft[flag] = true;
    } else if (read && Object.hasOwn(VALUES, name)) {
      const value = match?.[2] ?? argv[++i];
      if (value === undefined || value === '' || value.startsWith('--'))
        throw new BadSwitch(name, '値がありません');
      read(draft, value);
    } else {
      throw new UnknownSwitch(text);
    }
  }
  if (draft.preview && draft.data === undefined)
    throw new BadSwitch('preview', '署名する前の原稿は、npx renkei preview <原稿フォルダ> で見られます');
  return draft;
}
