/** What the header of a film says: container, codecs, size, length, and whether the end is there. */
import { z } from 'zod';
import { ascii } from './header.ts';
import { readMp4 } from './mp4.ts';
import { readWebm } from './webm.ts';

export const CONTAINERS = ['mp4', 'webm'] as const;
export type Container = (typeof CONTAINERS)[number];

export const filmFacts = z.object({
  /** Four letters of MP4 (`avc1`) or the codec id of WebM (`V_VP9`); null where there is no such track. */
  video: z.string().nullable(),
  audio: z.string().nullable(),
  /** Pixels. */
  width: z.int(),
  height: z.int(),
  /** 0 when the file does not say. */
  durationMs: z.int(),
  /** False when the file ends before the film does. */
  whole: z.boolean(),
});
export type FilmFacts = z.infer<typeof filmFacts>;

export const filmHeader = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('film'), container: z.enum(CONTAINERS), facts: filmFacts }),
  z.object({ kind: z.literal('broken'), container: z.enum(CONTAINERS) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type FilmHeader = z.infer<typeof filmHeader>;

const READERS = { mp4: readMp4, webm: readWebm } as const;

export function readFilmHeader(bytes: Buffer): FilmHeader {
  const container = containerOf(bytes);
  if (container === undefined) return { kind: 'unknown' };
  try {
    const facts = READERS[container](bytes);
    return facts ? { kind: 'film', container, facts } : { kind: 'broken', container };
  } catch (error) {
    // Reading past the end of a cut file.
    if (error instanceof RangeError) return { kind: 'broken', container };
    throw error;
  }
}

function containerOf(bytes: Buffer): Container | undefined {
  if (bytes.length > 12 && bytes.readUInt32BE(0) === 0x1a45dfa3) return 'webm';
  return ascii(bytes, 4, 8) === 'ftyp' ? 'mp4' : undefined;
}

/** What every Chromium plays, in software too. */
export const PLAYABLE: { readonly [C in Container]: { readonly video: RegExp; readonly audio: RegExp } } = {
  mp4: { video: /^(avc1|avc3|av01|vp09)$/, audio: /^(mp4a|Opus|fLaC)$/ },
  webm: { video: /^V_(VP8|VP9|AV1)$/, audio: /^A_(OPUS|VORBIS)$/ },
};
