/** The printed newsletter: pages that look like the PDF, and text that can be found. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type DerivedPage, derivePages } from '../../../../content/author/media/pages.ts';
import { pdf } from '../../../helpers/pdfs.ts';
import { colourAt } from '../../../helpers/pictures.ts';

async function pagesOf(bytes: Uint8Array): Promise<{
  readonly pages: readonly DerivedPage[];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly steps: readonly string[];
}> {
  const files = new Map<string, Uint8Array>();
  const steps: string[] = [];
  const pages = await derivePages(bytes, {
    keep: (file, sha256) => void files.set(sha256, file),
    step: (done, total) => void steps.push(`${done}/${total}`),
  });
  return { pages, files, steps };
}

const TWO = pdf({ pages: [['全国連携', 'NEWS'], ['2025年']] });

describe('derivePages', () => {
  it('draws every page in two widths and tells its progress', async () => {
    const { pages, files, steps } = await pagesOf(TWO);
    expect(pages.map((page) => page.variants.map(({ width, height }) => [width, height]))).toEqual([
      [
        [640, 907],
        [1920, 2720],
      ],
      [
        [640, 907],
        [1920, 2720],
      ],
    ]);
    expect(steps).toEqual(['0/2', '1/2', '2/2']);
    const large = files.get(pages[0]?.variants[1]?.sha256 ?? '') ?? new Uint8Array();
    expect(await sharp(large).metadata()).toMatchObject({ format: 'webp', width: 1920, hasAlpha: false });
    // White paper, the red bar at its foot, black letters near its head.
    expect(await colourAt(large, 0.9, 0.5)).toEqual([255, 255, 255]);
    const [r = 0, g = 0, b = 0] = await colourAt(large, 0.5, 0.98);
    expect([r > 240, g < 20, b < 20]).toEqual([true, true, true]);
    expect((await colourAt(large, 0.1, 0.09)).every((part) => part < 40)).toBe(true);
  });

  it('gives the text of each page in reading order', async () => {
    const { pages } = await pagesOf(TWO);
    expect(pages.map((page) => page.words)).toEqual(['全国連携 NEWS', '2025年']);
  });

  it('puts right the radicals that PDFs name in the place of characters', async () => {
    const { pages } = await pagesOf(pdf({ pages: [['⾷⻑⻄⼭', 'ｶﾞ㈱①']] }));
    expect(pages[0]?.words).toBe('食長西山ガ(株)1');
  });

  it('gives the same bytes every time', async () => {
    const [first, second] = [await pagesOf(TWO), await pagesOf(TWO)];
    expect(second.pages).toEqual(first.pages);
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = Uint8Array.from(TWO);
    await pagesOf(bytes);
    expect(Buffer.from(bytes).equals(TWO)).toBe(true);
  });
});
