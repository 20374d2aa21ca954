/** Where a verb gets content from: an address or a folder. */
import { resolve } from 'node:path';
import { fromFolder } from '../sync/from-folder.ts';
import { fromHttp } from '../sync/from-http.ts';
import { LIMITS, type Source } from '../sync/source.ts';

/** @param from `http(s)://…`, or a path (stick, share, folder) */
export function sourceOf(from: string): Source {
  return /^https?:\/\//i.test(from) ? fromHttp(from, LIMITS) : fromFolder(resolve(from));
}
