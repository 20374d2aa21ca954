/** A real npm registry on 127.0.0.1 with one package: enough for the real `npm pack`. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { create } from 'tar';
import type { PinnedRuntime } from '../../../../build/electron/registry.ts';
import { makeZip } from './make-zip.ts';

/** Where @electron/fuses finds the switches inside a binary: this text, version 1, eight switches. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('10100011'),
]);
/** Answers like an Electron that runs as plain Node. */
export const FAKE_BINARY = Buffer.concat([Buffer.from('#!/bin/sh\necho 33.2.1\nexit 0\n'), FUSES]);

export type FakeRegistry = {
  readonly pinned: PinnedRuntime;
  /** Environment that points npm to it. */
  readonly env: NodeJS.ProcessEnv;
  /** Paths asked for so far. */
  readonly asked: string[];
  readonly close: () => Promise<void>;
};

/** @param folder an empty folder for its files */
export async function startRegistry(folder: string, binary = FAKE_BINARY): Promise<FakeRegistry> {
  const tarball = await makePackage(folder, binary);
  const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    asked.push(path);
    if (path === '/@test/runtime') {
      const dist = { tarball: `${origin}/runtime.tgz`, integrity };
      const version = { name: '@test/runtime', version: '1.0.0', dist };
      const about = {
        name: '@test/runtime',
        'dist-tags': { latest: '1.0.0' },
        versions: { '1.0.0': version },
      };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(about));
    } else if (path === '/runtime.tgz') response.end(tarball);
    else response.writeHead(404).end('{}');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    pinned: {
      packageName: '@test/runtime',
      packageVersion: '1.0.0',
      integrity,
      platform: 'linux-x64',
      electron: '33.2.1',
      archive: 'Product.zip',
      folder: 'Product',
    },
    env: {
      ...process.env,
      npm_config_registry: origin,
      npm_config_cache: join(folder, 'npm-cache'),
      npm_config_userconfig: join(folder, 'none'),
    },
    asked,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function makePackage(folder: string, binary: Buffer): Promise<Buffer> {
  const zip = makeZip([
    { name: 'Product/', bytes: Buffer.alloc(0), mode: 0o40755, stored: true },
    { name: 'Product/Product', bytes: binary, mode: 0o100755 },
    { name: 'Product/browser_v8_context_snapshot.bin', bytes: Buffer.from('snapshot') },
    { name: 'Product/resources/app/index.js', bytes: Buffer.from('the other product') },
    { name: 'Product/resources/app-update.yml', bytes: Buffer.from('owner: other') },
    { name: 'Product/locales/ja.pak', bytes: Buffer.from('ja'), mode: 0o100600 },
  ]);
  const content = join(folder, 'package');
  mkdirSync(content);
  writeFileSync(join(content, 'package.json'), JSON.stringify({ name: '@test/runtime', version: '1.0.0' }));
  writeFileSync(join(content, 'Product.zip'), zip);
  const file = join(folder, 'runtime.tgz');
  await create({ file, cwd: folder, gzip: true }, ['package']);
  return readFileSync(file);
}
