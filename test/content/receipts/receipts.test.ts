/** Receipts of many halls, some of them damaged, foreign or hostile, become one table. */
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RECEIPT_BYTES, type Receipt } from '../../../content/pack/receipt.ts';
import { type Coverage, coverageOf } from '../../../content/receipts/coverage.ts';
import { findReceipts, parseReceipt } from '../../../content/receipts/read.ts';
import { asCsv, asHtml, asText } from '../../../content/receipts/tables.ts';
import { tempFolder, writeFiles } from '../../helpers/folder.ts';
import { renkeiLines } from '../../helpers/renkei.ts';

const pack = (packId: string, version: number, date = '2026-03-01') => ({
  packId,
  version,
  kind: packId === 'base' ? ('base' as const) : ('exhibition' as const),
  date,
  title: `${packId}の題`,
});

const receipt = (more: Partial<Receipt> = {}): Receipt => ({
  kind: 'renkei-receipt',
  version: 1,
  kioskId: 'aaaaaaaaaaaaaaaaaaaaaaaa',
  venueId: 'kusei-kaikan',
  venueName: '東京区政会館',
  at: '2026-04-01T12:00:00+09:00',
  clockBelieved: true,
  appVersion: '0.1.0',
  setId: 'a'.repeat(64),
  packs: [pack('base', 4), pack('exhibition-a', 2)],
  outcome: 'updated',
  health: { freeBytes: 1_000_000, uptimeSeconds: 3_600, faults: [] },
  counts: { rows: [] },
  ...more,
});

const ARAKAWA = receipt({
  kioskId: 'bbbbbbbbbbbbbbbbbbbbbbbb',
  venueId: 'arakawa-kuyakusho',
  venueName: '荒川区役所',
  at: '2026-03-20T09:30:00+09:00',
  packs: [pack('base', 3, '2026-02-01')],
  outcome: 'no-room',
});

function coverage(...receipts: readonly Receipt[]): Coverage {
  return coverageOf({ receipts: receipts.map((one, i) => ({ file: `${i}`, receipt: one })), unusable: [] });
}

describe('parseReceipt', () => {
  it('reads what a kiosk writes', () => {
    expect(parseReceipt(JSON.stringify(receipt()))).toEqual(receipt());
    expect(parseReceipt(JSON.stringify(receipt({ counts: null, setId: null, packs: [] })))).toMatchObject({
      packs: [],
    });
  });

  it.each([
    ['half a file', JSON.stringify(receipt()).slice(0, 200), '途中で切れている'],
    ['an empty file', '', '途中で切れている'],
    ['something else', '{"packs": []}', 'キオスクの受け取りの記録ではありません'],
    ['a list', '[]', 'キオスクの受け取りの記録ではありません'],
    ['a later form', JSON.stringify({ ...receipt(), version: 2 }), '新しい形式'],
    ['a venue with a path in it', JSON.stringify(receipt({ venueId: '../x' })), 'venueId'],
    ['a day that does not exist', JSON.stringify(receipt({ at: '2026-02-30T00:00:00+09:00' })), '「at」'],
    ['a time of another zone', JSON.stringify(receipt({ at: '2026-04-01T12:00:00Z' })), '「at」'],
    ['a version below one', JSON.stringify(receipt({ packs: [pack('base', 0)] })), 'packs.0.version'],
    ['a name of two lines', JSON.stringify(receipt({ venueName: 'a\nb' })), 'venueName'],
    ['a name without end', JSON.stringify(receipt({ venueName: 'x'.repeat(1_000) })), 'venueName'],
  ])('refuses %s and says why', (_what, text, why) => {
    expect(parseReceipt(text)).toEqual(expect.stringContaining(why));
  });

  it('answers to every text without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof parseReceipt(text)).toBe('string');
      }),
    );
  });

  it('reads or refuses a receipt in which anything at all was changed, and never shows broken lines', () => {
    const good = receipt() as unknown as Record<string, unknown>;
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(good)), fc.jsonValue(), (name, value) => {
        const read = parseReceipt(JSON.stringify({ ...good, [name]: value }));
        if (typeof read === 'string') return;
        const table = coverage(read);
        for (const line of asText(table)) expect(line).not.toMatch(/[\r\n]/);
        expect(asCsv(table).split('\r\n')).toHaveLength(2 + table.packs.length);
      }),
    );
  });
});

describe('findReceipts', () => {
  it('reads sticks as they come back, names what is no receipt, and goes on', () => {
    const folder = tempFolder();
    writeFiles(folder, {
      'stick-1/renkei-receipts/kusei-kaikan.aaaaaaaaaaaa.json': JSON.stringify(receipt()),
      'stick-1/metadata/timestamp.json': '{}',
      'stick-2/renkei-receipts/arakawa.json': `\uFEFF${JSON.stringify(ARAKAWA)}`,
      'stick-2/renkei-receipts/half.json': '{"kind": "renkei',
      'stick-2/huge.json': 'x'.repeat(MAX_RECEIPT_BYTES + 1),
      'stick-2/photo.jpg': 'x',
    });
    mkdirSync(join(folder, 'stick-3'));
    symlinkSync('/etc/hostname', join(folder, 'stick-3', 'linked.json'));
    const found = findReceipts([folder]);
    expect(found.receipts.map(({ file }) => file)).toEqual([
      'stick-1/renkei-receipts/kusei-kaikan.aaaaaaaaaaaa.json',
      'stick-2/renkei-receipts/arakawa.json',
    ]);
    expect(found.unusable).toEqual([
      { file: 'stick-2/huge.json', why: '大きすぎます' },
      { file: 'stick-2/renkei-receipts/half.json', why: expect.stringContaining('途中で切れている') },
    ]);
  });
});

describe('coverageOf', () => {
  it('puts halls beside packs and says which versions are not the newest', () => {
    const { packs, kiosks } = coverage(receipt(), ARAKAWA);
    expect(packs).toEqual([
      { packId: 'base', title: 'baseの題', newest: 4 },
      { packId: 'exhibition-a', title: 'exhibition-aの題', newest: 2 },
    ]);
    expect(kiosks.map(({ venueId, cells }) => [venueId, cells])).toEqual([
      ['arakawa-kuyakusho', [{ version: 3, date: '2026-02-01', isNewest: false }, null]],
      [
        'kusei-kaikan',
        [
          { version: 4, date: '2026-03-01', isNewest: true },
          { version: 2, date: '2026-03-01', isNewest: true },
        ],
      ],
    ]);
  });

  it('takes the newest receipt of a kiosk, in whatever order they are read', () => {
    const times = fc.array(fc.integer({ min: 10, max: 28 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(times, (days) => {
        const all = days.map((day) =>
          receipt({ at: `2026-04-${day}T12:00:00+09:00`, packs: [pack('base', day)] }),
        );
        const { kiosks } = coverage(...all);
        expect(kiosks.map(({ cells }) => cells[0]?.version)).toEqual([Math.max(...days)]);
      }),
    );
  });

  it('keeps two kiosks of one hall apart', () => {
    expect(coverage(receipt(), receipt({ kioskId: 'cccccccc' })).kiosks).toHaveLength(2);
  });
});

describe('the tables', () => {
  const table = { ...coverage(receipt(), ARAKAWA), unusable: [{ file: 'x.json', why: '読めません' }] };

  it('say it in lines', () => {
    expect(asText(table)).toEqual([
      '荒川区役所（arakawa-kuyakusho、端末 bbbbbbbb） 2026-03-20 09:30 取り込めませんでした（no-room）',
      '  base 第3版 2026-02-01　← 古い版です（最新は第4版）',
      '  exhibition-a ありません',
      '東京区政会館（kusei-kaikan、端末 aaaaaaaa） 2026-04-01 12:00 新しくしました',
      '  base 第4版 2026-03-01',
      '  exhibition-a 第2版 2026-03-01',
      '使えないファイル: x.json: 読めません',
    ]);
  });

  it('say it in a form that Excel opens', () => {
    const lines = asCsv(table).split('\r\n');
    expect(lines[0]).toBe(
      '\uFEFF会場,会場ID,端末,日時（東京）,取り込み,プログラム,パック,題名,版,内容の日付,最新の版,状態',
    );
    expect(lines[2]).toBe(
      '荒川区役所,arakawa-kuyakusho,bbbbbbbb,2026-03-20 09:30,取り込めませんでした（no-room）,0.1.0,exhibition-a,exhibition-aの題,,,2,ありません',
    );
    expect(lines.slice(5)).toEqual(['使えないファイル: x.json,読めません', '']);
  });

  it('never let a receipt calculate in the spreadsheet or run in the page', () => {
    const hostile = coverage(receipt({ venueName: '=1+1,"x"', outcome: '<script>alert(1)</script>' }));
    expect(asCsv(hostile)).toContain(`"'=1+1,""x"""`);
    expect(asHtml(hostile, '2026-04-02')).not.toContain('<script');
  });

  it('say it on paper: every hall, every pack, old versions marked by more than colour', () => {
    const page = asHtml(table, '2026-04-02');
    for (const words of ['荒川区役所', '東京区政会館', 'exhibition-aの題', '▲ 第3版', 'ありません', 'x.json'])
      expect(page).toContain(words);
    expect(page).toContain("default-src 'none'");
  });
});

describe('renkei receipts', () => {
  const renkei = (...argv: readonly string[]) => renkeiLines(['receipts', ...argv]);

  it('merges, and writes the table and the page', async () => {
    const folder = tempFolder();
    writeFiles(folder, { 'a.json': JSON.stringify(receipt()), 'b.json': JSON.stringify(ARAKAWA) });
    const out = tempFolder();
    const [csv, html] = [join(out, 'table.csv'), join(out, 'table.html')];
    const done = await renkei(folder, '--csv', csv, '--html', html);
    expect([done.code, done.err, done.out.length]).toEqual([0, [], 6]);
    expect(readFileSync(csv, 'utf8')).toContain('荒川区役所');
    expect(readFileSync(html, 'utf8')).toContain('荒川区役所');
    const { out: json } = await renkei(folder, '--json');
    expect(JSON.parse(json.join('\n'))).toMatchObject({ kiosks: [{}, {}], packs: [{}, {}], unusable: [] });
  });

  it('says so where there is nothing to merge', async () => {
    expect((await renkei(tempFolder())).code).toBe(1);
    expect((await renkei('/nowhere')).err[0]).toContain('ENOENT');
  });
});
