/** A real nginx in front of a folder, with its access log. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A request as nginx logged it. */
export type Request = {
  readonly path: string;
  readonly status: number;
  /** Bytes of the body. */
  readonly bytes: number;
  readonly encoding: string;
};

export type Nginx = {
  readonly url: string;
  /** Requests since the last call, once nginx has written them down. */
  readonly requests: () => Promise<readonly Request[]>;
  readonly stop: () => Promise<void>;
};

/** @returns why there is none here; undefined when there is */
export function whyNoNginx(): string | undefined {
  const found = spawnSync('nginx', ['-v'], { encoding: 'utf8' });
  return found.error === undefined ? undefined : 'nginx is not installed (Debian: nginx-light)';
}

/** Debian's defaults, compression on for everything, one folder. */
export async function startNginx(folder: string): Promise<Nginx> {
  const home = mkdtempSync(join(tmpdir(), 'renkei-nginx-'));
  const port = await freePort();
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(home, name));
  const log = join(home, 'access.log');
  const config = `
    ${process.getuid?.() === 0 ? 'user root;' : ''}
    daemon off; worker_processes 1; pid ${home}/pid; error_log ${home}/error.log;
    events {}
    http {
      log_format facts '$uri $status $body_bytes_sent "$sent_http_content_encoding"';
      access_log ${log} facts;
      client_body_temp_path ${home}/body; proxy_temp_path ${home}/proxy; fastcgi_temp_path ${home}/fastcgi;
      uwsgi_temp_path ${home}/uwsgi; scgi_temp_path ${home}/scgi;
      include /etc/nginx/mime.types; default_type application/octet-stream;
      sendfile on; gzip on; gzip_types *; gzip_min_length 1;
      server { listen 127.0.0.1:${port}; root ${folder}; }
    }`;
  writeFileSync(join(home, 'nginx.conf'), config);
  const child = spawn('nginx', ['-p', home, '-c', join(home, 'nginx.conf')], { stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}/`;
  await answers(child, url);
  let read = 0;
  let marks = 0;
  const requests = async (): Promise<readonly Request[]> => {
    // nginx writes a line when the answer is out, one after the other: behind this one nothing is missing.
    marks += 1;
    const mark = `/renkei-mark-${marks}`;
    await fetch(new URL(mark, url));
    for (;;) {
      const lines = readFileSync(log, 'utf8').trimEnd().split('\n').map(parse);
      const end = lines.findIndex(({ path }) => path === mark);
      if (end < 0) {
        await wait(5);
        continue;
      }
      const fresh = lines.slice(read, end);
      read = end + 1;
      return fresh;
    }
  };
  await requests();
  return {
    url,
    requests,
    stop: async () => {
      child.kill('SIGQUIT');
      await once(child, 'exit');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

function parse(line: string): Request {
  const [path = '', status, bytes, encoding = ''] = line.split(' ');
  return { path, status: Number(status), bytes: Number(bytes), encoding: encoding.replaceAll(/["-]/g, '') };
}

async function answers(child: ChildProcess, url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    try {
      await fetch(url);
      return;
    } catch {
      await wait(50);
    }
  }
  throw new Error('nginx does not answer');
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
