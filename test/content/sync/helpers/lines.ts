/** What tests of lines share: which paths are meant, and a server that answers those in its own way. */
import { blobPath } from '../../../../content/pack/library.ts';
import type { Twist } from './server.ts';
import { BIG } from './stage.ts';
import { sha256 } from './world.ts';

/** The large picture that release 2 adds. */
export const BLOB = blobPath(sha256(BIG));
export const isBlob = (path: string): boolean => path === BLOB;
export const isPack = (path: string): boolean => path.startsWith('targets/');
export const isTimestamp = (path: string): boolean => path.endsWith('timestamp.json');

/** Takes over the answers for some paths. */
export const on =
  (which: (path: string) => boolean, act: (...args: Parameters<Twist>) => void): Twist =>
  (path, request, response) => {
    if (!which(path)) return false;
    act(path, request, response);
    return true;
  };
