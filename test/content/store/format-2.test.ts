/** The notice that was made by the first release of FORMAT 2 is read whole by this one. It is never made anew. */
import { describe, expect, it } from 'vitest';
import { PackRefused } from '../../../content/pack/refusal.ts';
import { tablesOf } from '../../../content/pack/schema.ts';
import { readNotices } from '../../../content/store/notices.ts';
import { openPack } from '../../../content/store/open.ts';
import { changeBytes, changeRows, entryOf, rehash } from '../../helpers/damage.ts';
import { frozen } from '../../helpers/frozen.ts';
import { openGood } from '../../helpers/library.ts';

const library = openGood(frozen(2));

describe('the frozen notice of FORMAT 2', () => {
  it('stands beside a base of FORMAT 1, and neither is at fault', () => {
    expect(library.faults).toEqual([]);
    const formats = library.packs.map(({ packId, all }) => [packId, all('PRAGMA user_version')[0]]);
    expect(formats).toEqual([
      ['base', { user_version: 1 }],
      ['rain', { user_version: 2 }],
    ]);
  });

  it('has rows in every table of a notice', () => {
    const rain = library.packs.find(({ kind }) => kind === 'notice');
    const own = tablesOf(2)
      .slice(tablesOf(1).length)
      .map(({ name }) => name);
    expect(own).toEqual(['notice', 'notice_text', 'notice_venue']);
    expect(own.filter((name) => (rain?.all(`SELECT * FROM ${name}`).length ?? 0) === 0)).toEqual([]);
  });

  it('keeps its words as they were, in each of its languages', () => {
    expect(readNotices(library, 'ja', 'hall')).toMatchObject([
      {
        id: 'rain',
        level: 'disaster',
        from: '2020-11-30 09:00',
        until: '2020-12-01 18:00',
        headline: '大雨の警報が出ています',
        body: '外に出ないでください。\n\n- 川に近づかない',
        contact: '1階の総合案内',
        phone: '03-0000-0000',
        url: 'https://example.jp/rain',
        picture: { kind: 'picture', alt: 'rain.jpgの説明' },
        lang: 'ja',
      },
    ]);
    const headlines = (['ja-easy', 'en', 'zh-Hans', 'ko'] as const).map(
      (lang) => readNotices(library, lang, 'arakawa')[0]?.headline,
    );
    expect(headlines).toEqual(['たくさん 雨が ふります', 'Heavy rain warning', '大雨警报', '호우 경보']);
  });
});

describe('a notice that is not as FORMAT 2 says', () => {
  function refusal(change: (folder: string) => void): string {
    const folder = frozen(2);
    change(folder);
    rehash(folder, 'rain');
    try {
      openPack(folder, entryOf(folder, 'rain')).close();
      return 'opened';
    } catch (error) {
      if (!(error instanceof PackRefused)) throw error;
      return `${error.fault.code}: ${error.fault.detail}`;
    }
  }
  const sql = (text: string) => refusal((folder) => changeRows(folder, 'rain', text));

  it('opens when nothing was changed', () => expect(refusal(() => undefined)).toBe('opened'));

  it('pack-too-new: what a kiosk says that knows FORMAT 1 only, asked here of FORMAT 3', () => {
    const header = (folder: string) =>
      changeBytes(folder, 'rain', (bytes) => void bytes.writeUInt32BE(3, 60));
    expect(refusal(header)).toBe('pack-too-new: FORMAT 3, this program reads up to 2');
  });

  it('pack-wrong-schema: a notice in FORMAT 1, or without its tables', () => {
    const header = (folder: string) =>
      changeBytes(folder, 'rain', (bytes) => void bytes.writeUInt32BE(1, 60));
    expect(refusal(header)).toBe('pack-wrong-schema: FORMAT 1 of a notice');
    expect(sql('DROP TABLE notice_venue')).toBe('pack-wrong-schema: notice_venue is missing');
  });

  it.each([
    ["UPDATE notice SET level = 'panic'", 'notice.level: "panic"'],
    ["UPDATE notice SET until_minute = 'tomorrow'", 'notice.until_minute: "tomorrow"'],
    ["UPDATE notice SET from_minute = '2020-11-30'", 'notice.from_minute: "2020-11-30"'],
    [
      'UPDATE notice_text SET headline = headline || char(8238)',
      'notice_text.headline: letters that cannot be shown',
    ],
    ["INSERT INTO notice VALUES ('two', 'info', NULL, '2020-12-01 18:00', NULL, NULL)", 'notice: 2 rows'],
  ])('pack-out-of-bounds: %s', (text, what) => {
    expect(sql(text)).toBe(`pack-out-of-bounds: ${what}`);
  });
});
