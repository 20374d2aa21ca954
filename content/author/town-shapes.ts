/**
 * The shapes of what towns and wards hand in. Each is a list in a file of the base pack's folder; a file
 * that is not there is an empty list. Japanese is required, other languages are asked for by `check`.
 */
import { z } from 'zod';
import {
  CASE_ACTORS,
  CONTACT_SUBJECTS,
  FACILITY_KINDS,
  LIVING_KINDS,
  OFFER_SIDES,
  PURPOSES,
  SPECIALITY_KINDS,
  TAGS,
} from '../pack/types.ts';
import { date, day, id, partners, picture, reference, url, wards, words } from './shapes.ts';

/** Offices only: 0 or +81 and hyphens; an extension belongs in the note. */
export const phone = z
  .string()
  .regex(/^(0\d{1,4}-\d{1,4}-\d{3,4}|0\d{9,10})$/, '電話番号は 0154-31-0000 の形で書いてください');
export const email = z
  .string()
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@.]+$/, 'メールアドレスは name@example.lg.jp の形で書いてください');
export const kana = z.string().regex(/^[ぁ-ゖー・ 　]+$/, 'よみは ひらがなで書いてください');
const months = z.array(z.int().min(1).max(12)).default([]);

const desk = { office: words.optional(), phone: phone.optional(), url: url.optional() };

/** A file of nothing but comments is an empty list. */
function listOf<T extends z.ZodType>(row: T) {
  return z
    .array(row)
    .nullable()
    .transform((rows) => rows ?? []);
}

export const contactsFile = listOf(
  z
    .strictObject({
      id,
      town: reference,
      subject: z.enum(CONTACT_SUBJECTS),
      office: words,
      note: words.optional(),
      phone: phone.optional(),
      email: email.optional(),
      url: url.optional(),
      asOf: day,
    })
    .refine((row) => row.phone !== undefined || row.email !== undefined || row.url !== undefined, {
      error: '電話、メール、URLのどれか一つは書いてください',
    }),
);

export const specialitiesFile = listOf(
  z.strictObject({
    id,
    town: reference,
    kind: z.enum(SPECIALITY_KINDS),
    name: words,
    kana: kana.optional(),
    summary: words,
    place: words.optional(),
    months,
    url: url.optional(),
    picture: picture.optional(),
    asOf: day,
  }),
);

export const festivalsFile = listOf(
  z.strictObject({
    id,
    town: reference,
    name: words,
    kana: kana.optional(),
    summary: words,
    /** In words: 8月第1土曜日. */
    period: words,
    months,
    /** The next time, where the days are known. */
    start: day.optional(),
    end: day.optional(),
    place: words.optional(),
    url: url.optional(),
    picture: picture.optional(),
    asOf: day,
  }),
);

export const livingFile = listOf(
  z.strictObject({
    id,
    town: reference,
    kind: z.enum(LIVING_KINDS),
    title: words,
    summary: words,
    deadline: day.optional(),
    ...desk,
    picture: picture.optional(),
    asOf: day,
  }),
);

export const casesFile = listOf(
  z.strictObject({
    id,
    title: words,
    summary: words,
    /** What went well, and what others may learn from it. */
    worked: words.optional(),
    start: date,
    end: date.optional(),
    wards,
    partners,
    fields: z.array(id).default([]),
    purposes: z.array(z.enum(PURPOSES)).default([]),
    who: z.array(z.enum(CASE_ACTORS)).default([]),
    tags: z.array(z.enum(TAGS)).default([]),
    online: z.boolean().default(false),
    ...desk,
    picture: picture.optional(),
    asOf: day,
  }),
);

export const facilitiesFile = listOf(
  z.strictObject({
    id,
    ward: reference,
    kind: z.enum(FACILITY_KINDS),
    name: words,
    summary: words,
    place: words.optional(),
    capacity: z.int().positive().optional(),
    areaM2: z.int().positive().optional(),
    rule: words.optional(),
    fee: words.optional(),
    ...desk,
    picture: picture.optional(),
    asOf: day,
  }),
);

export const offersFile = listOf(
  z.strictObject({
    id,
    town: reference,
    side: z.enum(OFFER_SIDES),
    title: words,
    summary: words,
    tags: z.array(z.enum(TAGS)).min(1),
    deadline: day.optional(),
    ...desk,
    asOf: day,
  }),
);
