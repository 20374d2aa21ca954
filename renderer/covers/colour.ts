/**
 * Colour arithmetic for the drawn covers: mixing that looks even to the eye (OKLab), lightness,
 * and the contrast ratio of WCAG 2.2. Pure; colours are `#rrggbb` in and out.
 */

/** A colour as `#rrggbb`, lower case. */
export type Hex = `#${string}`;

type Triple = readonly [number, number, number];

/** Splits `#rrggbb` into 0..255 red, green, blue. Throws RangeError for anything else. */
export function toRgb(hex: Hex): Triple {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (match === null) throw new RangeError(`toRgb: ${hex} is not #rrggbb`);
  const [, r = '', g = '', b = ''] = match;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

/** Joins red, green, blue into `#rrggbb`; values are clamped to 0..255 and rounded. */
export function toHex(rgb: Triple): Hex {
  const pair = (value: number) =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, '0');
  return `#${pair(rgb[0])}${pair(rgb[1])}${pair(rgb[2])}`;
}

/** One sRGB channel, 0..255, to linear light 0..1. */
export function toLinear(channel: number): number {
  const c = channel / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
}

/** Linear light 0..1 to one sRGB channel, 0..255 (not rounded). */
export function fromLinear(light: number): number {
  const c = Math.min(1, Math.max(0, light));
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
}

function toOklab(hex: Hex): Triple {
  const [r, g, b] = toRgb(hex).map(toLinear) as unknown as Triple;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab(lab: Triple): Hex {
  const l = (lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2]) ** 3;
  const m = (lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2]) ** 3;
  const s = (lab[0] - 0.0894841775 * lab[1] - 1.291485548 * lab[2]) ** 3;
  return toHex([
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]);
}

/** `from` at 0, `to` at 1, evenly to the eye in between; `amount` outside 0..1 is clamped. */
export function mix(from: Hex, to: Hex, amount: number): Hex {
  const t = Math.min(1, Math.max(0, amount));
  const a = toOklab(from);
  const b = toOklab(to);
  return fromOklab([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t]);
}

/**
 * Two dyes in one bath: lightness and strength meet at `amount`, but the hue turns round the colour
 * circle instead of passing through grey, as `mix` does between opposite colours.
 *
 * @param mostTurn most degrees the hue may turn; the first dye keeps its family however far the second is
 */
export function blend(from: Hex, to: Hex, amount: number, mostTurn = 180): Hex {
  const a = toOklab(from);
  const b = toOklab(to);
  const [ca, cb] = [Math.hypot(a[1], a[2]), Math.hypot(b[1], b[2])];
  const [ha, hb] = [Math.atan2(a[2], a[1]), Math.atan2(b[2], b[1])];
  // Either way round is as far from yellow to blue: the bias takes the one through green, not red.
  const bias = 0.35;
  const turn = ((hb - ha + 5 * Math.PI - bias) % (2 * Math.PI)) - Math.PI + bias;
  const most = (mostTurn * Math.PI) / 180;
  const hue = ha + Math.max(-most, Math.min(most, turn * amount));
  const chroma = ca + (cb - ca) * amount;
  return fromOklab([a[0] + (b[0] - a[0]) * amount, chroma * Math.cos(hue), chroma * Math.sin(hue)]);
}

/** What the screen shows when `top` with `opacity` 0..1 lies over `under` (plain sRGB blending). */
export function over(top: Hex, opacity: number, under: Hex): Hex {
  const a = toRgb(top);
  const b = toRgb(under);
  const blend = (i: 0 | 1 | 2) => b[i] + (a[i] - b[i]) * opacity;
  return toHex([blend(0), blend(1), blend(2)]);
}

/** Relative luminance of WCAG 2.2, 0 (black) to 1 (white). */
export function luminance(hex: Hex): number {
  const [r, g, b] = toRgb(hex).map(toLinear) as unknown as Triple;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast ratio of WCAG 2.2, 1 (same) to 21 (black on white); the order does not matter. */
export function contrast(a: Hex, b: Hex): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The lightest of the colours by luminance. Throws RangeError when there are none. */
export function lightest(colours: readonly Hex[]): Hex {
  const [first, ...rest] = colours;
  if (first === undefined) throw new RangeError('lightest: no colours');
  return rest.reduce((best, next) => (luminance(next) > luminance(best) ? next : best), first);
}
