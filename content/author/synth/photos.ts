/**
 * Drawn photographs: sky, hills and fields with light and grain, as JPEG or WebP of the size and weight of what
 * offices hand in. Drawn small and scaled up: a picture takes some hundredths of a second.
 */
import sharp from 'sharp';
import type { Theme } from '../../pack/types.ts';
import { diceOf, randomOf } from './random.ts';

type Colour = readonly [number, number, number];

/** Sky above, sky at the horizon, far hills, ground. */
const PALETTES: Readonly<Record<Theme, readonly [Colour, Colour, Colour, Colour]>> = {
  sea: [
    [70, 130, 200],
    [190, 220, 240],
    [40, 90, 140],
    [30, 110, 160],
  ],
  mountain: [
    [90, 140, 210],
    [210, 225, 240],
    [80, 100, 130],
    [60, 100, 60],
  ],
  snow: [
    [140, 160, 190],
    [225, 230, 238],
    [170, 180, 200],
    [238, 240, 246],
  ],
  rice: [
    [110, 170, 225],
    [230, 235, 225],
    [70, 110, 80],
    [150, 180, 60],
  ],
  forest: [
    [120, 160, 190],
    [215, 225, 215],
    [40, 80, 60],
    [30, 70, 40],
  ],
  'hot-spring': [
    [160, 170, 190],
    [235, 225, 215],
    [110, 100, 110],
    [120, 140, 130],
  ],
  island: [
    [60, 150, 220],
    [205, 235, 245],
    [50, 110, 80],
    [40, 150, 170],
  ],
  river: [
    [100, 160, 220],
    [220, 230, 235],
    [80, 120, 90],
    [70, 120, 140],
  ],
  city: [
    [150, 170, 200],
    [235, 225, 215],
    [120, 120, 130],
    [150, 145, 140],
  ],
  plain: [
    [90, 160, 225],
    [235, 235, 215],
    [90, 130, 80],
    [180, 160, 80],
  ],
};

/** Pixels; some upright. */
const SIZES = [
  [1600, 1067],
  [1600, 1200],
  [1280, 960],
  [1920, 1280],
  [1067, 1600],
] as const;

/** Drawn so many times smaller than it is. */
const SCALE = 3;
/** Grain, in steps of brightness to either side. */
const GRAIN = 9;
/** So many grains are thrown once; each line of the picture begins at another. */
const GRAINS = 4099;
/** How dark the furrows of the ground are. */
const FURROW = 0.08;

/** @returns bytes of a file whose name ends in `.jpg` or `.webp` */
export async function drawPhoto(file: string, theme: Theme, seed: number): Promise<Buffer> {
  const dice = diceOf(seed, `photo ${file}`);
  const [fullWidth, fullHeight] = dice.one(SIZES);
  const width = Math.round(fullWidth / SCALE);
  const height = Math.round(fullHeight / SCALE);
  const pixels = draw(width, height, theme, dice.within(0, 0x7fffffff));
  const large = sharp(pixels, { raw: { width, height, channels: 3 } }).resize(fullWidth, fullHeight, {
    fit: 'fill',
    kernel: 'linear',
  });
  return file.endsWith('.webp')
    ? large.webp({ quality: 84, effort: 1 }).toBuffer()
    : large.jpeg({ quality: 86 }).toBuffer();
}

function draw(width: number, height: number, theme: Theme, seed: number): Buffer {
  const random = randomOf(seed);
  const [top, low, hills, ground] = PALETTES[theme];
  const pixels = Buffer.allocUnsafe(width * height * 3);
  const horizon = height * (0.4 + random() * 0.2);
  const waves = Array.from({ length: 5 }, (_wave, i) => ({
    high: (height * (0.02 + random() * 0.06)) / (i + 1),
    long: ((i + 1) * Math.PI * (1 + random() * 2)) / width,
    shift: random() * Math.PI * 2,
  }));
  const light = 0.8 + random() * 0.4;
  const sunX = random() * width;
  const edges = Float64Array.from({ length: width }, (_x, x) =>
    waves.reduce((sum, { high, long, shift }) => sum + high * Math.sin(x * long + shift), 0),
  );
  // Light of the sun at a place is that of its column times that of its row.
  const glowX = Float64Array.from(
    { length: width },
    (_x, x) => 40 * Math.exp(-(((x - sunX) / width) ** 2) * 9),
  );
  const grain = Float64Array.from({ length: GRAINS }, () => (random() - 0.5) * 2 * GRAIN);
  let at = 0;
  for (let y = 0; y < height; y++) {
    const glowY = Math.exp(-(((y - horizon) / height) ** 2) * 12);
    const nearness = 0.75 + ((y - horizon) / (height - horizon)) * 0.5;
    const row = Math.floor(random() * GRAINS);
    for (let x = 0; x < width; x++) {
      const edge = edges[x] ?? 0;
      const far = horizon - height * 0.06 + edge;
      const isSky = y < far;
      const from = isSky ? top : y < horizon + edge * 0.3 ? hills : ground;
      const share = isSky ? y / far : 0;
      const shade = (from === ground ? nearness + FURROW * Math.sin(x * 0.07 + y * y * 0.002) : 1) * light;
      const more = (glowX[x] ?? 0) * glowY + (grain[(row + x) % GRAINS] ?? 0) * (isSky ? 0.4 : 1.6);
      for (let c = 0; c < 3; c++) {
        const value = ((from[c] ?? 0) * (1 - share) + (low[c] ?? 0) * share) * shade + more;
        pixels[at++] = value < 0 ? 0 : value > 255 ? 255 : value;
      }
    }
  }
  return pixels;
}
