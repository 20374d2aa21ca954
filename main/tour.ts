/**
 * `--tour <folder>`: the kiosk walks itself through every screen in the wanted languages, sizes and themes
 * and leaves a picture of each and `tour.json`. Staff use it to check a new pack.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import type { Lang } from '../content/pack/lang.ts';
import type { Route, TourShown, TourTouch } from './ipc/contract.ts';
import { TOUR_SIZES, type TourSize, type TourTheme } from './switches.ts';

export type TourStop = {
  readonly screen: string;
  readonly route: Route;
  /** Left out: the screen as one comes to it. */
  readonly touch?: TourTouch;
};

export type TourPicture = {
  readonly screen: string;
  readonly lang: Lang;
  readonly theme: TourTheme;
  readonly width: number;
  readonly height: number;
  /** File name inside the folder. */
  readonly file: string;
  /** From asking for the screen to its standing there complete. */
  readonly ms: number;
};

export type TourOptions = {
  readonly contents: WebContents;
  readonly folder: string;
  readonly stops: readonly TourStop[];
  readonly langs: readonly Lang[];
  readonly sizes: readonly TourSize[];
  readonly themes: readonly TourTheme[];
  /** Resolves when the screen has begun to listen. */
  readonly listening: Promise<unknown>;
  /** Resolves with what the screen says of step `step`. */
  readonly shown: (step: number) => Promise<TourShown>;
  readonly nowMs: () => number;
  readonly say: (line: string) => void;
};

const STEP_LIMIT_MS = 20_000;

/**
 * Walks the tour; makes the folder when it is missing.
 *
 * @returns what failed, one sentence each; empty when all is well
 * @throws when a picture or `tour.json` cannot be written
 */
export async function walk(options: TourOptions): Promise<readonly string[]> {
  const { contents, folder, listening, sizes } = options;
  mkdirSync(folder, { recursive: true });
  contents.debugger.attach('1.3');
  await Promise.race([listening, tooLate()]);
  // What moves or fades would be caught half-way.
  await contents.debugger.sendCommand('Emulation.setEmulatedMedia', {
    features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
  });
  const pictures: TourPicture[] = [];
  const failures: string[] = [];
  const views = viewsOf(options);
  for (const size of sizes) {
    // The page gets exactly this size whatever the screen is; the picture is taken from the page.
    await contents.debugger.sendCommand('Emulation.setDeviceMetricsOverride', {
      ...TOUR_SIZES[size],
      deviceScaleFactor: 1,
      mobile: false,
    });
    if (pictures.length === 0) await warmUp(options, views);
    for (const view of views) {
      const { stop, lang, theme } = view;
      const step = pictures.length + 1;
      const file = `${stop.screen}-${lang}-${size}${theme === 'high' ? '-contrast' : ''}.png`;
      const { ms, problems } = await visit(options, step, view);
      failures.push(...problems.map((problem) => `${file}: ${problem}`));
      await takePicture(contents, join(folder, file));
      pictures.push({ screen: stop.screen, lang, theme, ...TOUR_SIZES[size], file, ms });
      options.say(`${step}/${sizes.length * views.length} ${file} ${ms} ms`);
    }
  }
  writeFileSync(join(folder, 'tour.json'), `${JSON.stringify(pictures, null, 2)}\n`);
  return failures;
}

/** The first screen of a program just started still lacks letters that its first frame asked for: seen, not kept. */
async function warmUp(options: TourOptions, views: readonly View[]): Promise<void> {
  const [first] = views;
  if (first === undefined) return;
  await visit(options, options.sizes.length * views.length + 1, first);
  await capture(options.contents);
}

type View = { readonly stop: TourStop; readonly lang: Lang; readonly theme: TourTheme };

/** Everything that is seen at each size, in order: languages, then themes, then screens. */
function viewsOf({ langs, themes, stops }: TourOptions): readonly View[] {
  return langs.flatMap((lang) => themes.flatMap((theme) => stops.map((stop) => ({ stop, lang, theme }))));
}

async function visit(
  options: TourOptions,
  step: number,
  { stop, lang, theme }: View,
): Promise<{ readonly ms: number; readonly problems: readonly string[] }> {
  const startedMs = options.nowMs();
  const answer = options.shown(step);
  const { route, touch = null } = stop;
  options.contents.send('tour:go', { step, route, lang, contrast: theme, touch });
  const problems = await Promise.race([answer.then((shown) => shown.problems), tooLate()]);
  return { ms: options.nowMs() - startedMs, problems };
}

function tooLate(): Promise<readonly string[]> {
  return new Promise((resolve) => {
    setTimeout(resolve, STEP_LIMIT_MS, [`${STEP_LIMIT_MS / 1000}秒待っても画面がそろいません`]);
  });
}

async function takePicture(contents: WebContents, path: string): Promise<void> {
  writeFileSync(path, await capture(contents));
}

async function capture(contents: WebContents): Promise<Buffer> {
  const shot = (await contents.debugger.sendCommand('Page.captureScreenshot', { format: 'png' })) as {
    readonly data: string;
  };
  return Buffer.from(shot.data, 'base64');
}
