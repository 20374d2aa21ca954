/** The kinds of columns: words in several languages, choices, dates, numbers, addresses. */
import { fold } from '../../pack/fold.ts';
import type { Lang } from '../../pack/lang.ts';
import { readDates } from '../japanese/dates.ts';
import { monthsOf } from '../japanese/months.ts';
import { compact, oneLine, parts, tidy } from '../japanese/text.ts';
import { readTimes } from '../japanese/times.ts';
import { type CellValue, shownText } from '../table/sheet.ts';
import { type Column, type ColumnHints, column, values, wrong } from './column.ts';
import { choicesOf, type Labels, wordsOf } from './labels.ts';

/** Longest text of a cell, in letters; what is longer belongs on a page of its own. */
const MAX_TEXT = 1000;

type WordsHints = ColumnHints & {
  /** Languages beside Japanese that the workbook asks for; the others are read where they are given. */
  readonly ask?: readonly Lang[];
  /** Examples in those languages. */
  readonly examples?: Readonly<Partial<Record<Lang, string>>>;
  /** Several paragraphs are welcome. */
  readonly long?: boolean;
};

const LANGUAGES: readonly (readonly [Exclude<Lang, 'ja'>, string, readonly string[]])[] = [
  ['ja-easy', 'やさしい日本語', ['やさ日']],
  ['en', '英語', ['English', '英']],
  ['zh-Hans', '中国語', ['中国語簡体字', '簡体字', '中文']],
  ['ko', '韓国語', ['ハングル', '한국어']],
];

/** A text: a column for Japanese and one for every other language. */
export function wordsColumns(path: string, title: string, hints: WordsHints): readonly Column[] {
  const { ask = [], examples = {}, long = false, ...rest } = hints;
  const others = LANGUAGES.map(([lang, name, short]) =>
    column(
      `${path}.${lang}`,
      `${title}（${name}）`,
      {
        aliases: [title, ...(hints.aliases ?? [])].flatMap((one) =>
          [name, ...short].map((word) => `${one}（${word}）`),
        ),
        note: `${name}の「${title}」です。なければ空けておいてください。`,
        example: examples[lang] ?? '',
        width: rest.width ?? 18,
        inTemplate: ask.includes(lang),
      },
      textReader(`${path}.${lang}`, long),
    ),
  );
  return [column(`${path}.ja`, title, rest, textReader(`${path}.ja`, long)), ...others];
}

/** When something is, in words; the months that the words name are kept beside them. */
export function periodColumns(path: string, title: string, hints: WordsHints): readonly Column[] {
  return wordsColumns(path, title, hints).map((one) =>
    one.key === `${path}.ja` ? { ...one, paths: [one.key, 'months'], read: withMonths(one.read) } : one,
  );
}

function withMonths(read: Column['read']): Column['read'] {
  return (cell, context) => {
    const reading = read(cell, context);
    if (reading.kind === 'wrong') return reading;
    const months = monthsOf(shownText(cell));
    return values({ ...reading.values, months: months.length > 0 ? months : null });
  };
}

function textReader(path: string, long: boolean): Column['read'] {
  return (cell) => {
    const text = long ? tidy(shownText(cell)) : oneLine(shownText(cell));
    const length = [...text].length;
    return length > MAX_TEXT
      ? wrong(`${MAX_TEXT}字までで書いてください（いま${length}字）`)
      : values({ [path]: text });
  };
}

/** A note of a list of texts, added to those that are there. */
export function noteColumn(path: string, title: string, hints: ColumnHints): Column {
  return column(`${path}-${title}`, title, { ...hints, paths: [] }, (cell, context) => {
    const reading = textReader('ja', true)(cell, context);
    return reading.kind === 'values' ? values({ [path]: [{ ja: String(reading.values['ja']) }] }) : reading;
  });
}

/** Comparable: 「お菓子 」 and 「お菓子」, 「ＤＸ」 and 「DX」. */
export function keyOf(text: string): string {
  return fold(compact(text)).replace(/[・･]/g, '');
}

function findChoice<T extends string>(labels: Labels<T>, text: string): T | undefined {
  const wanted = keyOf(text);
  const entries = Object.entries(labels) as [T, readonly string[]][];
  return entries.find(([, names]) => names.some((name) => keyOf(name) === wanted))?.[0];
}

export function choiceColumn<T extends string>(
  key: string,
  title: string,
  labels: Labels<T>,
  hints: ColumnHints,
): Column {
  const choices = choicesOf(labels);
  return column(
    key,
    title,
    { ...hints, words: wordsOf(labels) },
    (cell) => {
      const found = findChoice(labels, shownText(cell));
      return found === undefined
        ? wrong(`次のどれかを選んでください: ${choices.join('、')}`)
        : values({ [key]: found });
    },
    choices,
  );
}

/** One of several columns for the same list: テーマ1, テーマ2 … A cell may also hold several, parted by 、. */
export function listColumns<T extends string>(
  path: string,
  title: string,
  count: number,
  labels: Labels<T>,
  hints: ColumnHints,
): readonly Column[] {
  const choices = choicesOf(labels);
  return numbered(path, title, count, { ...hints, words: wordsOf(labels) }, choices, (text) =>
    findChoice(labels, text),
  ).map((one) => ({
    ...one,
    choices,
  }));
}

/** 分野: the project's fields by their names, which only the base knows. */
export function readFields(names: readonly string[]): Column['read'] {
  return (cell, { fields }) => {
    const texts = parts(shownText(cell));
    const found = texts.map((text) => fields.get(keyOf(text)));
    return found.some((one) => one === undefined) || found.length === 0
      ? wrong(`次のどれかを選んでください: ${names.join('、')}`)
      : values({ fields: found.filter((one) => one !== undefined) });
  };
}

/** Columns 1.. for a list whose values `find` knows. */
export function numbered(
  path: string,
  title: string,
  count: number,
  hints: ColumnHints,
  choices: readonly string[],
  find: (text: string) => string | undefined,
): readonly Column[] {
  return Array.from({ length: count }, (_, i) => {
    const own = {
      ...hints,
      required: i === 0 && hints.required === true,
      example: i === 0 ? (hints.example ?? '') : '',
    };
    const aliases = i === 0 ? [title, ...(hints.aliases ?? [])] : [];
    return column(`${path}-${i + 1}`, `${title}${i + 1}`, { ...own, aliases, paths: [path] }, (cell) => {
      const texts = parts(shownText(cell));
      // A word such as 学校・教育 is one choice; only what is none is taken apart further.
      const found = texts.flatMap((text) => find(text) ?? text.split(/[・と&＆]/).map(find));
      return found.some((one) => one === undefined) || found.length === 0
        ? wrong(`次のどれかを選んでください: ${choices.join('、')}`)
        : values({ [path]: found.filter((one) => one !== undefined) });
    });
  });
}

/** 開催日: one day or a range. */
export function datesColumn(
  title: string,
  hints: ColumnHints & {
    /** Full days only. */
    readonly days?: boolean;
    /** The next time: a day without year is counted from the day of writing. */
    readonly next?: boolean;
    /** 年度 goes to a field of its own. */
    readonly fiscal?: boolean;
  },
): Column {
  const { days = false, next = false, fiscal: byFiscalYear = false, ...rest } = hints;
  const paths = ['start', 'end', ...(byFiscalYear ? ['fiscalYear'] : [])];
  return column('start', title, { ...rest, paths }, (cell, { writtenOn }) => {
    const answer = readDates(cell, next && writtenOn ? { from: writtenOn } : {});
    if (answer.kind === 'wrong')
      return wrong(`${answer.why}。「2026年8月4日〜7日」「令和8年8月4日」の形で書いてください`);
    if (answer.kind === 'unknown') return values({});
    const { start, end, fiscal } = answer;
    if (days && (start.length < 10 || (end !== null && end.length < 10))) {
      return wrong(
        '日まで書いてください（例: 2026年8月4日〜7日）。まだ決まっていなければ空けておいてください',
      );
    }
    if (fiscal && byFiscalYear) return values({ start: null, end: null, fiscalYear: Number(start) });
    return values({ start, end });
  });
}

/** One full day. A month stands for its first day where `month` allows it. */
export function dayColumn(
  key: string,
  title: string,
  hints: ColumnHints & { readonly month?: boolean },
): Column {
  const { month = false, ...rest } = hints;
  return column(key, title, rest, (cell) => {
    const answer = readDates(typeof cell === 'string' ? cell.replace(/現在|時点|まで$/g, '') : cell);
    if (answer.kind === 'unknown') return values({});
    const want = '「2026年8月4日」の形で、1つの日を書いてください';
    if (answer.kind === 'wrong') return wrong(`${answer.why}。${want}`);
    if (answer.end !== null) return wrong(want);
    if (month && answer.start.length === 7) return values({ [key]: `${answer.start}-01` });
    return answer.start.length === 10 ? values({ [key]: answer.start }) : wrong(want);
  });
}

export function timesColumn(title: string, hints: ColumnHints): Column {
  return column('startTime', title, { ...hints, paths: ['startTime', 'endTime'] }, (cell) => {
    const answer = readTimes(cell);
    if (answer.kind === 'wrong') return wrong(`${answer.why}。「10:00〜16:00」の形で書いてください`);
    return values({ startTime: answer.start, endTime: answer.end });
  });
}

export function monthsColumn(key: string, title: string, hints: ColumnHints): Column {
  return column(key, title, hints, (cell) => {
    const months = cell instanceof Date ? [cell.getUTCMonth() + 1] : monthsOf(shownText(cell));
    return months.length > 0
      ? values({ [key]: months })
      : wrong('「9月〜11月」「通年」のように月で書いてください');
  });
}

/** 約300人, 1,200㎡: a whole number with its unit or without. */
export function countColumn(key: string, title: string, hints: ColumnHints): Column {
  return column(key, title, hints, (cell) => {
    const digits = compact(shownText(cell)).replace(
      /^約|(?:人|名|席|㎡|m2|m²|平方メートル|平米)(?:程度|ほど)?$|(?<=\d),(?=\d{3})/g,
      '',
    );
    return /^[1-9]\d{0,6}$/.test(digits)
      ? values({ [key]: Number(digits) })
      : wrong('数字だけで書いてください（例: 300）');
  });
}

const YES = new Set([
  'はい',
  '○',
  '◯',
  '〇',
  '有',
  '有り',
  'あり',
  '可',
  'true',
  'yes',
  '1',
  'オンライン',
  'する',
]);
const NO = new Set(['いいえ', '×', '✕', '無', '無し', '不可', 'false', 'no', '0', 'しない']);

export function yesColumn(key: string, title: string, hints: ColumnHints): Column {
  const choices = ['はい', 'いいえ'];
  return column(
    key,
    title,
    hints,
    (cell) => {
      const text = compact(shownText(cell)).toLowerCase();
      if (YES.has(text)) return values({ [key]: true });
      return NO.has(text) ? values({ [key]: null }) : wrong('「はい」か「いいえ」を選んでください');
    },
    choices,
  );
}

export function kanaColumn(hints: ColumnHints): Column {
  return column(
    'kana',
    'よみ',
    { aliases: ['よみがな', 'ふりがな', 'フリガナ', '読み'], ...hints },
    (cell) => {
      const text = oneLine(shownText(cell)).replace(/[ァ-ヶ]/g, (letter) =>
        String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60),
      );
      return /^[ぁ-ゖー・ 　]+$/.test(text) ? values({ kana: text }) : wrong('ひらがなで書いてください');
    },
  );
}

export function urlColumn(hints: ColumnHints): Column {
  return column(
    'url',
    'URL',
    { aliases: ['ホームページ', 'HP', 'ウェブサイト', 'リンク', 'ページ'], ...hints },
    (cell) => {
      const text = compact(shownText(cell));
      return /^https?:\/\/[^\s.]+\.\S+$/.test(text)
        ? values({ url: text })
        : wrong('「https://」から始まるアドレスをそのまま書いてください');
    },
  );
}

export function emailColumn(hints: ColumnHints): Column {
  return column(
    'email',
    'メール',
    { aliases: ['メールアドレス', 'Eメール', 'E-mail', 'Email'], ...hints },
    (cell) => {
      const text = compact(shownText(cell)).replace(/^mailto:/i, '');
      return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text)
        ? values({ email: text })
        : wrong('「kanko@example.lg.jp」のように書いてください');
    },
  );
}

export function phoneColumn(hints: ColumnHints): Column {
  return column('phone', '電話', { aliases: ['電話番号', 'TEL', '連絡先電話'], ...hints }, (cell) => {
    const phone = phoneOf(cell);
    return phone === undefined
      ? wrong('「0154-31-0000」のように書いてください。内線は備考に書いてください')
      : values({ phone });
  });
}

/** @returns with hyphens where they were written; undefined when it is no phone number of Japan */
function phoneOf(cell: CellValue): string | undefined {
  // A spreadsheet takes 0154310000 for a number and drops the zero.
  const text = typeof cell === 'number' ? `0${cell}` : compact(shownText(cell));
  const plain = text
    .replace(/^(?:TEL|電話|℡)[:：]?/i, '')
    .replace(/^\+81-?\(?0?\)?/, '0')
    .replace(/[‐‑‒–—―−ー－]/g, '-')
    .replace(/^\((\d+)\)/, '$1-')
    .replace(/\((\d+)\)/, '-$1-');
  const digits = plain.replaceAll('-', '');
  const whole = /^0\d{9,10}$/.test(digits) && /^(0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10})$/.test(plain);
  return whole ? plain : undefined;
}
