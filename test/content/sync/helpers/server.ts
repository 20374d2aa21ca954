/** A real HTTP server for a repository folder, and the ways in which it can lie. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** Answers a request in its own way; `false` leaves it to the honest server. */
export type Twist = (path: string, request: IncomingMessage, response: ServerResponse) => boolean | undefined;

export type Served = {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  /** Lies from now on; undefined for an honest server. */
  twist: Twist | undefined;
  readonly close: () => Promise<void>;
};

/** Serves a folder on a free port of this machine, with ranges, as nginx would. */
export async function serve(folder: string): Promise<Served> {
  const asked: string[] = [];
  const served: { twist: Twist | undefined } = { twist: undefined };
  const server = createServer((request, response) => {
    const path = decodeURIComponent((request.url ?? '/').slice(1));
    asked.push(path);
    if (served.twist?.(path, request, response) === true) return;
    honest(folder, path, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(served, {
    url: `http://127.0.0.1:${port}/`,
    asked,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

function honest(folder: string, path: string, request: IncomingMessage, response: ServerResponse): void {
  const file = join(folder, path);
  if (!existsSync(file) || !statSync(file).isFile()) {
    response.writeHead(404).end('not here');
    return;
  }
  const { size } = statSync(file);
  const start = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? '')?.[1] ?? 0);
  const headers = { 'content-type': 'application/octet-stream', 'content-length': size - start };
  if (start === 0) response.writeHead(200, headers);
  else response.writeHead(206, { ...headers, 'content-range': `bytes ${start}-${size - 1}/${size}` });
  createReadStream(file, { start }).pipe(response);
}
