/**
 * Bundles our code for Electron: the screen with Vite, the machine's side and the preload with
 * esbuild (both CommonJS: an ES main with top-level await deadlocks in a packed app, and a sandboxed
 * preload cannot be anything else). `npm run bundle` always builds; others ask `isBundled` first.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fontsPlugin } from './fonts-plugin.ts';
import { iconsPlugin } from './icons-plugin.ts';
import { pressPlugin } from './press-plugin.ts';
import { describeFailure, Failure } from './setup/failure.ts';
import { OUT, ROOT, STAMPS } from './setup/places.ts';
import { fingerprint, hasStamp, writeStamp } from './setup/stamp.ts';
import { makeChunkOf, startPlugin } from './start-chunk.ts';

/** The oldest Electron we run on is 33: Chromium 130, Node 20.18. */
const CHROMIUM = 'chrome130';
const NODE = 'node20.18';

const RENDERER = join(OUT, 'renderer');
const MAIN = join(OUT, 'main.cjs');
const PRELOAD = join(OUT, 'preload.cjs');
const SYNC = join(OUT, 'sync.cjs');
const TELEMETRY = join(OUT, 'telemetry.cjs');
const STAMP = join(STAMPS, 'bundle');
const INPUTS = [
  'renderer',
  'main',
  'content/pack',
  'content/store',
  'content/sync',
  'content/disk.ts',
  'content/lock.ts',
  'content/sqlite.ts',
  'package-lock.json',
  'build/bundle.ts',
  'build/fonts-plugin.ts',
  'build/icons-plugin.ts',
  'build/press-plugin.ts',
  'build/start-chunk.ts',
];

const NODE_BUNDLE = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: NODE,
  logLevel: 'warning',
  // It would be empty in CommonJS and fail only when it is used.
  logOverride: { 'empty-import-meta': 'error' },
} as const;

/** True when the outputs are there and nothing they are made of has changed. */
export function isBundled(): boolean {
  return (
    [join(RENDERER, 'index.html'), MAIN, PRELOAD, SYNC, TELEMETRY].every(existsSync) &&
    hasStamp(STAMP, currentInputs())
  );
}

/** Builds everything. @throws {Failure} bundle */
export async function bundle(): Promise<void> {
  const inputs = currentInputs();
  // A build that is cut short must not pass for the one before.
  rmSync(STAMP, { force: true });
  try {
    await Promise.all([
      bundleRenderer(),
      bundleNode('start.ts', MAIN),
      bundleNode('sync/worker.ts', SYNC),
      bundleNode('telemetry/exporter.ts', TELEMETRY),
      bundlePreload(),
    ]);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new Failure('bundle', 'プログラムをまとめられませんでした。', detail, error);
  }
  writeStamp(STAMP, inputs);
}

function currentInputs(): string {
  return fingerprint(ROOT, INPUTS);
}

async function bundleRenderer(): Promise<void> {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')]);
  await build({
    configFile: false,
    root: join(ROOT, 'renderer'),
    // Relative addresses: the page comes from our own protocol, not from the root of a server.
    base: './',
    logLevel: 'warn',
    plugins: [fontsPlugin(), pressPlugin(), iconsPlugin(), startPlugin(), react()],
    worker: { format: 'es' },
    build: {
      outDir: RENDERER,
      emptyOutDir: true,
      target: CHROMIUM,
      minify: true,
      // The page's CSP knows no data: addresses for scripts, styles and fonts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // A local file is read at once, whatever its size.
      chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
      reportCompressedSize: false,
      // How long plugins took concerns nobody who starts the kiosk.
      rolldownOptions: {
        checks: { pluginTimings: false },
        output: { codeSplitting: { groups: [{ name: makeChunkOf(join(ROOT, 'renderer', 'main.tsx')) }] } },
      },
    },
  });
}

/** The main process, and what runs beside it in processes of its own. */
async function bundleNode(entry: string, outfile: string): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    ...NODE_BUNDLE,
    entryPoints: [join(ROOT, 'main', entry)],
    outfile,
    external: ['electron', '@photostructure/sqlite'],
    // Names stay: they stand in the stacks of the log.
    minifySyntax: true,
    minifyWhitespace: true,
    sourcemap: 'linked',
  });
}

async function bundlePreload(): Promise<void> {
  const { build } = await import('esbuild');
  await build({
    ...NODE_BUNDLE,
    entryPoints: [join(ROOT, 'main', 'preload.ts')],
    outfile: PRELOAD,
    external: ['electron'],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await bundle().catch((error: unknown) => {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exitCode = 1;
  });
}
