/** A plain file server in a process of its own: `server <folder> <log>`. Prints its address. */
import { appendFileSync, createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

const WHOLE_BYTES = 4_000_000;

const [folder = '', log = ''] = process.argv.slice(2);
const server = createServer((request, response) => {
  const path = join(folder, normalize(decodeURIComponent(request.url ?? '/')));
  appendFileSync(log, `${request.url}\n`);
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  if (size === undefined) {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
  // At once: what a server takes for streams is not what is measured.
  if (size <= WHOLE_BYTES) response.end(readFileSync(path));
  else createReadStream(path, { highWaterMark: 1 << 20 }).pipe(response);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}/\n`);
});
