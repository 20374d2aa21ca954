/**
 * What is peculiar to the packaged program (`npm test -- packaged`): it obeys its own archive and nobody else.
 * A test package lets the tests in through a file beside its archive; without that file it is what a hall gets.
 */
import { chmodSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { type ExitResult, launchKiosk } from '../../build/electron/launch.ts';

const PROGRAM = process.env['RENKEI_PACKAGED'] ?? '';
test.skip(PROGRAM === '', 'npm test -- packaged');

/** How a fuse stands in the binary. */
const [DISABLE, ENABLE] = ['0'.charCodeAt(0), '1'.charCodeAt(0)];

/** A copy of the program without that file. */
let hall: string;
test.beforeAll(() => {
  hall = mkdtempSync(join(tmpdir(), 'renkei-packaged-'));
  chmodSync(hall, 0o755);
  cpSync(dirname(PROGRAM), hall, { recursive: true });
  rmSync(join(hall, 'resources', 'test-package'));
});
test.afterAll(() => {
  if (hall) rmSync(hall, { recursive: true, force: true });
});

type Ended = ExitResult & { readonly said: string };

/** Starts the program as a hall has it and waits until it ends, at most `limitMs`; then it is stopped. */
async function startInHall(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
  limitMs = 5_000,
): Promise<Ended & { readonly stayed: boolean }> {
  const kiosk = await launchKiosk({
    runtime: { path: join(hall, 'renkei-kiosk') },
    appDir: null,
    args: words,
    env,
    freshHome: true,
  });
  let stayed = false;
  const limit = setTimeout(() => {
    stayed = true;
    void kiosk.stop();
  }, limitMs);
  const result = await kiosk.ended;
  clearTimeout(limit);
  return { ...result, stayed, said: kiosk.output() };
}

test('its fuses are set: no Node, no NODE_OPTIONS, no inspector, its own archive only', async () => {
  const wire = await getCurrentFuseWire(PROGRAM);
  expect({
    node: wire[FuseV1Options.RunAsNode],
    options: wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable],
    inspector: wire[FuseV1Options.EnableNodeCliInspectArguments],
    integrity: wire[FuseV1Options.EnableEmbeddedAsarIntegrityValidation],
    asarOnly: wire[FuseV1Options.OnlyLoadAppFromAsar],
    fileRights: wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
  }).toEqual({
    node: DISABLE,
    options: DISABLE,
    inspector: DISABLE,
    integrity: ENABLE,
    asarOnly: ENABLE,
    fileRights: DISABLE,
  });
});

test('its archive holds the bundles, and nothing that builds, signs or publishes', () => {
  const inside = listPackage(join(dirname(PROGRAM), 'resources', 'app.asar'), { isPack: false });
  expect(inside).toContain('/build/out/main.cjs');
  const ours =
    /^\/(package\.json|build|build\/out(\/.*)?|node_modules(\/(@photostructure|node-gyp-build)(\/.*)?)?)$/;
  expect(inside.filter((path) => !ours.test(path))).toEqual([]);
  expect(inside.filter((path) => /\.(map|ts|md)$/.test(path))).toEqual([]);
});

test('it starts by itself, with the content it came with, and listens nowhere', async () => {
  const { stayed, said } = await startInHall([]);
  expect(stayed, said).toBe(true);
  expect(said).not.toMatch(/listening|library-|"level":"error"/);
});

for (const word of [
  '--remote-debugging-port=9333',
  '--remote-debugging-pipe',
  '--inspect=9334',
  '--inspect-brk',
  '--js-flags=--expose-gc',
  '--no-sandbox',
  '--disable-web-security',
  '--renderer-cmd-prefix=xdg-open',
  '--idle=1,1',
  'https://example.com/',
  '/tmp',
]) {
  test(`in a hall it refuses ${word}`, async () => {
    const { code, stayed, said } = await startInHall([word]);
    expect({ code, stayed }, said).toEqual({ code: 2, stayed: false });
  });
}

for (const [name, value] of [
  ['ELECTRON_RUN_AS_NODE', '1'],
  ['NODE_OPTIONS', '--require=/tmp/renkei-never.js'],
  ['NODE_OPTIONS', '--inspect=127.0.0.1:0'],
] as const) {
  test(`${name}=${value} makes nothing else of it`, async () => {
    const { code, said } = await startInHall(['--help'], { [name]: value });
    expect(code, said).toBe(0);
    expect(said).toContain('全国連携キオスク');
    expect(said).not.toMatch(/Usage: node|renkei-never|Debugger listening/);
  });
}

test('a signal that opens an inspector elsewhere opens none here', async () => {
  const kiosk = await launchKiosk({
    runtime: { path: join(hall, 'renkei-kiosk') },
    appDir: null,
    freshHome: true,
  });
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  process.kill(kiosk.pid, 'SIGUSR1');
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  await kiosk.stop();
  expect(kiosk.output()).not.toContain('Debugger listening');
});

test('without its archive it starts no folder that lies in its place', async () => {
  const resources = join(hall, 'resources');
  renameSync(join(resources, 'app.asar'), join(resources, 'away.asar'));
  mkdirSync(join(resources, 'app'));
  writeFileSync(join(resources, 'app', 'package.json'), '{ "main": "main.js" }');
  writeFileSync(join(resources, 'app', 'main.js'), 'process.stdout.write("LOOSE"); process.exit(0);');
  try {
    const { said } = await startInHall([], {}, 3_000);
    expect(said).not.toContain('LOOSE');
  } finally {
    rmSync(join(resources, 'app'), { recursive: true });
    renameSync(join(resources, 'away.asar'), join(resources, 'app.asar'));
  }
});
