/** Curves as an SVG picture: a few panels below each other, each with its own scale. Pure; no library. */

export type Curve = {
  /** Japanese and English. */
  readonly name: readonly [ja: string, en: string];
  readonly points: readonly (readonly [x: number, y: number])[];
};

export type Panel = {
  readonly title: readonly [ja: string, en: string];
  readonly unit: string;
  readonly curves: readonly Curve[];
};

/** What happened at a point of the way across. */
export type Mark = { readonly at: number; readonly name: readonly [ja: string, en: string] };

export type Chart = {
  readonly title: readonly [ja: string, en: string];
  /** Below the title: what was measured, as of when. */
  readonly note?: readonly [ja: string, en: string];
  readonly across: readonly [ja: string, en: string];
  /** In the order of the way across. */
  readonly marks?: readonly Mark[];
  /** Both axes by powers of ten; every value must be above 0. */
  readonly logarithmic?: boolean;
  readonly panels: readonly Panel[];
};

const WIDTH = 960;
const PANEL = 220;
const HEAD = 64;
const FOOT = 44;
const LEFT = 84;
const RIGHT = 200;
const TICKS = 4;
/** Words of one mark. */
const MARK_ROOM = 160;
const END = 'text-anchor="end"';
/** Told apart by brightness and dash as well as by hue. */
const STROKES = [
  ['#1f4e79', ''],
  ['#b3541e', '8 4'],
  ['#3f7d3a', '3 3'],
  ['#7a3b7e', '12 4 3 4'],
  ['#555555', '1 3'],
] as const;

/** @returns the text of an SVG file */
export function drawChart({ title, note, across, marks = [], logarithmic = false, panels }: Chart): string {
  const height = HEAD + panels.length * PANEL + FOOT;
  const xs = panels.flatMap(({ curves }) => curves.flatMap(({ points }) => points.map(([x]) => x)));
  const x = scaleOf(xs, LEFT, WIDTH - RIGHT, logarithmic, false);
  const parts = panels.map((panel, i) => drawPanel(panel, HEAD + i * PANEL, x, logarithmic));
  const foot = height - FOOT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="'BIZ UDPGothic', 'Noto Sans JP', sans-serif" font-size="13" fill="#222">
<title>${safeText(title.join(' – '))}</title>
<rect width="${WIDTH}" height="${height}" fill="#fbf8f1"/>
${text(LEFT, 30, title[0], 'font-size="20" font-weight="700"')}
${text(LEFT, 50, title[1], 'fill="#555"')}
${note === undefined ? '' : text(WIDTH - 24, 30, note[0], END) + text(WIDTH - 24, 50, note[1], `${END} fill="#555"`)}
${drawMarks(marks, x, foot).join('\n')}
${parts.join('\n')}
${x.ticks.map((at) => text(x.of(at), foot + 4, short(at), 'text-anchor="middle"')).join('\n')}
${text((LEFT + WIDTH - RIGHT) / 2, foot + 26, `${across[0]}　${across[1]}`, 'text-anchor="middle"')}
</svg>
`;
}

/** Lines through all panels; words that would lie on each other stand in a row at the first of them. */
function drawMarks(marks: readonly Mark[], x: Scale, foot: number): readonly string[] {
  const groups: { readonly left: number; readonly names: string[] }[] = [];
  const lines = marks.map(({ at, name }) => {
    const left = x.of(at);
    const last = groups.at(-1);
    if (last !== undefined && left - last.left < MARK_ROOM) last.names.push(name.join(' '));
    else groups.push({ left, names: [name.join(' ')] });
    return `<path d="M${round(left)} ${HEAD + 34}V${foot - 28}" stroke="#888" stroke-dasharray="2 4"/>`;
  });
  const words = groups.map(({ left, names }) =>
    text(left, foot - 16, names.join('、'), 'font-size="11" fill="#555"'),
  );
  return [...lines, ...words];
}

type Scale = { readonly of: (value: number) => number; readonly ticks: readonly number[] };

function drawPanel({ title, unit, curves }: Panel, top: number, x: Scale, logarithmic: boolean): string {
  const [from, to] = [top + PANEL - 34, top + 34];
  const y = scaleOf(
    curves.flatMap(({ points }) => points.map(([, value]) => value)),
    from,
    to,
    logarithmic,
    true,
  );
  const lines = y.ticks.map(
    (at) =>
      `<path d="M${LEFT} ${round(y.of(at))}H${WIDTH - RIGHT}" stroke="#ccc5b5"/>${text(LEFT - 8, y.of(at) + 4, short(at), 'text-anchor="end"')}`,
  );
  const drawn = curves.map(({ name, points }, i) => {
    const [colour, dash] = STROKES[i % STROKES.length] ?? STROKES[0];
    const d = points.map(([px, py]) => `${round(x.of(px))} ${round(y.of(py))}`).join('L');
    const at = to + 10 + i * 34;
    const stroke = `stroke="${colour}" stroke-width="2.5" stroke-dasharray="${dash}" fill="none"`;
    const dots = points.length > 12 ? [] : points.map(([px, py]) => dot(x.of(px), y.of(py), colour));
    return [
      `<path d="M${d}" ${stroke} stroke-linejoin="round"/>`,
      ...dots,
      `<path d="M${WIDTH - RIGHT + 14} ${at}h30" ${stroke}/>`,
      text(WIDTH - RIGHT + 52, at + 4, name[0]),
      text(WIDTH - RIGHT + 52, at + 19, name[1], 'font-size="11" fill="#555"'),
    ].join('');
  });
  const head = `${title[0]}　${title[1]}${unit === '' ? '' : `（${unit}）`}`;
  return [text(LEFT, top + 20, head, 'font-weight="700"'), ...lines, ...drawn].join('\n');
}

function dot(x: number, y: number, colour: string): string {
  return `<circle cx="${round(x)}" cy="${round(y)}" r="4" fill="${colour}"/>`;
}

/** @param fromZero a linear scale begins at 0, so that a small change looks small */
function scaleOf(
  values: readonly number[],
  from: number,
  to: number,
  logarithmic: boolean,
  fromZero: boolean,
): Scale {
  if (logarithmic) return powersOf(values, from, to);
  const most = Math.max(1e-9, ...values);
  const least = fromZero ? 0 : Math.min(most, ...values);
  // All at one place: a scale of its own around it.
  const step = niceStep((most > least ? most - least : Math.abs(most)) / TICKS);
  const end = Math.max(least + step, Math.ceil(most / step) * step);
  const first = Math.ceil(least / step) * step;
  const count = Math.floor((end - first) / step + 1e-9);
  return {
    of: (value) => from + ((value - least) / (end - least)) * (to - from),
    ticks: Array.from({ length: count + 1 }, (_, i) => first + i * step),
  };
}

function powersOf(values: readonly number[], from: number, to: number): Scale {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const low = logs.length === 0 ? 0 : Math.floor(Math.min(...logs) + 1e-9);
  const high = Math.max(low + 1, Math.ceil(Math.max(...logs) - 1e-9));
  return {
    of: (value) => from + ((Math.log10(Math.max(value, 10 ** low)) - low) / (high - low)) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

/** 1, 2 or 5 times a power of ten, not below `step`. */
function niceStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(step, 1e-9)));
  return (([1, 2, 5, 10] as const).find((one) => one * power >= step) ?? 10) * power;
}

function short(value: number): string {
  return value !== 0 && Math.abs(value) < 1
    ? String(Number(value.toPrecision(2)))
    : value.toLocaleString('en');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function text(x: number, y: number, words: string, more = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" ${more}>${safeText(words)}</text>`;
}

function safeText(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
