/**
 * The visit on this screen: what counts as a sign of the visitor, and what is forgotten when they go.
 * `session.listen` tells of every visit begun and ended. After a cold start home stands here and not the
 * resting screen: after a power cut somebody may be in front of it, and home says at once what one can do.
 * Nobody is asked whether to go on before the first touch; the screen just goes to rest.
 */
import { answers } from './asked.ts';
import { goHome } from './navigation.ts';
import { readings } from './ruby.ts';
import { createSessionClock } from './session-clock.ts';
import { resetSettings, settings } from './settings.ts';
import { useWatched } from './value.ts';

export type { SessionEvent, SessionState } from './session-clock.ts';

export const session = createSessionClock(() => performance.now());

export function useSession() {
  return useWatched(session.state);
}

/** Events that come only from a visitor's hand. */
const BEGINNINGS = ['pointerdown', 'keydown', 'wheel'] as const;
/** Events that show that somebody is still there: typing, scrolling on, a film or sound that plays. */
const PROLONGINGS = ['input', 'compositionupdate', 'scroll', 'timeupdate'] as const;
/** Longest a word may stand half composed; somebody who left in the middle of it must not keep it here. */
const MOST_COMPOSING_MS = 180_000;

/** Watches for signs of the visitor. Called once. */
export function watchVisitor(page: Document): void {
  const always = { capture: true, passive: true } as const;
  for (const name of BEGINNINGS) page.addEventListener(name, () => session.sign(true), always);
  for (const name of PROLONGINGS) page.addEventListener(name, () => session.sign(false), always);
  page.addEventListener(
    'pointermove',
    // A finger or a pressed mouse that moves. A mouse that trembles on its table is nobody.
    (event) => event.buttons !== 0 && session.sign(false),
    always,
  );
  page.addEventListener(
    'compositionstart',
    () => {
      const release = session.hold();
      page.addEventListener('compositionend', release, { once: true });
      setTimeout(release, MOST_COMPOSING_MS);
    },
    always,
  );
  session.state.watch(() => {
    // Asked for before the question is drawn: what lies under it loses its focus with the draw.
    if (session.state.get().phase === 'asking') focusBefore = page.activeElement;
  });
  session.listen((event) => event.kind === 'ended' && forget(page));
}

let focusBefore: Element | null = null;

/** Who goes on goes on where they were. */
export function giveFocusBack(): void {
  if (focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
  focusBefore = null;
}

/** Everything the visitor left: words typed, ways gone, settings, readings, focus, selection. */
function forget(page: Document): void {
  resetSettings(hallLang());
  goHome();
  answers.drop(['search:find', 'search:suggest']);
  readings.clear();
  focusBefore = null;
  page.getSelection()?.removeAllRanges();
  if (page.activeElement instanceof HTMLElement) page.activeElement.blur();
}

function hallLang() {
  const kiosk = answers.peek('kiosk:read', { lang: settings.get().lang });
  return kiosk.state === 'ready' ? kiosk.value.lang : 'ja';
}
