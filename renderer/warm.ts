/**
 * What the next touches will need, made ready while nobody touches: typeface, code, answers, shapes of the map.
 * One thing at a time, each in a pause of the screen, none within a moment of a touch. `kiosk:warm` marks the end.
 */
import { PURPOSES } from '../content/pack/types.ts';
import { answers, askAhead } from './asked.ts';
import { pause } from './hold.ts';
import { PARTS } from './pages/index.tsx';
import { LAYER_PARTS } from './parts/layers.tsx';
import { loadOwnReadings } from './ruby.ts';
import { settings } from './settings.ts';
import { allTypefaces } from './style/typefaces.ts';
import { loadAllWords } from './words/index.ts';

type Step = () => Promise<unknown>;

/** A visitor who has just touched may touch again. */
const AFTER_TOUCH_MS = 600;

/** Does everything in turn; what fails is left to whoever needs it. */
export async function warmUp(page: Document): Promise<void> {
  let touchedMs = Number.NEGATIVE_INFINITY;
  page.addEventListener(
    'pointerdown',
    () => {
      touchedMs = performance.now();
    },
    { capture: true, passive: true },
  );
  for (const step of steps()) {
    for (let waitMs = 0; waitMs >= 0; waitMs = touchedMs + AFTER_TOUCH_MS - performance.now())
      await pause(waitMs);
    await step().catch(() => undefined);
  }
  performance.mark('kiosk:warm');
}

function* steps(): Generator<Step, void> {
  yield allTypefaces;
  yield* PARTS;
  yield* LAYER_PARTS;
  for (const ask of questions()) yield () => answered(ask);
  yield async () => (await import('./map/ground.ts')).warmGround();
  yield async () => (await import('./map/shapes.ts')).loadCountry('prefectures');
  yield async () => (await import('./map/outlines.ts')).loadOutlines();
  yield loadAllWords;
  yield loadOwnReadings;
}

/** What stands behind the doors of home. */
function questions(): readonly (() => void)[] {
  const kiosk = answers.peek('kiosk:read', { lang: settings.get().lang });
  if (kiosk.state !== 'ready') return [];
  const { ward, today } = kiosk.value;
  return [
    () => askAhead('map:read', {}),
    () => (ward === null ? askAhead('wards:list', {}) : askAhead('ward:read', { code: ward.code })),
    ...PURPOSES.map((purpose) => () => askAhead('cases:list', { purpose })),
    () => askAhead('issues:list', {}),
    () => askAhead('events:list', {}),
    () => askAhead('events:calendar', { span: 'week', day: today }),
    () => askAhead('exhibitions:list', {}),
    () => askAhead('about:read', {}),
  ];
}

/** Asks, and resolves when nothing is under way any more. */
function answered(ask: () => void): Promise<void> {
  return new Promise((resolve) => {
    const stop = answers.watch(look);
    ask();
    look();

    function look(): void {
      if (answers.waiting() > 0) return;
      stop();
      resolve();
    }
  });
}
