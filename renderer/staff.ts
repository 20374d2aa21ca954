/**
 * Whether the staff's side is on the screen. It comes by the gesture or the keys and shows where to enter
 * the PIN; whether staff are in only the main process knows, and it says when they are no longer.
 */
import { HOLD_MS, isHoldingCorners } from './corners.ts';
import { door } from './door.ts';
import { session } from './session.ts';
import { watched } from './value.ts';

/** `gate`: the PIN is asked for. `panel`: staff are in. */
export type StaffSide = 'away' | 'gate' | 'panel';

export const staffSide = watched<StaffSide>('away');

let release = (): void => undefined;

/** Shows where the PIN is entered. A visit under it does not end meanwhile. */
export function openGate(): void {
  if (staffSide.get() !== 'away') return;
  release = session.hold();
  staffSide.set('gate');
}

export function enterPanel(): void {
  if (staffSide.get() === 'gate') staffSide.set('panel');
}

/** Back to the visitors' screens, and to their beginning: staff walk away. */
export function leaveStaffSide(): void {
  if (staffSide.get() === 'away') return;
  void door.call('staff:lock', {});
  staffSide.set('away');
  release();
  session.leave();
}

/** Called once. */
export function watchForStaff(page: Document): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = (event: TouchEvent) => {
    const fingers = [...event.touches].map(({ clientX: x, clientY: y }) => ({ x, y }));
    const size = { width: page.documentElement.clientWidth, height: page.documentElement.clientHeight };
    if (isHoldingCorners(fingers, size)) timer ??= setTimeout(openGate, HOLD_MS);
    else {
      clearTimeout(timer);
      timer = undefined;
    }
  };
  for (const name of ['touchstart', 'touchmove', 'touchend', 'touchcancel'] as const)
    page.addEventListener(name, look, { capture: true, passive: true });
  door.on('staff:asked', openGate);
  door.on('staff:locked', leaveStaffSide);
}
