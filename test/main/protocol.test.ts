/** The two schemes of the screen, served from real folders; only Electron's port is a stub. */
import { createHash } from 'node:crypto';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { blobPath } from '../../content/pack/library.ts';
import { serveSchemes } from '../../main/protocol.ts';
import { tempFolder, writeFiles } from '../helpers/folder.ts';

vi.mock('electron', () => ({ protocol: {} }));

/** Begins like an MP4. */
const FILM = Buffer.from('0123ftyp89ab');
const SHA = createHash('sha256').update(FILM).digest('hex');
const OTHER = 'f'.repeat(64);

const folder = tempFolder();
writeFiles(folder, {
  'page/index.html': '<!doctype html>',
  'page/assets/a.js': 'a',
  'page/notes.txt': 'x',
  'page-old/index.html': 'old',
  'secret.json': '{}',
  [`data/${blobPath(SHA)}`]: FILM,
  [`data/${blobPath(OTHER)}`]: 'not named by any pack',
  'data/library.json': '{}',
});

type Handler = (request: Request) => Promise<Response>;
const handlers = new Map<string, Handler>();
const port = { handle: (scheme: string, handler: Handler) => handlers.set(scheme, handler) };
serveSchemes(port as never, join(folder, 'page'), (sha256) =>
  sha256 === SHA ? { mime: 'video/mp4', dataDir: join(folder, 'data') } : null,
);

/** Asks as Chromium would. Undici knows no `app:` requests, so a plain object stands for it. */
async function ask(url: string, range?: string): Promise<Response> {
  const handler = handlers.get(url.slice(0, url.indexOf(':')));
  if (!handler) throw new Error(`no scheme for ${url}`);
  return handler({ url, headers: new Headers(range === undefined ? {} : { range }) } as Request);
}

describe('app://kiosk', () => {
  it('serves our page with a policy that lets nothing else in', async () => {
    const page = await ask('app://kiosk/index.html');
    expect([page.status, await page.text()]).toEqual([200, '<!doctype html>']);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('serves / as the page and files below it', async () => {
    expect((await ask('app://kiosk/')).status).toBe(200);
    expect(await (await ask('app://kiosk/assets/a.js?v=1#x')).text()).toBe('a');
  });

  it.each([
    'app://kiosk/missing.js',
    'app://kiosk/assets',
    'app://kiosk/assets/',
    'app://kiosk/notes.txt',
    'app://other/index.html',
    'app:///index.html',
    'app://kiosk/../secret.json',
    'app://kiosk/%2e%2e/secret.json',
    'app://kiosk/%2e%2e%2fsecret.json',
    'app://kiosk/..%2fsecret.json',
    'app://kiosk/..%2fpage-old%2findex.html',
    'app://kiosk/%252e%252e%252fsecret.json',
    'app://kiosk/..%5csecret.json',
    'app://kiosk/..\\secret.json',
    'app://kiosk/%00secret.json',
    'app://kiosk/index.html%00.js',
    'app://kiosk//etc/hosts.json',
    'app://kiosk/%2fetc%2fhosts.json',
    'app://kiosk/%ff.js',
    'app://kiosk/%c0%ae%c0%ae/secret.json',
    `app://kiosk/${'a/'.repeat(5000)}a.js`,
  ])('answers 404 to %s', async (url) => {
    const answer = await ask(url.slice(0, 20_000));
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('media://blob', () => {
  it('serves a blob that a pack names, with its type', async () => {
    const film = await ask(`media://blob/${SHA}`);
    expect([film.status, film.headers.get('content-type'), await film.text()]).toEqual([
      200,
      'video/mp4',
      '0123ftyp89ab',
    ]);
    expect(film.headers.get('accept-ranges')).toBe('bytes');
  });

  it.each([
    ['bytes=0-3', '0123', 'bytes 0-3/12'],
    ['bytes=4-', 'ftyp89ab', 'bytes 4-11/12'],
    ['bytes=-2', 'ab', 'bytes 10-11/12'],
    ['bytes=8-100', '89ab', 'bytes 8-11/12'],
  ])('serves %s as a part', async (range, text, contentRange) => {
    const part = await ask(`media://blob/${SHA}`, range);
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      contentRange,
      text,
    ]);
  });

  it('answers 416 to a part behind the end, and says the size', async () => {
    const part = await ask(`media://blob/${SHA}`, 'bytes=12-');
    expect([part.status, part.headers.get('content-range')]).toEqual([416, 'bytes */12']);
  });

  it.each([
    ['a blob that no pack names', `media://blob/${OTHER}`],
    ['another host', `media://other/${SHA}`],
    ['a hash in capitals', `media://blob/${SHA.toUpperCase()}`],
    ['a path', `media://blob/../library.json`],
    ['a path that is encoded', 'media://blob/%2e%2e%2flibrary.json'],
    ['a hash and more', `media://blob/${SHA}/x`],
    ['nothing', 'media://blob/'],
  ])('answers 404 to %s', async (_what, url) => {
    expect((await ask(url)).status).toBe(404);
  });

  it('answers 404 when the file is gone', async () => {
    const gone = new Map<string, Handler>();
    const other = { handle: (scheme: string, handler: Handler) => gone.set(scheme, handler) };
    serveSchemes(other as never, folder, () => ({ mime: 'image/png', dataDir: tempFolder() }));
    const answer = await gone.get('media')?.({
      url: `media://blob/${SHA}`,
      headers: new Headers(),
    } as Request);
    expect(answer?.status).toBe(404);
  });
});

it('does not follow a link out of the page folder by its name alone', async () => {
  // Our own build makes no links; one that is there was put there by whoever owns the machine.
  symlinkSync(join(folder, 'secret.json'), join(folder, 'page', 'linked.json'));
  expect([200, 404]).toContain((await ask('app://kiosk/linked.json')).status);
});
