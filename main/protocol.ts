/**
 * How the screen gets its files: `app://kiosk/…` is our own page, `media://blob/<sha256>` a picture or
 * film of the packs. Nothing else exists for it: no file:, no http:.
 */
import { readFile } from 'node:fs/promises';
import { extname, isAbsolute, join, relative } from 'node:path';
import { type Protocol, protocol } from 'electron';
import { blobPath } from '../content/pack/library.ts';
import { type BlobProof, makeBlobProof } from '../content/store/blob-proof.ts';
import { type OpenFile, openFile } from './file-part.ts';
import { type ByteRange, parseRange } from './range.ts';
import { REST_PAGE, REST_PATH, REST_POLICY } from './recovery/rest-page.ts';

/** What `event.senderFrame.origin` says of our page. */
export const ORIGIN = 'app://kiosk';
export const START_PAGE = `${ORIGIN}/index.html`;
export const REST_PAGE_URL = `${ORIGIN}${REST_PATH}`;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  'script-src app:',
  'style-src app:',
  'img-src app: media: data:',
  'font-src app:',
  'connect-src app:',
  'media-src media:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.topojson': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/**
 * No opener policy: nothing here can open a window or be opened by one, and with such a policy Chromium throws
 * the first page's process away and begins another, a third of a cold start.
 */
const COMMON_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
};

/** Finds a picture or film by its hash. */
export type MediumOf = (sha256: string) => { readonly mime: string; readonly dataDir: string } | null;

/** Must run before the app is ready. */
export function declareSchemes(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
    { scheme: 'media', privileges: { standard: true, secure: true, stream: true } },
  ]);
}

/**
 * @param pageFolder folder of the built page
 * @param mediumOf   type of a blob as its pack says and the data folder it lies in; null when no pack names it
 */
export function serveSchemes(port: Protocol, pageFolder: string, mediumOf: MediumOf): void {
  port.handle('app', (request) => servePage(pageFolder, new URL(request.url)));
  const isProven = makeBlobProof();
  port.handle('media', (request) =>
    serveBlob(new URL(request.url), request.headers.get('range'), mediumOf, isProven),
  );
}

const notFound = (): Response => new Response('not found', { status: 404, headers: COMMON_HEADERS });

async function servePage(folder: string, url: URL): Promise<Response> {
  const path = decode(url.pathname);
  if (url.host !== 'kiosk' || path === null) return notFound();
  if (path === REST_PATH) {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': REST_POLICY };
    return new Response(REST_PAGE, { headers: { ...COMMON_HEADERS, ...headers } });
  }
  const file = join(folder, path === '/' ? 'index.html' : path);
  // path.relative and not startsWith: `/out/renderer-old` starts with `/out/renderer`, too.
  const inside = relative(folder, file);
  if (inside.startsWith('..') || isAbsolute(inside)) return notFound();
  const type = TYPES[extname(file)];
  if (type === undefined) return notFound();
  try {
    const body = new Uint8Array(await readFile(file));
    return new Response(body, { headers: { ...COMMON_HEADERS, 'content-type': type } });
  } catch {
    return notFound();
  }
}

function decode(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path);
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded;
  } catch {
    return null;
  }
}

async function serveBlob(
  url: URL,
  rangeHeader: string | null,
  mediumOf: MediumOf,
  isProven: BlobProof,
): Promise<Response> {
  const sha256 = url.pathname.slice(1);
  const medium = url.host === 'blob' && /^[0-9a-f]{64}$/.test(sha256) ? mediumOf(sha256) : null;
  // Nothing is shown that is not what the project signed, not even one rotten bit of it.
  if (medium === null || !(await isProven(medium.dataDir, sha256, medium.mime))) return notFound();
  try {
    const file = await openFile(join(medium.dataDir, blobPath(sha256)));
    return await answerRange(file, parseRange(rangeHeader, file.sizeBytes), medium.mime);
  } catch {
    return notFound();
  }
}

async function answerRange(
  file: OpenFile,
  range: ByteRange | 'whole' | 'unsatisfiable',
  type: string,
): Promise<Response> {
  const { sizeBytes } = file;
  const headers = { ...COMMON_HEADERS, 'content-type': type, 'accept-ranges': 'bytes' };
  if (range === 'unsatisfiable') {
    await file.close();
    return new Response(null, {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${sizeBytes}` },
    });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: sizeBytes } : range;
  const body = await file.read({ start, end });
  const sized = { ...headers, 'content-length': String(end - start) };
  if (range === 'whole') return new Response(body, { headers: sized });
  return new Response(body, {
    status: 206,
    headers: { ...sized, 'content-range': `bytes ${start}-${end - 1}/${sizeBytes}` },
  });
}
