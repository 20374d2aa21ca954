/**
 * Shows a button as pressed in the frame after the finger comes down. Chromium sets `:active` for a finger only when
 * it has rested or is gone again, lest lists flicker when they are pushed: too late for somebody who asks themselves
 * whether the screen noticed. The bundle reads `:active` in style sheets as "active or pressed" (`build/press-plugin.ts`).
 */

/** A tap is over before the eye has seen it: it shows this long. */
const LEAST_MS = 120;

/** Called once. */
export function showPresses(page: Document): void {
  let pressed: { readonly button: HTMLElement; readonly sinceMs: number } | null = null;

  const release = (): void => {
    if (pressed === null) return;
    const { button, sinceMs } = pressed;
    pressed = null;
    setTimeout(() => button.removeAttribute('data-pressed'), sinceMs + LEAST_MS - performance.now());
  };
  const options = { capture: true, passive: true } as const;
  page.addEventListener(
    'pointerdown',
    ({ target }) => {
      release();
      const button = target instanceof Element ? target.closest('button') : null;
      if (button === null) return;
      pressed = { button, sinceMs: performance.now() };
      button.setAttribute('data-pressed', '');
    },
    options,
  );
  // The finger that begins to push a list cancels its press.
  for (const end of ['pointerup', 'pointercancel'] as const) page.addEventListener(end, release, options);
}
