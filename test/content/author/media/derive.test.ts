/** What becomes of a picture on its way into a pack: right way up, right colours, nothing of where it was taken. */
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type Derived, derivePicture, PictureDamaged } from '../../../../content/author/media/derive.ts';
import { colourAt, jpeg, plain, scene } from '../../../helpers/pictures.ts';

type Made = Derived & { readonly files: ReadonlyMap<string, Uint8Array>; readonly widest: Uint8Array };

async function derive(bytes: Uint8Array): Promise<Made> {
  const files = new Map<string, Uint8Array>();
  const derived = await derivePicture(bytes, (file, sha256) => void files.set(sha256, file));
  const widest = files.get(derived.variants.at(-1)?.sha256 ?? '') ?? new Uint8Array();
  return { ...derived, files, widest };
}

function expectColour(found: readonly number[], wanted: readonly number[], tolerance: number): void {
  found.forEach((part, i) =>
    expect(Math.abs(part - (wanted[i] ?? 0)), `${found} is not ${wanted}`).toBeLessThanOrEqual(tolerance),
  );
}

describe('derivePicture', () => {
  it('makes WebP in the listed widths up to its own, never larger', async () => {
    const widthsOf = async (width: number): Promise<readonly number[]> =>
      (await derive(await jpeg({ width, height: 1200 }))).variants.map((variant) => variant.width);
    expect(await widthsOf(900)).toEqual([480, 900]);
    expect(await widthsOf(1000)).toEqual([480, 960]);
    expect(await widthsOf(2000)).toEqual([480, 960, 1600, 2000]);
    expect(await widthsOf(3000)).toEqual([480, 960, 1600, 2400]);
  });

  it('names each file by the hash of its bytes, and says their size', async () => {
    const { variants, files } = await derive(await jpeg());
    expect(variants.length).toBe(files.size);
    for (const { sha256, sizeBytes, width, height } of variants) {
      const bytes = files.get(sha256) ?? new Uint8Array();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      expect(await sharp(bytes).metadata()).toMatchObject({ format: 'webp', width, height });
      expect(bytes.length).toBe(sizeBytes);
    }
  });

  it('gives the same bytes every time, with one thread or two, with or without vector instructions', async () => {
    const photo = await jpeg({ width: 1800, height: 1300 });
    const first = await derive(photo);
    const again = await Promise.all([derive(photo), derive(photo)]);
    sharp.simd(false);
    sharp.concurrency(2);
    const plainly = await derive(photo);
    sharp.simd(true);
    sharp.concurrency(1);
    for (const other of [...again, plainly]) expect({ ...other }).toEqual({ ...first });
  });

  it('leaves place, camera and time of a photograph behind', async () => {
    const secret = 'ZEISS SECRET CAMERA';
    const photo = await scene()
      .withExif({
        IFD0: { Make: secret, Copyright: 'somebody' },
        IFD2: { DateTimeOriginal: '2024:05:01 10:20:30' },
        IFD3: {
          GPSLatitudeRef: 'N',
          GPSLatitude: '43/1 4/1 0/1',
          GPSLongitudeRef: 'E',
          GPSLongitude: '144/1 22/1 0/1',
        },
      })
      .jpeg()
      .toBuffer();
    expect(photo.includes(secret)).toBe(true);
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    for (const bytes of (await derive(photo)).files.values()) {
      const { exif, xmp, iptc, icc } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc }).toEqual({});
      for (const trace of [secret, 'GPS', 'Exif', '2024:05:01'])
        expect(Buffer.from(bytes).includes(trace)).toBe(false);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'stands upright whatever orientation (%i) the camera noted',
    async (orientation) => {
      // Top left red, top right green, bottom left blue, once the note is obeyed.
      const upright = await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'white' } })
        .composite(
          [
            ['#f00', 0, 0],
            ['#0f0', 800, 0],
            ['#00f', 0, 500],
          ].map(([background, left, top]) => ({
            input: { create: { width: 400, height: 300, channels: 3, background: String(background) } },
            left: Number(left),
            top: Number(top),
          })),
        )
        .png()
        .toBuffer();
      // What a camera held that way would have stored: the note undone.
      const undone = {
        1: [0, false],
        2: [0, true],
        3: [180, false],
        4: [180, true],
        5: [90, true],
        6: [270, false],
        7: [270, true],
        8: [90, false],
      }[orientation] ?? [0, false];
      const turned = await sharp(upright).rotate(Number(undone[0])).toBuffer();
      const stored = await sharp(turned)
        .flop(Boolean(undone[1]))
        .withMetadata({ orientation })
        .jpeg({ quality: 95 })
        .toBuffer();
      const { widest } = await derive(stored);
      const { width, height } = await sharp(widest).metadata();
      expect([width, height]).toEqual([1200, 800]);
      expectColour(await colourAt(widest, 0.1, 0.1), [255, 0, 0], 12);
      expectColour(await colourAt(widest, 0.9, 0.1), [0, 255, 0], 12);
      expectColour(await colourAt(widest, 0.1, 0.9), [0, 0, 255], 12);
    },
  );

  it('brings the colours of a print (CMYK with its profile) to the screen', async () => {
    for (const [name, colour] of [
      ['vermilion', [200, 80, 60]],
      ['indigo', [60, 80, 130]],
    ] as const) {
      const [r, g, b] = colour;
      const print = await plain(`rgb(${r},${g},${b})`)
        .withIccProfile('cmyk')
        .toColourspace('cmyk')
        .jpeg({ quality: 95 })
        .toBuffer();
      expect(await sharp(print).metadata(), name).toMatchObject({ space: 'cmyk', hasProfile: true });
      // Ink and back: the perceptual way through the profile moves colours a little, here by up to 23.
      expectColour(await colourAt((await derive(print)).widest, 0.5, 0.5), colour, 24);
    }
  });

  it('brings the colours of a phone (Display P3) to the screen', async () => {
    const phone = await plain('rgb(200,80,60)')
      .withIccProfile('p3')
      .jpeg({ quality: 95, chromaSubsampling: '4:4:4' })
      .toBuffer();
    const stored = await colourAt(await sharp(phone, { ignoreIcc: true }).png().toBuffer(), 0.5, 0.5);
    expect(stored[0], 'the stored number is another').toBeLessThan(195);
    expectColour(await colourAt((await derive(phone)).widest, 0.5, 0.5), [200, 80, 60], 6);
  });

  it('keeps grey, sixteen bits and transparency as they look', async () => {
    const grey = await scene().greyscale().jpeg().toBuffer();
    const [r, g, b] = await colourAt((await derive(grey)).widest, 0.3, 0.3);
    expect([g, b]).toEqual([r, r]);
    const deep = await plain('rgb(10,130,250)').toColourspace('rgb16').png().toBuffer();
    expectColour(await colourAt((await derive(deep)).widest, 0.5, 0.5), [10, 130, 250], 3);
    const clear = await scene().ensureAlpha(0.5).png().toBuffer();
    expect(await sharp((await derive(clear)).widest).metadata()).toMatchObject({ hasAlpha: true });
  });

  it('has a dominant colour and a blurred likeness in a few bytes', async () => {
    const { colour, thumbHash } = await derive(await plain('rgb(200,80,60)').jpeg().toBuffer());
    const parts = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
    expectColour(parts, [200, 80, 60], 10);
    expect(Buffer.from(thumbHash, 'base64').length).toBeLessThanOrEqual(25);
  });

  it('refuses damage that the header does not show', async () => {
    const photo = await jpeg();
    const middle = Math.floor(photo.length / 2);
    const hit = Buffer.concat([
      photo.subarray(0, middle),
      Buffer.alloc(2000, 0xff),
      photo.subarray(middle + 2000),
    ]);
    await expect(derive(hit)).rejects.toBeInstanceOf(PictureDamaged);
    const cut = await scene().png().toBuffer();
    cut.fill(7, 200, 260);
    await expect(derive(cut)).rejects.toBeInstanceOf(PictureDamaged);
  });

  it('does not unpack what is larger than allowed, even when asked to', async () => {
    const bomb = await plain('white', { width: 9000, height: 9000 }).png().toBuffer();
    await expect(derive(bomb)).rejects.toThrow(/pixel limit/);
  });
});
