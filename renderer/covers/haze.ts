/** Bars of haze as in scroll paintings (すやり霞): stacked bands with round ends, joined by soft corners. */
import { at, n } from './patterns/geometry.ts';
import type { Chance } from './random.ts';

/**
 * Path of three stacked bars.
 *
 * @param x     left end of the widest bar
 * @param y     upper edge of the top bar
 * @param width of the widest bar
 * @param thick height of each bar
 * @param dice  decides how far each bar reaches
 */
export function hazeBars(x: number, y: number, width: number, thick: number, dice: Chance): string {
  const r = n(thick / 2);
  const bar = (from: number, top: number, length: number) =>
    `M${at(from, top)}h${n(length)}a${r} ${r} 0 0 1 0 ${n(thick)}h${n(-length)}a${r} ${r} 0 0 1 0 ${n(-thick)}z`;
  // Between two bars a neck joins them; its ends curve inwards, as in the painted form.
  const neck = (from: number, top: number, length: number) =>
    `M${at(from, top)}h${n(length)}a${r} ${r} 0 0 0 0 ${n(thick)}h${n(-length)}a${r} ${r} 0 0 0 0 ${n(-thick)}z`;
  const upper = [x + width * dice.between(0.16, 0.4), width * dice.between(0.34, 0.5)] as const;
  const lower = [x + width * dice.between(0.05, 0.3), width * dice.between(0.3, 0.55)] as const;
  const joint = ([from, length]: readonly [number, number]) => [from + length * 0.3, length * 0.5] as const;
  const [uj, lj] = [joint(upper), joint(lower)];
  return (
    bar(upper[0], y, upper[1]) +
    neck(uj[0], y + thick, uj[1]) +
    bar(x, y + 2 * thick, width) +
    neck(lj[0], y + 3 * thick, lj[1]) +
    bar(lower[0], y + 4 * thick, lower[1])
  );
}
