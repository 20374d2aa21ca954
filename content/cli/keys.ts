/** `renkei keys …`: making, replacing and lending the keys that content is signed with. */
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { MAX_UNLOCK_DAYS } from '../pack/unlock-note.ts';
import { ROLE_NAMES, type RoleName } from '../publish/documents.ts';
import { makeKey, readKeyFile } from '../publish/keys.ts';
import { delegate, keysNew, renewRoot, revoke, rotate } from '../publish/manage.ts';
import type { RepositoryOptions } from '../publish/publish.ts';
import type { Released } from '../publish/release.ts';
import { writeUnlockNote } from '../publish/unlock.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';
import { askPassphrase, newPassphrase } from './passphrase.ts';
import { day, refusing } from './words.ts';

type Finish = (code: number) => void;
type Place = { readonly repo: string; readonly keys: string; readonly rootKeys: readonly string[] };

export function addKeys(program: Command, terminal: Terminal, finish: Finish): void {
  const keys = program
    .command('keys')
    .description('署名の鍵をつくる、取りかえる、協力団体に任せる。')
    .helpCommand(false)
    .usage('<命令>');
  addNew(keys, terminal, finish);
  addPartner(keys, terminal, finish);
  withPlace(keys.command('rotate').argument('<role>', ROLE_NAMES.join('、'), roleOf))
    .description('役割の鍵を新しいものに取りかえます。古い鍵は使えなくなります。')
    .action((role: RoleName, place: Place) =>
      refusing(terminal, finish, async () => {
        const done = await rotate(role, { ...optionsOf(place), passphraseFor: newPassphrase });
        say(terminal, `${role} の鍵を取りかえました（root 第${done.versions.root}版）。`, done);
      }),
    );
  withPlace(keys.command('renew'))
    .description('root の期限を、いまの鍵で延ばします。')
    .action((place: Place) =>
      refusing(terminal, finish, async () => {
        const done = await renewRoot(optionsOf(place));
        say(terminal, `root の期限を${day(done.rootValidUntilMs)}まで延ばしました。`, done);
      }),
    );
  withPlace(keys.command('delegate').argument('<name>', '団体の名前（英小文字）'))
    .description('協力団体に、決まった接頭語のパックだけの署名を任せます。')
    .requiredOption('--path <pattern>', "任せる範囲。例: 'packs/hiroshima-*'")
    .requiredOption('--key <file>', '団体の鍵のファイル（renkei keys partner でつくったもの）')
    .action((name: string, options: Place & { readonly path: string; readonly key: string }) =>
      refusing(terminal, finish, async () => {
        const { key } = readKeyFile(resolve(options.key));
        const done = await delegate({ ...optionsOf(options), name, path: options.path, key });
        say(terminal, `${name} に ${options.path} の署名を任せました。`, done);
      }),
    );
  withPlace(keys.command('revoke').argument('<name>', '団体の名前'))
    .description('協力団体に任せた署名を取り消します。その団体のパックは、次の取り込みで下がります。')
    .action((name: string, place: Place) =>
      refusing(terminal, finish, async () => {
        say(terminal, `${name} に任せた署名を取り消しました。`, await revoke(name, optionsOf(place)));
      }),
    );
  addUnlock(keys, terminal, finish);
  for (const verb of keys.commands) verb.usage(verb.usage().replace('[options]', '[指定]'));
}

type NewOptions = { readonly rootKeys: number; readonly rootThreshold: number };

function addNew(keys: Command, terminal: Terminal, finish: Finish): void {
  keys
    .command('new')
    .description('新しい鍵の一式をつくります。')
    .argument('<dir>', '鍵をおくフォルダ（まだないか、空のもの）')
    .option('--root-keys <n>', 'root の鍵の数', numberOf, 1)
    .option('--root-threshold <n>', 'root の署名に必要な鍵の数', numberOf, 1)
    .action((dir: string, { rootKeys, rootThreshold }: NewOptions) =>
      refusing(terminal, finish, async () => {
        const folder = resolve(dir);
        const nowMs = MACHINE_CLOCK.nowMs();
        const { rootFile } = await keysNew({
          folder,
          rootKeys,
          rootThreshold,
          nowMs,
          passphraseFor: newPassphrase,
        });
        terminal.out(`鍵をつくりました: ${folder}`);
        terminal.out(
          `  ${folder}/root/ … root の鍵。USBメモリなどに移し、金庫などに分けて保管してください。`,
        );
        terminal.out('  targets、snapshot、timestamp … ふだんの公開に使います。控えを取ってください。');
        terminal.out(`  ${rootFile} … 公開してよいファイルです。キオスクに渡してください。`);
      }),
    );
}

function addPartner(keys: Command, terminal: Terminal, finish: Finish): void {
  keys
    .command('partner')
    .description('協力団体の側で、自分の鍵をつくります。')
    .argument('<name>', '団体の名前（英小文字）')
    .argument('<dir>', '鍵をおくフォルダ')
    .action((name: string, dir: string) =>
      refusing(terminal, finish, async () => {
        const { file } = await makeKey(resolve(dir), name, await newPassphrase(name));
        terminal.out(`鍵をつくりました: ${file.path}`);
        terminal.out(
          'このファイルの写しを事務局に渡してください。中の秘密の部分はパスフレーズで守られています。',
        );
      }),
    );
}

type UnlockPlace = {
  readonly repo: string;
  readonly keys: string;
  readonly venue: string;
  readonly out: string;
  readonly days: number;
};

function addUnlock(keys: Command, terminal: Terminal, finish: Finish): void {
  keys
    .command('unlock')
    .description('職員用のPINを忘れた会場のために、PINを一度だけ決めなおせる解錠キーをUSBメモリに書きます。')
    .requiredOption('--repo <dir>', '配信フォルダ')
    .requiredOption('--keys <dir>', '鍵のフォルダ')
    .requiredOption('--venue <id>', '会場のID（その会場のキオスクだけで使えます）')
    .requiredOption('--out <dir>', 'USBメモリ')
    .option('--days <n>', `使える日数（1から${MAX_UNLOCK_DAYS}）`, unlockDays, USUAL_UNLOCK_DAYS)
    .action(({ repo, keys: folder, venue, out, days }: UnlockPlace) =>
      refusing(terminal, finish, async () => {
        const done = await writeUnlockNote({
          repo: resolve(repo),
          keys: resolve(folder),
          venueId: venue,
          to: resolve(out),
          days,
          nowMs: MACHINE_CLOCK.nowMs(),
          ask: askPassphrase,
        });
        terminal.out(`解錠キーを書きました: ${done.file}`);
        terminal.out(`会場 ${venue} だけで、${day(done.expiresMs)}まで、端末ごとに一度だけ使えます。`);
        terminal.out('使いおわったら、USBメモリから消してください。');
      }),
    );
}

const USUAL_UNLOCK_DAYS = 7;

function unlockDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1 || days > MAX_UNLOCK_DAYS)
    throw new InvalidArgumentError(`1から${MAX_UNLOCK_DAYS}の整数を書いてください。`);
  return days;
}

function withPlace(command: Command): Command {
  const more = (one: string, all: readonly string[]): readonly string[] => [...all, one];
  return command
    .requiredOption('--repo <dir>', '配信フォルダ')
    .requiredOption('--keys <dir>', '鍵のフォルダ')
    .option(
      '--root-keys <dir>',
      'root の鍵のフォルダ（くり返せます）。なければ鍵のフォルダの中の root',
      more,
      [],
    );
}

function optionsOf(place: Place): RepositoryOptions {
  const rootKeys = place.rootKeys.map((one) => resolve(one));
  return {
    repo: resolve(place.repo),
    keys: resolve(place.keys),
    nowMs: MACHINE_CLOCK.nowMs(),
    ask: askPassphrase,
    ...(rootKeys.length > 0 ? { rootKeys } : {}),
  };
}

function roleOf(text: string): RoleName {
  const role = ROLE_NAMES.find((one) => one === text);
  if (role === undefined) throw new InvalidArgumentError(`役割は ${ROLE_NAMES.join('、')} のどれかです。`);
  return role;
}

function numberOf(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 9)
    throw new InvalidArgumentError('1から9の数です。');
  return number;
}

function say(terminal: Terminal, words: string, done: Released): void {
  terminal.out(words);
  terminal.out(`署名の期限: ${day(done.validUntilMs)}`);
}
