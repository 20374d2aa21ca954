/** `renkei program`: from a sheet to a signed plan on a kiosk, by the commands staff type. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseProgram } from '../../../content/pack/program.ts';
import { keysNew } from '../../../content/publish/manage.ts';
import { openLibrary } from '../../../content/store/library.ts';
import { tempFolder } from '../../helpers/folder.ts';
import { buildData } from '../../helpers/library.ts';
import { renkei } from '../../helpers/renkei.ts';
import { exhibitionPack, SMALL_BASE, writeSource } from '../../helpers/source.ts';

const PHRASE = 'correct horse battery';
const folder = tempFolder();
const [keys, repo, data] = ['keys', 'repo', 'data'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];

function write(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const GOOD = '展示,会場,期間\nhiroshima-9,荒川区,令和9年4月1日〜24日\n';

beforeAll(async () => {
  process.env['RENKEI_PASSPHRASE'] = PHRASE;
  await keysNew({
    folder: keys,
    rootKeys: 1,
    rootThreshold: 1,
    passphraseFor: async () => PHRASE,
    nowMs: Date.now(),
    cost: 1_024,
  });
  const built = buildData(writeSource({ ...SMALL_BASE, ...exhibitionPack('hiroshima-9') }));
  expect((await renkei('publish', built, '--repo', repo, '--keys', keys)).code).toBe(0);
});
afterAll(() => {
  delete process.env['RENKEI_PASSPHRASE'];
});

describe('renkei program check', () => {
  it('says that a good plan is good, against the default content', async () => {
    const { code, out } = await renkei('program', 'check', write('good.csv', GOOD));
    expect([code, out]).toEqual([0, '予定1件を調べました。問題はありません。']);
  });

  it('says what is wrong by row, and ends with 1', async () => {
    const { code, out } = await renkei(
      'program',
      'check',
      write('bad.csv', `${GOOD}?,荒川区,2027年2月29日\n`),
    );
    expect(code).toBe(1);
    expect(out).toMatch(/bad\.csv:3: エラー \[program-date\] 「2027年2月29日」は暦にない日です/);
    expect(out).toMatch(/bad\.csv:3: エラー \[program-exhibition\] 展示「\?」はありません/);
    expect(out).toMatch(/エラー 2件、注意 0件。$/);
  });

  it('gives all of it as JSON', async () => {
    const { out } = await renkei('program', 'check', write('good.csv', GOOD), '--json');
    expect(JSON.parse(out)).toMatchObject({
      program: { stays: [{ exhibition: 'hiroshima-9', venue: 'arakawa-kuyakusho', last: '2027-04-24' }] },
      problems: [],
    });
  });
});

describe('renkei program show', () => {
  it('draws the chart, and hands out page and calendar', async () => {
    const good = write('good.csv', GOOD);
    expect((await renkei('program', 'show', good)).out).toContain('荒川区役所');
    const [html, ics] = [join(folder, 'out', 'plan.html'), join(folder, 'out', 'plan.ics')];
    expect((await renkei('program', 'show', good, '--html', html, '--ics', ics)).code).toBe(0);
    expect(readFileSync(html, 'utf8')).toContain('<svg');
    expect(readFileSync(ics, 'utf8')).toContain('DTEND;VALUE=DATE:20270425');
  });

  it('refuses to draw a plan with errors, and says so where there is none', async () => {
    const { code, out, err } = await renkei('program', 'show', write('bad.csv', '展示,会場,期間\n?,?,?\n'));
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('[program-venue]');
    expect((await renkei('program', 'show')).err).toContain('計画がありません');
  });
});

describe('renkei program new', () => {
  it('makes the sheet, and never writes over one', async () => {
    const path = join(folder, '巡回計画.xlsx');
    expect((await renkei('program', 'new', path)).code).toBe(0);
    expect(existsSync(path)).toBe(true);
    expect(await renkei('program', 'new', path)).toMatchObject({ code: 1, out: '' });
  });
});

describe('renkei program <file>', () => {
  it('signs, then does nothing twice, and a kiosk has it after its next sync', async () => {
    const good = write('good.csv', GOOD);
    const first = await renkei('program', good, '--repo', repo, '--keys', keys);
    expect(first).toMatchObject({ code: 0 });
    expect(first.out).toContain('巡回計画 第1版（新規）');
    const again = await renkei('program', good, '--repo', repo, '--keys', keys);
    expect(again.out).toContain('計画は公開ずみのものと同じです');
    const root = join(keys, 'root.json');
    const synced = await renkei('sync', '--from', repo, '--data', data, '--root', root);
    expect([synced.code, synced.out]).toEqual([
      0,
      expect.stringContaining('巡回計画 巡回計画 第1版（新規）'),
    ]);
    const opened = openLibrary(data);
    if (!opened.ok) throw new Error(JSON.stringify(opened.faults));
    opened.library.close();
    expect(opened.library.program?.stays).toHaveLength(1);
    expect((await renkei('packs', '--data', data)).out).toContain('巡回計画 第1版');
    expect((await renkei('program', 'show', '--content', data)).out).toContain('第1版');
    expect((await renkei('program', 'show', '--content', repo)).out).toContain('hiroshima-9展');
    const file = join(
      data,
      'programs',
      `1-${JSON.parse(readFileSync(join(data, 'library.json'), 'utf8')).program.sha256}.json`,
    );
    expect(parseProgram(readFileSync(file, 'utf8'))?.title).toEqual({ ja: '巡回計画' });
  });

  it('signs nothing with errors in it, and takes a plan back', async () => {
    const bad = await renkei(
      'program',
      write('bad.csv', '展示,会場,期間\n?,?,?\n'),
      '--repo',
      repo,
      '--keys',
      keys,
    );
    expect([bad.code, bad.out]).toEqual([1, '']);
    const gone = await renkei('program', '--remove', '--repo', repo, '--keys', keys);
    expect([gone.code, gone.out]).toEqual([0, expect.stringContaining('巡回計画 取り下げ')]);
    expect((await renkei('program', 'show', '--content', repo)).code).toBe(1);
  });

  it('asks for what is missing, and says when the folder holds nothing published', async () => {
    expect((await renkei('program', 'x.csv')).err).toContain('「--repo <dir>」を指定してください');
    expect((await renkei('program', '--repo', repo, '--keys', keys)).code).toBe(2);
    const empty = await renkei('program', write('good.csv', GOOD), '--repo', tempFolder(), '--keys', keys);
    expect([empty.code, empty.err]).toEqual([1, expect.stringContaining('原稿フォルダ')]);
  });
});
