/**
 * The page of all codes that staff may read on a screen or in the log (build/hall/codes.md) is made of the same
 * sentences that the screen shows; a code without a line fails here. `npx vitest run codes -u` writes it anew.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../../build/setup/places.ts';
import { FAULT_CODES } from '../../../content/pack/refusal.ts';
import { SYNC_REFUSAL_CODES } from '../../../content/pack/sync-refusal.ts';
import { refusalWords } from '../../../content/pack/sync-words.ts';
import { UNLOCK_REFUSAL_CODES, unlockWords } from '../../../content/pack/unlock-note.ts';
import { RUNGS } from '../../../main/recovery/ladder.ts';
import { REST_CODE } from '../../../main/recovery/rest-page.ts';
import { CEILING } from '../../../main/recovery/weight.ts';
import fault from '../../../renderer/words/ja/fault.json' with { type: 'json' };

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly string[]): readonly string[] => [
  row(...head),
  row(...head.map(() => '---')),
  ...rows,
];

/** Said once above the table instead of in each line. */
const KEEPS = 'いまの内容はそのまま表示しています。';

/** What the log says when the screen had to be brought back, and what it did (main/recovery/). */
const RECOVERY: Readonly<Record<(typeof RUNGS)[number], string>> = {
  reload: '画面を読み直しました',
  'new-window': '窓を作り直しました',
  relaunch: 'プログラムを起動し直しました',
  'previous-set': 'ひとつ前の内容に戻して、起動し直しました',
  rest: `「ただいま準備中です」（${REST_CODE}）を出し、5分ごとにやり直しています`,
};

function page(): string {
  return `${[
    '# 画面と記録に出る番号',
    '',
    'この表は `npx vitest run codes -u` で作り直します。手で直しません。',
    '',
    `## 画面に大きく出るもの`,
    '',
    ...table(
      ['番号', '意味', 'すること'],
      [
        row(
          `\`${REST_CODE}\``,
          '画面が続けて止まり、自動でやり直しています。',
          '5分待っても戻らないときは、端末の電源を入れ直してください。',
        ),
        ...FAULT_CODES.map((code) => row(`\`${code}\``, fault.what[code], fault.do[code])),
      ],
    ),
    '',
    '## 内容を受け取るとき',
    '',
    '職員用の画面と `renkei sync` に出ます。どの番号でも、それまでの内容を表示し続けます。',
    '',
    ...table(
      ['番号', '意味とすること'],
      SYNC_REFUSAL_CODES.map((code) =>
        row(`\`${code}\``, refusalWords({ code, subject: '', detail: '' }).replace(KEEPS, '')),
      ),
    ),
    '',
    '## 解錠キーを差したとき',
    '',
    'PINを入れる画面と操作の記録に出ます。PINは変わりません。',
    '',
    ...table(
      ['番号', '意味とすること'],
      UNLOCK_REFUSAL_CODES.map((code) => row(`\`${code}\``, unlockWords(code))),
    ),
    '',
    '## 動作ログの `recovery`',
    '',
    '動作ログは、職員用の画面の「記録」からUSBメモリに書き出せます（1行に1件のJSON、5MBまで。来館者のことは入りません）。',
    '',
    ...table(
      ['`rung`', '意味'],
      RUNGS.map((rung) => row(`\`${rung}\``, RECOVERY[rung])),
    ),
    '',
    '## 動作ログの `heavy` と `too-heavy`',
    '',
    ...table(
      ['`what`', '意味'],
      [
        row(
          '`heavy`',
          `メモリの合計が${CEILING.heavyBytes / 1e9}GBを超えました。${CEILING.quietMs / 60_000}分のあいだ誰もさわらないのを待って、画面を作り直しました`,
        ),
        row(
          '`too-heavy`',
          `メモリの合計が${CEILING.tooHeavyBytes / 1e9}GBを超えたので、すぐにプログラムを起動し直しました`,
        ),
      ],
    ),
  ].join('\n')}\n`;
}

describe('the page of codes', () => {
  it('explains each code that the source knows, in the words of the screen', async () => {
    await expect(page()).toMatchFileSnapshot(join(ROOT, 'build', 'hall', 'codes.md'));
  });
});
