/** Every way in which a picture or a PDF is refused, by name, with files that are really damaged. */
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { complaintsOf, described, examineFiles } from '../../../helpers/media.ts';
import { pdf } from '../../../helpers/pdfs.ts';
import { jpeg, plain, png } from '../../../helpers/pictures.ts';
import { article, exhibitionPack, newsletterPack, SMALL, SMALL_BASE, t } from '../../../helpers/source.ts';

/** A source whose exhibition shows one picture of that name and content. */
function showing(
  name: string,
  bytes: Uint8Array | string | null,
  entry: object = {},
): Record<string, unknown> {
  const chapters = [
    { id: 'one', title: t('章'), theme: 'sea', blocks: [{ kind: 'picture', picture: name }] },
  ];
  return {
    ...SMALL_BASE,
    ...exhibitionPack('show', { chapters }),
    'show/pictures.yaml': [{ ...(described(name) as object), ...entry }],
    [`show/pictures/${name}`]: bytes,
  };
}

/** PNG of that size as its header says, with these bytes as its packed pixels. */
function hollowPng(width: number, height: number, packed: Buffer): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', packed),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** CRC of PNG; Node's own came with 20.15. */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const moving = async (): Promise<Buffer> =>
  sharp([await plain('red').png().toBuffer(), await plain('blue').png().toBuffer()], {
    join: { animated: true },
  })
    .webp({ delay: [100, 100] })
    .toBuffer();

const middleGone = async (): Promise<Buffer> => {
  const photo = await jpeg();
  photo.fill(0xff, photo.length / 2, photo.length / 2 + 2000);
  return photo;
};

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><rect width="9" height="9"/></svg>';

describe('a picture', () => {
  it.each<[string, string, string, () => Promise<Uint8Array | string>]>([
    ['a JPEG that was cut off', 'picture-truncated', 'a.jpg', async () => (await jpeg()).subarray(0, 9000)],
    ['a PNG that was cut off', 'picture-truncated', 'a.png', async () => (await png()).subarray(0, 20_000)],
    ['a text with the name of a picture', 'picture-not-picture', 'a.jpg', async () => 'まちの写真です。'],
    ['an empty file', 'picture-not-picture', 'a.jpg', async () => ''],
    ['a PNG with the name of a JPEG', 'picture-extension', 'a.jpg', png],
    ['a JPEG without an extension', 'picture-extension', 'a', jpeg],
    ['a drawing (SVG)', 'picture-svg', 'a.svg', async () => svg],
    ['an SVG with the name of a PNG', 'picture-svg', 'a.png', async () => svg],
    ['a GIF', 'picture-format', 'a.gif', () => plain('red').gif().toBuffer()],
    ['a WebP that moves', 'picture-animated', 'a.webp', moving],
    [
      'a picture too small to fill a screen',
      'picture-small',
      'a.jpg',
      () => jpeg({ width: 1199, height: 900 }),
    ],
    ['a JPEG with damage in its middle', 'picture-damaged', 'a.jpg', middleGone],
    ['a header without a size', 'picture-damaged', 'a.jpg', async () => (await jpeg()).subarray(0, 40)],
    [
      'a file of 41 MB',
      'picture-file-large',
      'a.jpg',
      async () => Buffer.concat([await jpeg(), Buffer.alloc(41_000_000)]),
    ],
    [
      'a header of 40000 x 40000',
      'picture-too-many-pixels',
      'a.png',
      async () => hollowPng(40_000, 40_000, deflateSync(Buffer.alloc(1000))),
    ],
    [
      'a small file that unpacks to 190 MB',
      'picture-bomb',
      'a.png',
      async () => hollowPng(7000, 6800, deflateSync(Buffer.alloc(7000 * 3 * 6800))),
    ],
  ])('is refused: %s (%s)', async (_what, id, name, make) => {
    expect(await complaintsOf(showing(name, await make()))).toEqual([`${id} show/pictures.yaml:1`]);
  });

  it('is refused without a word that tells what it shows, whose it is and on which terms', async () => {
    const entry = { alt: undefined, credit: undefined, licence: undefined };
    expect(await complaintsOf(showing('a.jpg', await jpeg(), entry))).toEqual([
      'picture-no-alt show/pictures.yaml:1',
      'picture-no-credit show/pictures.yaml:1',
      'picture-no-licence show/pictures.yaml:1',
    ]);
  });

  it('is asked for English words, without stopping the build', async () => {
    const files = showing('a.jpg', await jpeg(), { alt: { ja: '山' } });
    expect(await complaintsOf(files)).toEqual(['picture-alt-en show/pictures.yaml:1']);
  });

  it('is named when nobody described it, and when there is no such file', async () => {
    const files = showing('a.jpg', await jpeg());
    expect(await complaintsOf({ ...files, 'show/pictures.yaml': null })).toContain(
      'picture-unknown show/exhibition.yaml:20',
    );
    const [problem] = (
      await examineFiles({ ...files, 'show/pictures/a.jpg': null, 'show/pictures/A.JPG': 'x' })
    ).problems;
    expect(problem).toMatchObject({
      id: 'picture-missing',
      message: expect.stringContaining('「A.JPG」のことですか'),
    });
  });

  it('is named in a warning when nothing shows it', async () => {
    const files = {
      ...SMALL,
      'show/pictures.yaml': [described('a.jpg')],
      'show/pictures/a.jpg': await jpeg(),
      'show/pictures/b.jpg': 'whatever',
      'show/pictures/.DS_Store': 'of a computer',
      'show/pictures/Thumbs.db': 'of a computer',
    };
    expect(await complaintsOf(files)).toEqual([
      'picture-unused show/pictures.yaml:1',
      'picture-unused show/pictures/b.jpg:1',
    ]);
  });

  it('is named when it is described twice, alike or not', async () => {
    const twice = {
      ...showing('a.jpg', await jpeg()),
      'show/pictures.yaml': [described('a.jpg'), described('a.jpg')],
    };
    expect(await complaintsOf(twice)).toEqual(['picture-duplicate show/pictures.yaml:7']);
    const town = (alt: string): object => ({ file: 'a.jpg', alt: t(alt), credit: '村', licence: '提供' });
    const towns = [
      { town: '012068 釧路市', headline: t('港'), picture: town('港') },
      { town: '016675 鶴居村', headline: t('畑'), picture: town('畑') },
    ];
    const files = { ...SMALL_BASE, 'base/towns.yaml': towns, 'base/pictures/a.jpg': await jpeg() };
    expect(await complaintsOf(files)).toEqual(['picture-described-twice base/towns.yaml:17']);
  });

  it('is found whichever way its letters are put together', async () => {
    const [joined, apart] = ['が.jpg'.normalize('NFC'), 'が.jpg'.normalize('NFD')];
    const files = { ...showing(joined, null), [`show/pictures/${apart}`]: await jpeg() };
    expect(await complaintsOf(files)).toEqual([]);
  });

  it('is not looked for outside its folder', async () => {
    for (const file of [
      '../base/pack.yaml',
      '/etc/passwd',
      'pictures/../../x.jpg',
      'pictures/a/b.jpg',
      'c:\\x.jpg',
    ]) {
      const chapters = [
        { id: 'one', title: t('章'), theme: 'sea', blocks: [{ kind: 'picture', picture: file }] },
      ];
      expect(await complaintsOf({ ...SMALL_BASE, ...exhibitionPack('show', { chapters }) })).toContain(
        'shape show/exhibition.yaml:20',
      );
    }
  });
});

describe('a picture in a text', () => {
  it.each([
    '文の中の ![写真](../pictures/a.jpg) です。',
    '![](https://example.org/a.jpg)',
    '![](../pictures/my photo.jpg)',
    '![](../../other/pictures/a.jpg)',
  ])('is refused elsewhere than on a line of its own: %s', async (line) => {
    const files = { ...SMALL, 'news-1/articles/one.ja.md': `${article(1, '題')}\n${line}\n` };
    expect(await complaintsOf(files)).toEqual(['picture-in-text news-1/articles/one.ja.md:13']);
  });
});

describe('a PDF', () => {
  const withPdf = (bytes: Uint8Array | string | null, name = 'a.pdf'): Record<string, unknown> => {
    const pack = newsletterPack('news-9', 9, '2020-01-01');
    return {
      ...SMALL_BASE,
      ...pack,
      'news-9/issue.yaml': { ...(pack['news-9/issue.yaml'] as object), pdf: name },
      'news-9/articles/a.ja.md': article(1, '題'),
      'news-9/articles/a.en.md': '# T\n\nS\n',
      [`news-9/${name}`]: bytes,
    };
  };
  const GOOD = { pages: [['全国連携', 'NEWS']] };
  const NOT_EMBEDDED = `<< /Type /Font /Subtype /Type0 /BaseFont /HeiseiMin-W3 /Encoding /90ms-RKSJ-H /DescendantFonts [<<
/Type /Font /Subtype /CIDFontType0 /BaseFont /HeiseiMin-W3 /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >>
/FontDescriptor << /Type /FontDescriptor /FontName /HeiseiMin-W3 /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0
/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >> >>] >>`;
  const LOCK = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >> /ID [<41> <41>]`;

  it('is taken when all is well', async () => {
    expect(await complaintsOf(withPdf(pdf(GOOD)))).toEqual([]);
  });

  it.each<[string, string, Uint8Array | string | null]>([
    ['not there', 'pdf-missing', null],
    ['not a PDF', 'pdf-not-pdf', 'まちのたより'],
    [
      'cut off',
      'pdf-truncated',
      pdf({ pages: Array.from({ length: 20 }, () => ['全国連携']) }).subarray(0, 3000),
    ],
    ['locked', 'pdf-locked', pdf({ ...GOOD, trailer: LOCK })],
    ['without a page', 'pdf-damaged', Buffer.from('%PDF-1.7\nnothing\n%%EOF\n')],
    ['with letters that are not in it', 'pdf-font', pdf({ ...GOOD, font: NOT_EMBEDDED })],
    ['of 65 pages', 'pdf-pages', pdf({ pages: Array.from({ length: 65 }, () => []) })],
    ['of a page like a scroll', 'pdf-shape', pdf({ ...GOOD, size: [100, 500] })],
  ])('is refused: %s (%s)', async (_what, id, bytes) => {
    expect(await complaintsOf(withPdf(bytes))).toEqual([`${id} news-9/issue.yaml:10`]);
  });

  it('is named in a warning when it is a scan: nobody will find its words', async () => {
    expect(await complaintsOf(withPdf(pdf({ pages: [[]] })))).toEqual(['pdf-no-words news-9/issue.yaml:10']);
  });

  it('may use the fonts that every reader of PDF has', async () => {
    const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>';
    expect(await complaintsOf(withPdf(pdf({ ...GOOD, font })))).toEqual([]);
  });
});
