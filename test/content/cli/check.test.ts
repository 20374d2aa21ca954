/** What `renkei check` says beside the problems themselves: the list of checks, and translations still to make. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../content/author/checks/list.ts';
import type { Problem } from '../../../content/author/problem.ts';
import { main } from '../../../content/cli/main.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';

async function renkei(...argv: readonly string[]): Promise<{ readonly code: number; readonly out: string }> {
  const out: string[] = [];
  const code = await main(argv, {
    out: (line) => out.push(line),
    err: (line) => out.push(line),
    live: false,
  });
  return { code, out: out.join('\n') };
}

const SOURCE = writeSource(SMALL);

describe('renkei check --list', () => {
  it('needs no source and gives id, reason and fix of every check', async () => {
    const { code, out } = await renkei('check', '--list');
    expect(code).toBe(0);
    for (const [id, { what, why, fix }] of Object.entries(CHECKS)) {
      expect(out).toContain(`[${id}] ${what}\n    わけ: ${why}\n    直しかた: ${fix}`);
    }
  });

  it('--json gives the same to programs', async () => {
    const { out } = await renkei('check', '--list', '--json');
    expect(JSON.parse(out)).toEqual(CHECKS);
  });
});

describe('translations', () => {
  it('are summed up by language, and do not make the source wrong', async () => {
    const { code, out } = await renkei('check', SOURCE);
    expect(code).toBe(0);
    expect(out).toMatch(/まだない翻訳[^\n]*\n {2}やさしい日本語: \d+か所（例: .+:\d+）\n/);
    expect(out).not.toContain('英語:');
    expect(out).toContain('--all');
  });

  it('--all lists each with file and line, for people and for programs', async () => {
    const { out } = await renkei('check', SOURCE, '--all');
    expect(out).toMatch(/base\/venues\.yaml:\d+: 注意 \[translation-missing\] 韓国語がまだありません/);
    const problems = JSON.parse((await renkei('check', SOURCE, '--all', '--json')).out) as Problem[];
    expect(new Set(problems.map((one) => one.id))).toContain('translation-missing');
  });

  it('are not asked for beside errors', async () => {
    const { code, out } = await renkei('check', writeSource({ ...SMALL, 'base/links.yaml': '[' }));
    expect(code).toBe(1);
    expect(out).not.toContain('翻訳');
  });
});

it('warns of what has grown old', async () => {
  const old = {
    id: 'old',
    town: '012068 釧路市',
    kind: 'food',
    name: { ja: '鮭' },
    summary: { ja: '鮭です。' },
    asOf: '2020-01-01',
  };
  const { code, out } = await renkei('check', writeSource({ ...SMALL, 'base/specialities.yaml': [old] }));
  expect(code).toBe(0);
  expect(out).toContain('注意 [data-old] 2020-01-01の情報です。今も正しいかを確かめてください');
});
