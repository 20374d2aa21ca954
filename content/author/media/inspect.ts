/** Hash and header of a media file, read once per content: an unchanged file is known by its size and time. */
import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { type Cache, sha256Of } from '../cache.ts';
import { filmHeader, readFilmHeader } from './film-header.ts';
import { sniffed, sniffPicture } from './header.ts';
import { pdfEnds, readPdfEnds } from './pdf-ends.ts';

/** Raised whenever a reader of headers says something else than before. */
const READERS_VERSION = 1;

/** A file changed so short a time before it was read may change again without its time changing. */
const SETTLED_MS = 2000;

/** How a kind of file is read. */
const READERS = {
  picture: { shape: sniffed, read: sniffPicture },
  film: { shape: filmHeader, read: readFilmHeader },
  pdf: { shape: pdfEnds, read: readPdfEnds },
} as const;

type Kind = keyof typeof READERS;

export type Inspected<K extends Kind> = {
  /** Lower-case hex. */
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly facts: ReturnType<(typeof READERS)[K]['read']>;
};

/**
 * @param path absolute path of a file that is there
 * @throws the file system's error when it cannot be read
 */
export function inspect<K extends Kind>(path: string, kind: K, cache: Cache): Inspected<K> {
  const { size, mtimeMs } = statSync(path);
  const key = `${READERS_VERSION} ${kind} ${path} ${size} ${mtimeMs}`;
  const shape = z.object({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    sizeBytes: z.int().positive(),
    facts: READERS[kind].shape,
  });
  const known = shape.safeParse(cache.recall('files', key));
  if (known.success) return known.data as Inspected<K>;
  const readAtMs = cache.nowMs();
  const bytes = readFileSync(path);
  const facts = READERS[kind].read(bytes) as Inspected<K>['facts'];
  const inspected = { sha256: sha256Of(bytes), sizeBytes: bytes.length, facts };
  if (readAtMs - mtimeMs > SETTLED_MS) cache.keep('files', key, inspected);
  return inspected;
}
