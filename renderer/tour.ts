/**
 * The screen's side of `--tour`: shows what main asks for, waits until it stands, says what is wrong.
 * Nothing here runs in a hall except the listener.
 */
import type { Notices, TourTouch } from '../main/ipc/contract.ts';
import { answers } from './asked.ts';
import { busyCount } from './busy.ts';
import { door } from './door.ts';
import { go, goHome } from './navigation.ts';
import { session } from './session.ts';
import { change, resetSettings, type Settings, settings } from './settings.ts';
import { auditScreen } from './tour-audit.ts';
import { takeMissingWords } from './words/index.ts';

/** Longest a screen may take to stand, in milliseconds. */
const MOST_MS = 15_000;

export function startTour(): void {
  door.on('tour:go', (wish) => void show(wish));
  // The page has long loaded when this line is reached: main must not send the first wish before it.
  void door.call('tour:shown', { step: 0, problems: [] });
}

async function show({ step, route, lang, contrast, touch }: Notices['tour:go']): Promise<void> {
  answers.takeRefusals();
  takeMissingWords();
  session.begin();
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
  resetSettings(lang);
  change({ contrast });
  goHome();
  go(route);
  const late = [...(await standing())];
  if (touch !== null) late.push(...(await touched(touch)), ...(await standing()));
  const problems = [
    ...late,
    ...answers.takeRefusals().map((refusal) => `refused: ${refusal}`),
    ...takeMissingWords().map((key) => `word missing: ${key}`),
    ...auditScreen(document),
  ];
  await door.call('tour:shown', { step, problems });
}

/** The buttons that open what lies over the screen, and what then stands: its code may still be on its way. */
const OPENERS = {
  languages: { button: '.languages-open', opens: 'dialog[open]' },
  when: { button: '.calendar-title button', opens: '.when-panel' },
} as const satisfies Partial<Record<TourTouch, { readonly button: string; readonly opens: string }>>;

/** What the buttons at the foot of the screen set. */
const WISHES = {
  larger: { textSize: 200 },
  reach: { reach: true },
  'reach-larger': { reach: true, textSize: 200 },
  readings: { ruby: true },
} as const satisfies Partial<Record<TourTouch, Partial<Settings>>>;

/** Does what a visitor would do. @returns what was not there to be touched */
async function touched(touch: TourTouch): Promise<readonly string[]> {
  switch (touch) {
    case 'larger':
    case 'reach':
    case 'reach-larger':
    case 'readings':
      change(WISHES[touch]);
      return [];
    case 'rest': {
      const { lang, contrast } = settings.get();
      session.sign(true);
      session.leave();
      // The visit has taken its settings away with it.
      change({ lang, contrast });
      return [];
    }
    default:
      return opened(OPENERS[touch]);
  }
}

async function opened({ button, opens }: (typeof OPENERS)[keyof typeof OPENERS]): Promise<readonly string[]> {
  document.querySelector<HTMLElement>(button)?.click();
  for (const untilMs = performance.now() + MOST_MS; performance.now() < untilMs; await nextFrame())
    if (document.querySelector(opens) !== null) return [];
  return [`${button} does not open ${opens}`];
}

/** Waits for answers, code, fonts and pictures. @returns what was still missing when time was up */
async function standing(): Promise<readonly string[]> {
  const start = performance.now();
  // Three quiet frames: an answer that arrives may bring the next question with the next draw.
  for (let quiet = 0; quiet < 3; ) {
    await nextFrame();
    quiet = answers.waiting() + busyCount() === 0 ? quiet + 1 : 0;
    if (performance.now() - start > MOST_MS) {
      return [`not ready after ${MOST_MS} ms: ${answers.waiting()} answers, ${busyCount()} busy`];
    }
  }
  await document.fonts.ready;
  const broken = await Promise.all([...document.images].map(pictureFault));
  await nextFrame();
  // A face that only these frames asked for, such as that of another language's name.
  await document.fonts.ready;
  await nextFrame();
  return broken.filter((fault) => fault !== null);
}

async function pictureFault(picture: HTMLImageElement): Promise<string | null> {
  // A lazy picture below the edge would never load here.
  picture.loading = 'eager';
  return picture.decode().then(
    () => null,
    () => `picture does not load: ${picture.src}`,
  );
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}
