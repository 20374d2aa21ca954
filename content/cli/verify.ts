/** `renkei verify --data <dir> [--from …]`: reads everything again and compares it with the signatures. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { refusalWords } from '../pack/sync-words.ts';
import { type Finding, verify } from '../sync/verify.ts';
import { MACHINE_CLOCK } from './clock.ts';
import type { Terminal } from './main.ts';
import { sourceOf } from './source.ts';
import { sayRefusal, size } from './words.ts';

type Options = { readonly data: string; readonly from?: string; readonly json?: boolean };

export function addVerify(program: Command, terminal: Terminal, finish: (code: number) => void): void {
  program
    .command('verify')
    .description(
      'データフォルダのすべてのファイルを読み、署名されたとおりか確かめます。違うものがあれば終了コードは1です。',
    )
    .requiredOption('--data <dir>', 'キオスクのデータフォルダ')
    .option('--from <url|dir>', '違うファイルを、ここから取りなおします')
    .option('--json', '結果をJSONで出します')
    .action(async ({ data, from, json }: Options) => {
      const source = from === undefined ? {} : { source: sourceOf(from) };
      const outcome = await verify({ dataDir: resolve(data), clock: MACHINE_CLOCK, ...source });
      if (json) terminal.out(JSON.stringify(outcome));
      else if (!outcome.ok) sayRefusal(terminal, outcome.refusal);
      else {
        for (const finding of outcome.findings) terminal.out(lineOf(finding));
        const broken = outcome.findings.filter((one) => !one.healed).length;
        const count = `${outcome.files}件 ${size(outcome.bytes)}を調べました。`;
        terminal.out(
          outcome.sound
            ? `${count}すべて署名のとおりです。`
            : `${count}署名と違うものが${broken}件あります。`,
        );
      }
      finish(outcome.ok && outcome.sound ? 0 : 1);
    });
}

function lineOf(finding: Finding): string {
  const { code, subject, detail, healed } = finding;
  if (code === 'not-signed' || subject === '') return `${refusalWords({ code, subject, detail })}（${code}）`;
  return `${subject.slice(0, 64)} ${healed ? '直しました' : '署名と違います'}（${code}: ${detail.slice(0, 80)}）`;
}
