/**
 * The shape of every source file, as zod schemas. `files.ts` applies them and turns each complaint
 * into file and line; `content/source/README.md` explains them to people.
 */
import { z } from 'zod';
import { LANGS } from '../pack/lang.ts';
import {
  ARTICLE_KINDS,
  EVENT_KINDS,
  EVENT_STATUSES,
  isDay,
  isPartialDate,
  LINK_TYPES,
  PACK_KINDS,
  PURPOSES,
  parsePackId,
  REGION_IDS,
  THEMES,
  TIMELINE_KINDS,
} from '../pack/types.ts';

export const line = z.string().trim().min(1, '空です').max(4000, '長すぎます（4000字まで）');

/** A text in its languages; ja and en are required. */
export const texts = z.strictObject(
  {
    ja: line,
    'ja-easy': line.optional(),
    en: line,
    'zh-Hans': line.optional(),
    ko: line.optional(),
  },
  {
    error: ({ code }) =>
      code === 'unrecognized_keys' ? `知らない言語です（使えるのは ${LANGS.join('、')}）` : undefined,
  },
);

/** What a municipality hands in: Japanese is enough, the other languages are asked for. */
export const words = texts.extend({ en: line.optional() });

/** Any text in its languages. */
export type Texts = z.infer<typeof words>;

/** The same list of short texts in each language. */
const textLists = z.strictObject({
  ja: z.array(line).min(1),
  'ja-easy': z.array(line).optional(),
  en: z.array(line).min(1),
  'zh-Hans': z.array(line).optional(),
  ko: z.array(line).optional(),
});
export type TextLists = z.infer<typeof textLists>;

export const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'idは小文字の英数字とハイフンで書いてください');
export const day = z.string().refine(isDay, '日付は 2020-11-13 の形で書いてください');
/** YAML takes a bare `2020` for a number; staff mean the year. */
export const date = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z.string().refine(isPartialDate, '日付は 2020、2020-11、2020-11-13 のどれかの形で書いてください'),
);
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '時刻は 14:00 の形で書いてください');
export const url = z.string().regex(/^https?:\/\/[^\s]+$/, 'URLは http:// か https:// で始めてください');
export const reference = z.string().min(4, '「012068 釧路市」の形で書いてください');
export const wards = z
  .union([z.literal('all'), z.array(reference)], 'all か、「131016 千代田区」の形のリストで書いてください')
  .default([]);
export const partners = z.array(reference).default([]);
const theme = z.enum(THEMES);
/** A file of the pack's `pictures` folder; `tsurui.jpg` alone stands for `pictures/tsurui.jpg`. */
export const pictureFile = z.preprocess(
  (value) => (typeof value === 'string' && !value.includes('/') ? `pictures/${value}` : value),
  z
    .string()
    .regex(
      /^pictures\/[^\\/:*?"<>|]+$/,
      '写真は pictures フォルダに入れ、「名前.jpg」か「pictures/名前.jpg」の形で書いてください',
    ),
);

/** A file of the pack's `films` folder; its captions lie beside it. */
export const filmFile = z.preprocess(
  (value) => (typeof value === 'string' && !value.includes('/') ? `films/${value}` : value),
  z
    .string()
    .regex(
      /^films\/[^\\/:*?"<>|]+$/,
      '動画は films フォルダに入れ、「名前.mp4」か「films/名前.mp4」の形で書いてください',
    ),
);

/**
 * What is said of a picture. Alternative text, credit and licence may be missing while somebody still asks
 * for them; `check` does not let such a picture into a pack.
 */
export const pictureParts = {
  file: pictureFile,
  alt: words.optional(),
  credit: z.union([line, words], '「写真: 鶴居村」のように書いてください').optional(),
  licence: line.optional(),
};

/** A picture where it is shown: its name alone, described in `pictures.yaml`, or described on the spot. */
export const picture = z.preprocess(
  (value) => (typeof value === 'string' ? { file: value } : value),
  z.strictObject(pictureParts),
);
export type Picture = z.infer<typeof picture>;

export const packFile = z.strictObject({
  id: z
    .string()
    .refine((value) => parsePackId(value) !== undefined, 'packのidは小文字の英字で始めてください'),
  kind: z.enum(PACK_KINDS),
  version: z.int().min(1),
  date: day,
  title: texts,
  summary: texts,
});
export type PackFile = z.infer<typeof packFile>;

export const regionsFile = z.array(z.strictObject({ id: z.enum(REGION_IDS), name: texts })).length(8);

export const townsFile = z.array(
  z.strictObject({
    town: reference,
    theme: theme.optional(),
    headline: words.optional(),
    notes: z.array(words).default([]),
    picture: picture.optional(),
  }),
);

export const wardsFile = z
  .array(z.strictObject({ ward: reference, headline: texts, picture: picture.optional() }))
  .length(23);

export const areasFile = z.array(
  z.strictObject({
    id,
    name: texts,
    kana: line,
    prefecture: reference.optional(),
    municipalities: z.int().positive().optional(),
    note: texts.optional(),
    members: z.array(reference).default([]),
  }),
);

export const associationsFile = z.array(
  z
    .strictObject({
      id,
      name: texts,
      kind: z.enum(['mayors', 'towns-villages']),
      prefecture: reference,
      agreement: day.optional(),
      knownBy: day.optional(),
    })
    .refine((row) => (row.agreement === undefined) !== (row.knownBy === undefined), {
      error:
        'agreement（協定の日）か knownBy（遅くともこの日には協定があった日）のどちらか一つを書いてください',
    }),
);

export const organisationsFile = z.array(
  z.strictObject({ id, name: texts, role: texts.optional(), founded: date.optional() }),
);

export const venuesFile = z.array(
  z.strictObject({
    id,
    name: texts,
    place: texts.optional(),
    ward: reference.optional(),
    hall: z.boolean().default(false),
  }),
);

export const linksFile = z.array(
  z.strictObject({
    id,
    type: z.enum(LINK_TYPES),
    title: texts,
    note: texts.optional(),
    wards,
    partners,
    start: date.optional(),
    end: date.optional(),
    knownBy: day.optional(),
    online: z.boolean().default(false),
    purposes: z.array(z.enum(PURPOSES)).default([]),
  }),
);

export const eventsFile = z.array(
  z.strictObject({
    id,
    kind: z.enum(EVENT_KINDS),
    status: z.enum(EVENT_STATUSES),
    title: words,
    /** One or two sentences made of known facts only. */
    summary: words,
    place: words.optional(),
    venue: id.optional(),
    start: date.optional(),
    end: date.optional(),
    fiscalYear: z.int().min(1900).max(2200).optional(),
    startTime: time.optional(),
    endTime: time.optional(),
    deadline: day.optional(),
    wards,
    partners,
    online: z.boolean().default(false),
    attendance: z.int().positive().optional(),
    url: url.optional(),
    picture: picture.optional(),
  }),
);

export const projectFile = z.strictObject({
  fields: z.array(z.strictObject({ id, name: texts, summary: texts })).length(6),
  topics: z.array(z.strictObject({ id, group: id, title: texts, body: texts })),
  contacts: z.array(
    z.strictObject({
      id,
      name: texts,
      office: texts.optional(),
      phone: z
        .string()
        .regex(/^0[\d-]{9,13}$/, '電話番号は 03-1234-5678 の形で書いてください')
        .optional(),
      url: url.optional(),
      asOf: day,
    }),
  ),
});

export const numbersFile = z.array(
  z.strictObject({
    id,
    name: texts,
    unit: texts,
    note: texts.optional(),
    points: z
      .array(
        z.strictObject({
          asOf: date,
          value: z.int().min(0),
          qualifier: z.enum(['over', 'about']).optional(),
        }),
      )
      .min(1),
  }),
);

export const timelineFile = z.array(
  z.strictObject({
    start: date,
    end: date.optional(),
    kind: z.enum(TIMELINE_KINDS),
    title: texts,
    place: texts.optional(),
    links: z.array(id).default([]),
  }),
);

export const disastersFile = z.array(
  z.strictObject({
    id,
    name: texts,
    support: texts.optional(),
    start: date,
    end: date.optional(),
    partners,
  }),
);

export const surveyFile = z.array(
  z.strictObject({
    id,
    part: z.enum(['projects', 'website', 'opinions']),
    side: z.enum(['residents', 'municipalities', 'all']),
    title: texts,
    answers: z.int().positive().optional(),
    points: textLists,
  }),
);

export const issueFile = z.strictObject({
  id,
  number: z.int().positive(),
  date: day,
  title: texts,
  theme: texts,
  /** The printed issue, a file of the pack's folder: its pages are shown as pictures. */
  pdf: z
    .string()
    .regex(
      /^[^\\/:*?"<>|]+\.pdf$/i,
      'PDFは issue.yaml と同じフォルダに入れ、「名前.pdf」の形で書いてください',
    )
    .optional(),
});

/** Front matter of `articles/<slug>.ja.md`. */
export const articleFacts = z.strictObject({
  kind: z.enum(ARTICLE_KINDS),
  position: z.int().positive(),
  theme,
  wards,
  partners,
  fields: z.array(id).default([]),
  purposes: z.array(z.enum(PURPOSES)).default([]),
  start: date.optional(),
  end: date.optional(),
  deadline: day.optional(),
  online: z.boolean().default(false),
  url: url.optional(),
  picture: picture.optional(),
});

const caption = { title: texts.optional(), body: texts.optional() };

const block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), title: texts.optional(), body: texts }),
  z.strictObject({ kind: z.literal('quote'), body: texts, who: texts }),
  z.strictObject({
    kind: z.literal('number'),
    title: texts,
    body: texts,
    value: z.int().min(0),
    unit: texts,
    asOf: date,
  }),
  z.strictObject({ kind: z.literal('map'), title: texts, body: texts, towns: z.array(reference).min(1) }),
  z.strictObject({
    kind: z.literal('quiz'),
    title: texts,
    body: texts,
    choices: z.array(texts).min(2).max(4),
    answer: z.int().min(1),
    explanation: texts,
  }),
  z.strictObject({ kind: z.literal('picture'), picture, ...caption }),
  z.strictObject({ kind: z.literal('gallery'), pictures: z.array(picture).min(2).max(24), ...caption }),
  z.strictObject({ kind: z.literal('before-after'), before: picture, after: picture, ...caption }),
  z.strictObject({ kind: z.literal('film'), film: filmFile, ...caption }),
]);
export type SourceBlock = z.infer<typeof block>;

export const exhibitionFile = z.strictObject({
  id,
  title: texts,
  subtitle: texts,
  summary: texts,
  theme,
  region: z.enum(REGION_IDS).optional(),
  picture: picture.optional(),
  partners,
  showings: z
    .array(
      z.strictObject({ venue: id, first: day, last: day }).refine((row) => row.first <= row.last, {
        error: 'first（初日）が last（最終日）より後です',
      }),
    )
    .default([]),
  chapters: z
    .array(
      z.strictObject({ id, title: texts, theme, picture: picture.optional(), blocks: z.array(block).min(1) }),
    )
    .min(1),
});
export type ExhibitionFile = z.infer<typeof exhibitionFile>;
