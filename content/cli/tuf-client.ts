/** `renkei tuf-client …`: our client for the public TUF conformance suite. For developers. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { tufDownload, tufInit, tufRefresh } from '../sync/tuf-client.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';

type Options = {
  readonly metadataDir: string;
  readonly metadataUrl?: string;
  readonly targetName: readonly string[];
  readonly targetBaseUrl?: string;
  readonly targetDir?: string;
};

export function addTufClient(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('tuf-client')
    .description('開発者用: TUFの公開適合試験（tuf-conformance）のための入口です。')
    .argument('<action>', 'init、refresh、download のどれか')
    .argument('[root]', 'init のときの root.json')
    .requiredOption('--metadata-dir <dir>', '署名の一覧をおくフォルダ')
    .option('--metadata-url <url>', '署名の一覧の配信元')
    .option(
      '--target-name <path>',
      '取り出すファイル（くり返せます）',
      (one, all: string[]) => [...all, one],
      [],
    )
    .option('--target-base-url <url>', 'ファイルの配信元')
    .option('--target-dir <dir>', 'ファイルをおくフォルダ')
    .action(async (action: string, root: string | undefined, options: Options) => {
      try {
        await run(action, root, options);
        finish(0);
      } catch (error) {
        terminal.err(error instanceof Error ? error.message : String(error));
        finish(1);
      }
    });
}

async function run(action: string, root: string | undefined, options: Options): Promise<void> {
  const need = (value: string | undefined, name: string): string => {
    if (value === undefined) throw new TypeError(`${action}: ${name} is needed`);
    return value;
  };
  const metadataDir = resolve(options.metadataDir);
  if (action === 'init') {
    tufInit(metadataDir, resolve(need(root, 'a root file')));
    return;
  }
  const place = {
    metadataDir,
    metadataUrl: need(options.metadataUrl, '--metadata-url'),
    clock: MACHINE_CLOCK,
  };
  if (action === 'refresh') {
    await tufRefresh(place);
  } else if (action === 'download') {
    await tufDownload(place, {
      names: options.targetName,
      url: need(options.targetBaseUrl, '--target-base-url'),
      folder: resolve(need(options.targetDir, '--target-dir')),
    });
  } else {
    throw new TypeError(`no such action: ${action}`);
  }
}
