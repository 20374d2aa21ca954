import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tokyoTime } from '../../../content/pack/days.ts';
import { MAX_RECEIPT_BYTES, type ReceiptFacts, receiptFile } from '../../../content/pack/receipt.ts';
import { makeReceipt, writeReceipt } from '../../../content/sync/receipt.ts';
import { NOTHING_SEEN, openTrust } from '../../../content/sync/trust.ts';
import { tempFolder } from '../../helpers/folder.ts';

const NOW = Date.UTC(2026, 11, 31, 15, 30, 0);
const FACTS: ReceiptFacts = {
  kioskId: 'aaaabbbbccccddddeeeeffff',
  venueId: 'hall',
  venueName: 'ホール',
  appVersion: '1.2.3',
  counts: null,
  health: { uptimeSeconds: 1, faults: [] },
};
const make = (more: Partial<ReceiptFacts> = {}) =>
  makeReceipt(tempFolder(), { ...FACTS, ...more }, 'updated', NOW);

describe('makeReceipt', () => {
  it('tells the time in Tokyo, over the end of a year', async () => {
    expect((await make()).at).toBe('2027-01-01T00:30:00+09:00');
    expect(tokyoTime(0)).toBe('1970-01-01T09:00:00+09:00');
  });
  it('tells of a kiosk that shows nothing at all', async () => {
    expect(await make()).toMatchObject({ setId: null, packs: [], clockBelieved: true });
  });
  it('does not believe a clock behind the newest signature', async () => {
    const dataDir = tempFolder();
    openTrust(dataDir).remember({ ...NOTHING_SEEN, newestSignedMs: NOW });
    expect(await makeReceipt(dataDir, FACTS, 'unchanged', 0)).toMatchObject({
      at: '2027-01-01T00:30:00+09:00',
      clockBelieved: false,
    });
  });
});

describe('writeReceipt', () => {
  it('leaves one file for a kiosk, the newest', async () => {
    const stick = tempFolder();
    const receipt = await make();
    expect(await writeReceipt(stick, receipt)).toBe('hall.aaaabbbbcccc.json');
    await writeReceipt(stick, { ...receipt, outcome: 'unchanged' });
    expect(readdirSync(join(stick, 'renkei-receipts'))).toEqual([receiptFile(receipt)]);
    const text = readFileSync(join(stick, 'renkei-receipts', receiptFile(receipt)), 'utf8');
    expect(JSON.parse(text)).toEqual({ ...receipt, outcome: 'unchanged' });
  });

  it('writes through no link, neither of the folder nor of the file', async () => {
    const [stick, elsewhere] = [tempFolder(), tempFolder()];
    symlinkSync(elsewhere, join(stick, 'renkei-receipts'));
    expect(await writeReceipt(stick, await make())).toBe(null);
    expect(readdirSync(elsewhere)).toEqual([]);

    const other = tempFolder();
    const receipt = await make();
    mkdirSync(join(other, 'renkei-receipts'));
    writeFileSync(join(elsewhere, 'mine'), 'mine');
    symlinkSync(join(elsewhere, 'mine'), join(other, 'renkei-receipts', receiptFile(receipt)));
    expect(await writeReceipt(other, receipt)).toBe(receiptFile(receipt));
    expect(readFileSync(join(elsewhere, 'mine'), 'utf8')).toBe('mine');
  });

  it('is null for a stick that is gone or has a file in the way, and leaves nothing half written', async () => {
    const stick = tempFolder();
    expect(await writeReceipt(join(stick, 'gone'), await make())).toBe(null);
    writeFileSync(join(stick, 'renkei-receipts'), '');
    expect(await writeReceipt(stick, await make())).toBe(null);
    expect(readdirSync(stick)).toEqual(['renkei-receipts']);
  });

  it('leaves counts out that would make it too long', async () => {
    const stick = tempFolder();
    const receipt = await make({ counts: { text: 'x'.repeat(MAX_RECEIPT_BYTES) } });
    const name = (await writeReceipt(stick, receipt)) ?? '';
    const text = readFileSync(join(stick, 'renkei-receipts', name), 'utf8');
    expect(JSON.parse(text)).toEqual({ ...receipt, counts: null });
  });
});
