/** `renkei publish <build>… --repo <dir> --keys <dir>`: signs built content into a repository folder. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { type PackId, parsePackId } from '../pack/types.ts';
import { publishAs } from '../publish/partner.ts';
import { publish } from '../publish/publish.ts';
import { PublishRefused } from '../publish/refusal.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';
import { askPassphrase } from './passphrase.ts';
import { change, day, refusing, size } from './words.ts';

type Options = {
  readonly repo: string;
  readonly keys: string;
  readonly remove: readonly string[];
  readonly partner: readonly string[];
  readonly as?: string;
};

const WARN_ROOT_MS = 120 * 86_400_000;

export function addPublish(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  const more = (one: string, all: readonly string[]): readonly string[] => [...all, one];
  program
    .command('publish')
    .description(
      'つくったデータフォルダに署名して、配信フォルダに入れます。フォルダなしで行うと署名の期限だけを延ばします。',
    )
    .argument('[build...]', 'renkei build でつくったデータフォルダ')
    .requiredOption('--repo <dir>', '配信フォルダ（そのままWebサーバーやUSBメモリに置けます）')
    .requiredOption('--keys <dir>', '鍵のフォルダ（renkei keys new でつくったもの）')
    .option('--remove <pack-id>', '取り下げるパック（くり返せます）', more, [])
    .option('--partner <dir>', '協力団体から届いたフォルダを確かめて入れます（くり返せます）', more, [])
    .option('--as <name>', '協力団体として、自分の範囲のパックに署名します')
    .action((builds: string[], options: Options) =>
      refusing(terminal, finish, async () => {
        const common = {
          keys: resolve(options.keys),
          builds: builds.map((one) => resolve(one)),
          nowMs: MACHINE_CLOCK.nowMs(),
          ask: askPassphrase,
        };
        const repo = resolve(options.repo);
        if (options.as !== undefined) {
          const version = await publishAs({ ...common, name: options.as, folder: repo });
          terminal.out(
            `${options.as} として署名しました（第${version}号）。このフォルダを事務局に渡してください: ${repo}`,
          );
          return;
        }
        const remove = options.remove.map(packIdOf);
        const partners = options.partner.map((one) => resolve(one));
        const done = await publish({ ...common, repo, remove, partners });
        for (const { packId, from, to } of done.changes) terminal.out(`${packId} ${change(from, to)}`);
        terminal.out(
          done.changes.length === 0
            ? '内容は変わりません。署名の期限を延ばしました。'
            : `公開しました: ${repo}`,
        );
        if (done.newer !== null) {
          const { format, packs } = done.newer;
          terminal.err(
            `注意: 新しい形式（FORMAT ${format}）のパック ${packs.join('、')} が入ったので、古いプログラムのキオスクは` +
              'この配布をまるごと断り（pack-too-new）、前の内容のままになります。先にプログラムを新しくしてください。',
          );
        }
        if (done.bytes > 0) terminal.out(`配信フォルダに加えた量: ${size(done.bytes)}`);
        terminal.out(
          `署名の期限: ${day(done.validUntilMs)}（それまでにもう一度 renkei publish を行ってください）`,
        );
        if (done.rootValidUntilMs - common.nowMs < WARN_ROOT_MS) {
          terminal.err(
            `注意: root の期限は${day(done.rootValidUntilMs)}です。renkei keys renew で延ばしてください。`,
          );
        }
      }),
    );
}

function packIdOf(text: string): PackId {
  const packId = parsePackId(text);
  if (packId === undefined) throw new PublishRefused('pack-not-there', text, 'not a pack id');
  return packId;
}
