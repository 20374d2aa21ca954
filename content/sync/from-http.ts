/**
 * A repository behind http or https: nginx, an object store, a CDN. Plain GET with ranges on immutable
 * names. Nothing is unpacked, no other host is followed to, certificates are always checked.
 */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { SyncRefused } from '../pack/sync-refusal.ts';
import { type Limits, type OpenedFile, type Source, SourceGone, SourceMissing } from './source.ts';

const MAX_REDIRECTS = 3;
const MISSING = [403, 404, 410];

/**
 * @param address http or https URL of the folder that holds `metadata/` and `targets/`
 * @throws {TypeError} not such a URL
 */
export function fromHttp(address: string, limits: Pick<Limits, 'answerMs' | 'parallel'>): Source {
  const base = new URL(address.endsWith('/') ? address : `${address}/`);
  if (base.protocol !== 'http:' && base.protocol !== 'https:') throw new TypeError(`not http(s): ${address}`);
  const options = { keepAlive: true, maxSockets: limits.parallel + 1 };
  const agent = base.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
  const ask: Ask = (url, offset, signal) => get(url, agent, offset, signal, limits.answerMs);
  return {
    name: base.href,
    open: async (path, offset, signal) => {
      return read(await follow(ask, new URL(`./${path}`, base), offset, signal), path, offset);
    },
    close: () => agent.destroy(),
  };
}

type Ask = (url: URL, offset: number, signal: AbortSignal) => Promise<IncomingMessage>;

function get(
  url: URL,
  agent: HttpAgent,
  offset: number,
  signal: AbortSignal,
  answerMs: number,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      agent,
      signal,
      headers: {
        'user-agent': 'renkei-kiosk',
        // Lengths and hashes are of the plain bytes; a packed body could be a bomb (clause 4.4).
        'accept-encoding': 'identity',
        ...(offset > 0 ? { range: `bytes=${offset}-` } : {}),
      },
    });
    // One deadline for connecting and for the whole head: a head that drips in does not extend it.
    const timer = setTimeout(
      () => request.destroy(new SourceGone(`no answer within ${answerMs} ms`)),
      answerMs,
    );
    request.on('response', (response) => {
      clearTimeout(timer);
      resolve(response);
    });
    request.on('error', (error) => {
      clearTimeout(timer);
      reject(signal.aborted || error instanceof SourceGone ? error : gone(error));
    });
    request.end();
  });
}

/** Follows redirects within the same host only (clause 4.5). */
async function follow(ask: Ask, start: URL, offset: number, signal: AbortSignal): Promise<IncomingMessage> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await ask(url, offset, signal);
    const { location } = response.headers;
    const { statusCode = 0 } = response;
    if (statusCode < 300 || statusCode > 399 || location === undefined) return response;
    response.destroy();
    const next = URL.canParse(location, url.href) ? new URL(location, url) : undefined;
    if (next?.origin !== start.origin) throw new SyncRefused('redirected', '', location.slice(0, 200));
    url = next;
  }
  throw new SyncRefused('redirected', '', `more than ${MAX_REDIRECTS} redirects`);
}

function read(response: IncomingMessage, path: string, wanted: number): OpenedFile {
  const { statusCode = 0, headers } = response;
  try {
    if (MISSING.includes(statusCode)) throw new SourceMissing(`${statusCode} ${path}`);
    // The file is shorter than the part we already have of it.
    if (statusCode === 416) throw new SyncRefused('wrong-length', path, headers['content-range'] ?? '416');
    if (statusCode !== 200 && statusCode !== 206) throw new SourceGone(`HTTP ${statusCode} ${path}`);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'identity') throw new SyncRefused('encoded', path, encoding);
    // Our files are JSON, SQLite, pictures and films: a page can only be a portal or an error page.
    if (/^text\/html\b/i.test(headers['content-type'] ?? '')) {
      throw new SyncRefused('captive-portal', path, 'text/html');
    }
    const place = statusCode === 206 ? placeOf(headers['content-range'], wanted, path) : wholeOf(headers);
    return { ...place, chunks: chunksOf(response, path), close: () => response.destroy() };
  } catch (error) {
    response.destroy();
    throw error;
  }
}

type Place = { readonly sizeBytes: number | null; readonly offset: number };

function wholeOf(headers: IncomingMessage['headers']): Place {
  const length = Number(headers['content-length'] ?? Number.NaN);
  return { sizeBytes: Number.isSafeInteger(length) && length >= 0 ? length : null, offset: 0 };
}

/** `Content-Range: bytes 100-199/200`. A server that sends another part than asked for is not used. */
function placeOf(range: string | undefined, wanted: number, path: string): Place {
  const found = /^bytes (\d{1,15})-(\d{1,15})\/(\d{1,15}|\*)$/.exec(range ?? '');
  if (found === null || Number(found[1]) !== wanted) {
    throw new SourceGone(`asked from byte ${wanted}, got ${range ?? 'no range'}: ${path}`);
  }
  return { sizeBytes: found[3] === '*' ? null : Number(found[3]), offset: wanted };
}

async function* chunksOf(response: IncomingMessage, path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response) yield chunk as Uint8Array;
  } catch (error) {
    throw gone(error, path);
  } finally {
    response.destroy();
  }
}

function gone(error: unknown, path = ''): SourceGone {
  return new SourceGone(`${error instanceof Error ? error.message : String(error)} ${path}`, {
    cause: error,
  });
}
