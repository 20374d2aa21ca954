/** The command that staff type: what it prints, where, and with which exit code. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../content/author/problem.ts';
import { LIBRARY_FILE } from '../../../content/pack/library.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { runRenkei } from '../../helpers/child.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildData, openGood } from '../../helpers/library.ts';
import { renkei } from '../../helpers/renkei.ts';
import { SMALL, writeSource } from '../../helpers/source.ts';

const GOOD = writeSource(SMALL);
const BAD = writeSource({
  ...SMALL,
  'base/links.yaml': '- id: a\n  type: marriage\n',
  'base/areas.yaml': null,
});
const WARNED = writeSource({
  ...SMALL,
  'base/towns.yaml': `- town: 012068 釧路市\n  headline: { ja: ${'あ'.repeat(61)}, en: A }\n`,
});
/** Headings of commander that staff should not meet. */
const ENGLISH = /usage|options|commands|arguments|display|default/i;
/** Every verb there is, as `renkei --help` lists them. */
const VERBS = verbsIn((await renkei('--help')).out);

function verbsIn(help: string): readonly string[] {
  const lines = help.slice(help.indexOf('命令:')).split('\n');
  return lines.flatMap((line) => /^ {2}([a-z][a-z-]*) /.exec(line)?.[1] ?? []);
}

describe('renkei --help', () => {
  it('lists every verb in Japanese and exits 0', async () => {
    const { code, out, err } = await renkei('--help');
    expect([code, err]).toEqual([0, '']);
    expect(VERBS).toEqual(expect.arrayContaining(['check', 'build', 'help']));
    for (const verb of VERBS) expect(out).toMatch(new RegExp(`^ +${verb} .*[ぁ-ん]`, 'm'));
    expect(out).not.toMatch(ENGLISH);
  });

  const others = VERBS.filter((verb) => verb !== 'help');
  it.each(others)('of %s explains it in Japanese and exits 0, either way it is asked', async (verb) => {
    const [asked, helped] = [await renkei(verb, '--help'), await renkei('help', verb)];
    expect(asked).toEqual(helped);
    expect(asked.code).toBe(0);
    expect(asked.out).toContain(`renkei ${verb}`);
    expect(asked.out).toMatch(/[ぁ-ん].*。/);
    // Switches that somebody else's test suite prescribes are its own affair.
    if (!asked.out.includes('開発者用')) expect(asked.out).not.toMatch(ENGLISH);
  });

  it('comes with exit 2 when nothing is said', async () => {
    const { code, out } = await renkei();
    expect([code, out.includes('check')]).toEqual([2, true]);
  });
});

describe('a command line that is not understood', () => {
  it.each([
    ['an unknown verb', ['chek'], '「chek」という命令はありません。'],
    ['an unknown switch', ['check', GOOD, '--jsno'], '「--jsno」という指定はありません。'],
    ['a missing folder', ['check'], '「source」を書いてください。'],
    ['a missing --out', ['build', GOOD], '「--out <dir>」を指定してください。'],
    ['--out without a folder', ['build', GOOD, '--out'], '「--out <dir>」の値を書いてください。'],
    ['one word too many', ['check', GOOD, GOOD], '余分な文字があります。'],
    ['help of an unknown verb', ['help', 'chek'], '「chek」という命令はありません。'],
  ])('%s: exit 2, in Japanese, on the error stream', async (_what, argv, words) => {
    const { code, out, err } = await renkei(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(words);
    expect(err).toContain('使い方: renkei --help');
    expect(err).not.toMatch(/error:|usage/i);
  });
});

describe('renkei check', () => {
  it('exits 0 and says so when nothing is wrong', async () => {
    const { code, out, err } = await renkei('check', GOOD);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')[0]).toBe('3個のパックを調べました。問題はありません。');
  });

  it('exits 1 and lists every error with file and line, then counts them', async () => {
    const { code, out } = await renkei('check', BAD);
    expect(code).toBe(1);
    expect(out.split('\n')).toEqual([
      expect.stringMatching(/^base\/areas\.yaml:1: エラー \[file-missing\] /),
      expect.stringMatching(/^base\/links\.yaml:1: エラー \[shape\] 0\.title: がありません/),
      expect.stringMatching(/^base\/links\.yaml:2: エラー \[shape\] 0\.type: 決められた値ではありません/),
      '2個のパックを調べました。エラー 3件、注意 0件。',
    ]);
  });

  it('exits 0 for warnings alone', async () => {
    const { code, out } = await renkei('check', WARNED);
    expect(code).toBe(0);
    expect(out).toMatch(/^base\/towns\.yaml:2: 注意 \[headline-long\] /);
    expect(out).toContain('エラー 0件、注意 1件。');
  });

  it('exits 1 for a folder that is not there', async () => {
    const { code, out } = await renkei('check', join(tempFolder(), 'no'));
    expect(code).toBe(1);
    expect(out).toContain('[no-pack]');
  });

  it('--json gives the problems for programs', async () => {
    const { code, out } = await renkei('check', BAD, '--json');
    expect(code).toBe(1);
    const problems = JSON.parse(out) as Problem[];
    expect(problems.map(({ file, line, id, severity }) => [file, line, id, severity])).toEqual([
      ['base/areas.yaml', 1, 'file-missing', 'error'],
      ['base/links.yaml', 1, 'shape', 'error'],
      ['base/links.yaml', 2, 'shape', 'error'],
    ]);
    expect(await renkei('check', GOOD, '--json')).toEqual({ code: 0, out: '[]', err: '' });
  });
});

describe('renkei build', () => {
  it('makes a data folder, names each pack and exits 0', async () => {
    const out = join(tempFolder(), 'data');
    const said = await renkei('build', GOOD, '--out', out);
    expect(said.code).toBe(0);
    expect(said.out.split('\n')).toEqual([
      expect.stringMatching(/^base 第1版 \d+\.\d\dMB$/),
      expect.stringMatching(/^news-1 第1版 /),
      expect.stringMatching(/^show 第1版 /),
      `できました: ${out}`,
    ]);
    expect(said.err).toContain('■■■ 3個のパックができました');
    expect(openGood(out).packs).toHaveLength(3);
  });

  it('refuses a source with errors, exits 1 and leaves the old data as it was', async () => {
    const out = buildData(GOOD);
    const before = readFileSync(join(out, LIBRARY_FILE));
    const changedMs = statSync(join(out, LIBRARY_FILE)).mtimeMs;
    const { code, err } = await renkei('build', BAD, '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('[file-missing]');
    expect(err).toContain('前のデータはそのままです。');
    expect(readFileSync(join(out, LIBRARY_FILE))).toEqual(before);
    expect(statSync(join(out, LIBRARY_FILE)).mtimeMs).toBe(changedMs);
    expect(openLibrary(out).ok).toBe(true);
  });

  it('refuses a single pack: without the base the kiosk would show nothing at all', async () => {
    const out = buildData(GOOD);
    const { code, err } = await renkei('build', join(GOOD, 'show'), '--out', out);
    expect(code).toBe(1);
    expect(err).toContain('基本のパック');
    expect(openGood(out).packs).toHaveLength(3);
  });

  it('goes on with warnings and shows them', async () => {
    const { code, err } = await renkei('build', WARNED, '--out', tempFolder());
    expect(code).toBe(0);
    expect(err).toContain('[headline-long]');
  });

  it('exits 1 in Japanese when the data folder cannot be made', async () => {
    const { code, err } = await renkei('build', GOOD, '--out', join(GOOD, 'base', 'pack.yaml', 'x'));
    expect(code).toBe(1);
    expect(err).toContain('思わぬ問題が起きました');
  });
});

describe('the real command in a process of its own', { timeout: 30_000 }, () => {
  it('checks from any working folder, with relative paths, and exits 1 for errors', async () => {
    const { code, out, err } = await runRenkei(['check', '.'], { cwd: BAD });
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('base/areas.yaml:1: エラー [file-missing]');
  });

  it('exits 2 for an unknown verb', async () => {
    const { code, err } = await runRenkei(['sing']);
    expect([code, err.split('\n')[0]]).toEqual([2, '「sing」という命令はありません。']);
  });

  it('builds', async () => {
    const out = tempFolder();
    expect(await runRenkei(['build', GOOD, '--out', out])).toMatchObject({ code: 0 });
    expect(openGood(out).faults).toEqual([]);
  });
});
