/** What counts as another look, with real pictures of a page-like drawing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { difference, shrunk } from '../../../build/look/difference.ts';
import { compareTour, keepTour, madeWith } from '../../../build/look/kept.ts';
import { tempFolder } from '../../helpers/folder.ts';

type Page = {
  /** Where the card stands, in pixels of a screen of 1920 by 1080. */
  readonly left?: number;
  /** Colour of its letters. */
  readonly ink?: string;
  /** How far the letters stand from where they stood, as on another machine. */
  readonly shake?: number;
};

function drawn({ left = 600, ink = '#1b2230', shake = 0 }: Page = {}): Promise<Buffer> {
  const lines = Array.from({ length: 12 }, (_, i) => {
    const y = 300 + i * 40 + shake;
    return `<rect x="${left + 40 + shake}" y="${y}" width="${500 - (i % 4) * 60}" height="14" fill="${ink}"/>`;
  });
  return sharp(
    Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1920" height="1080">
      <rect width="1920" height="1080" fill="#fbf8f1"/>
      <rect x="${left}" y="240" width="640" height="600" rx="28" fill="#ffffff" stroke="#8c8471" stroke-width="2"/>
      ${lines.join('')}
    </svg>`),
  )
    .png()
    .toBuffer();
}

const compared = async (a: Page, b: Page) =>
  difference(await shrunk(await drawn(a)), await shrunk(await drawn(b)));

describe('difference', () => {
  it('sees none between two pictures of the same screen', async () => {
    expect(await compared({}, {})).toEqual({ cells: [], same: true });
  });

  it('bears letters that another machine draws half a pixel elsewhere', async () => {
    expect((await compared({}, { shake: 0.5 })).same).toBe(true);
  });

  it('sees a block that moved by 8 of 1920 pixels, and another colour of letters', async () => {
    expect((await compared({}, { left: 608 })).same).toBe(false);
    expect((await compared({}, { ink: '#cf4529' })).same).toBe(false);
  });

  it('calls everything other where the sizes differ', async () => {
    const tall = await sharp(await drawn())
      .resize(1080, 1920, { fit: 'fill' })
      .png()
      .toBuffer();
    expect((await difference(await shrunk(await drawn()), await shrunk(tall))).same).toBe(false);
  });
});

describe('the kept pictures', () => {
  async function scene() {
    const [tour, kept, shown] = ['tour', 'kept', 'shown'].map((name) => join(tempFolder(), name)) as [
      string,
      string,
      string,
    ];
    mkdirSync(tour);
    for (const name of ['home', 'map']) writeFileSync(join(tour, `${name}.png`), await drawn());
    await keepTour(tour, '33.2.1', kept);
    return { tour, kept, shown, compare: () => compareTour(tour, true, { kept, shown }) };
  }

  it('are small, and found unchanged by the tour they came from', async () => {
    const { kept, shown, compare } = await scene();
    expect(readdirSync(kept).sort()).toEqual(['electron.txt', 'home.webp', 'map.webp']);
    expect(readFileSync(join(kept, 'home.webp')).length).toBeLessThan(15_000);
    expect(await compare()).toEqual([]);
    expect(existsSync(shown)).toBe(false);
  });

  it('name what looks otherwise, is new or gone, and show both side by side', async () => {
    const { tour, kept, shown, compare } = await scene();
    writeFileSync(join(tour, 'home.png'), await drawn({ left: 640 }));
    writeFileSync(join(tour, 'town.png'), await drawn());
    writeFileSync(join(kept, 'old.webp'), 'x');
    const found = await compare();
    expect(found.map(({ name, is }) => [name, is])).toEqual([
      ['home', 'other'],
      ['town', 'new'],
      ['old', 'gone'],
    ]);
    expect(found[0]?.cells).toBeGreaterThan(6);
    const picture = await sharp(join(shown, 'home.png')).metadata();
    expect([picture.format, picture.width, picture.height]).toEqual(['png', 968, 270]);
  });

  it('are replaced only where the look changed', async () => {
    const { tour, kept } = await scene();
    const before = readFileSync(join(kept, 'map.webp'));
    writeFileSync(join(tour, 'home.png'), await drawn({ left: 640 }));
    writeFileSync(join(tour, 'map.png'), await drawn({ shake: 0.2 }));
    expect(await keepTour(tour, '45.4.1', kept)).toBe(1);
    expect(madeWith(kept)).toBe('45.4.1');
    expect(readFileSync(join(kept, 'map.webp'))).toEqual(before);
  });
});
