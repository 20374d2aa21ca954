/** The shape of `notice.yaml`; `content/source/README.md` explains it to people. */
import { z } from 'zod';
import { isMinute, NOTICE_LEVELS } from '../pack/notice.ts';
import { id, picture, url, words } from './shapes.ts';
import { phone } from './town-shapes.ts';

/** Staff may write what the screen says. */
const LEVEL_WORDS: Readonly<Record<string, string>> = { 災害: 'disaster', お知らせ: 'info' };

const level = z.preprocess(
  (value) => (typeof value === 'string' ? (LEVEL_WORDS[value] ?? value) : value),
  z.enum(NOTICE_LEVELS, '災害（disaster）か、お知らせ（info）と書いてください'),
);

/** `2026-11-22 09:00`; a T between day and time is as good. */
const minute = z.preprocess(
  (value) => (typeof value === 'string' ? value.replace(/^(.{10})T/, '$1 ') : value),
  z.string().refine(isMinute, '日時は「2026-11-22 09:00」の形で、東京の時刻で書いてください'),
);

export const noticeFile = z.strictObject({
  level,
  from: minute.optional(),
  until: minute,
  venues: z.array(id).default([]),
  headline: words,
  body: words,
  contact: words.optional(),
  phone: phone.optional(),
  url: url.optional(),
  picture: picture.optional(),
});
export type NoticeFile = z.infer<typeof noticeFile>;
