/** Our own readers of picture headers: they see every file first, so they must survive every file. */
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { sniffPicture } from '../../../../content/author/media/header.ts';
import { jpeg, plain, png, scene, webp } from '../../../helpers/pictures.ts';

const SIZE = { width: 1201, height: 677 };

function picture(format: string, more: object = {}): unknown {
  return { kind: 'picture', header: { format, ...SIZE, animated: false, whole: true, ...more } };
}

describe('sniffPicture', () => {
  it('reads size and kind of JPEG, baseline and progressive', async () => {
    expect(sniffPicture(await jpeg(SIZE))).toEqual(picture('jpeg'));
    const progressive = await scene(SIZE).jpeg({ progressive: true, mozjpeg: true }).toBuffer();
    expect(sniffPicture(progressive)).toEqual(picture('jpeg'));
  });

  it('reads size and kind of PNG, with and without colours of its own', async () => {
    expect(sniffPicture(await png(SIZE))).toEqual(picture('png'));
    expect(sniffPicture(await scene(SIZE).png({ palette: true }).toBuffer())).toEqual(picture('png'));
  });

  it('reads size and kind of WebP: lossy, lossless, with transparency, with metadata', async () => {
    const makers = [
      scene(SIZE).webp(),
      scene(SIZE).webp({ lossless: true }),
      scene(SIZE).ensureAlpha(0.5).webp(),
      scene(SIZE)
        .withExif({ IFD0: { Copyright: 'x' } })
        .webp(),
    ];
    for (const maker of makers) expect(sniffPicture(await maker.toBuffer())).toEqual(picture('webp'));
  });

  it('finds the end of a JPEG, not that of its thumbnail', async () => {
    const thumbnail = await jpeg({ width: 160, height: 90 });
    const app1 = Buffer.concat([Buffer.of(0xff, 0xe1, 0, 0), thumbnail]);
    app1.writeUInt16BE(thumbnail.length + 2, 2);
    const whole = await jpeg(SIZE);
    const both = Buffer.concat([whole.subarray(0, 2), app1, whole.subarray(2)]);
    expect(sniffPicture(both)).toEqual(picture('jpeg'));
    expect(sniffPicture(both.subarray(0, -400))).toEqual(picture('jpeg', { whole: false }));
  });

  it('sees that a file was cut off, wherever the knife went', async () => {
    for (const whole of [await jpeg(SIZE), await png(SIZE), await webp(SIZE)]) {
      for (const part of [0.3, 0.6, 0.95]) {
        const cut = sniffPicture(whole.subarray(0, Math.floor(whole.length * part)));
        expect(cut).toMatchObject({ kind: 'picture', header: { ...SIZE, whole: false } });
      }
    }
  });

  it('sees that a WebP or PNG moves', async () => {
    const frames = [await plain('red').png().toBuffer(), await plain('blue').png().toBuffer()];
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    expect(sniffPicture(moving)).toMatchObject({ header: { format: 'webp', animated: true } });
    const still = await png();
    const control = Buffer.from('000000086163544c000000020000000000000000', 'hex');
    const apng = Buffer.concat([still.subarray(0, 33), control, still.subarray(33)]);
    expect(sniffPicture(apng)).toMatchObject({ header: { format: 'png', animated: true } });
  });

  it('knows what it does not take', async () => {
    const box = (brand: string): Buffer => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1heic`, 'latin1');
    const bmp = Buffer.alloc(60);
    bmp.write('BM');
    bmp.writeUInt32LE(40, 14);
    const files: readonly [string, Buffer][] = [
      ['svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
      [
        'svg',
        Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- x -->\n<s:svg xmlns:s="http://www.w3.org/2000/svg"/>'),
      ],
      ['svg', Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')],
      ['gif', await plain('red').gif().toBuffer()],
      ['tiff', await plain('red').tiff().toBuffer()],
      ['avif', await plain('red', { width: 64, height: 64 }).avif({ effort: 0 }).toBuffer()],
      ['heic', box('heic')],
      ['pdf', Buffer.from('%PDF-1.7\n')],
      ['bmp', bmp],
    ];
    for (const [format, bytes] of files) expect(sniffPicture(bytes)).toEqual({ kind: 'foreign', format });
  });

  it('takes a text for nothing, and a picture without a size for broken', async () => {
    expect(sniffPicture(Buffer.from('まちの写真です'))).toEqual({ kind: 'unknown' });
    expect(sniffPicture(Buffer.alloc(0))).toEqual({ kind: 'unknown' });
    expect(sniffPicture((await jpeg()).subarray(0, 30))).toEqual({ kind: 'broken', format: 'jpeg' });
    expect(sniffPicture((await png()).subarray(0, 20))).toEqual({ kind: 'broken', format: 'png' });
    expect(sniffPicture((await webp()).subarray(0, 20))).toEqual({ kind: 'broken', format: 'webp' });
  });

  it('has an answer for any bytes, also behind the first bytes of a picture', async () => {
    const starts = [
      Buffer.alloc(0),
      ...[await jpeg(), await png(), await webp()].map((file) => file.subarray(0, 40)),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.nat(40),
        fc.uint8Array({ maxLength: 200 }),
        (start, keep, rest) => {
          const { kind } = sniffPicture(Buffer.concat([start.subarray(0, keep), rest]));
          return ['picture', 'foreign', 'broken', 'unknown'].includes(kind);
        },
      ),
    );
  });
});
