/**
 * How loud, how bright, when open: what staff set for this kiosk, carried out by the page itself, so that
 * it works on every machine. Outside opening hours the resting screen is dark; a touch always brings light,
 * whatever the clock says.
 */
import { tokyoMinute } from '../content/pack/days.ts';
import type { DeviceSettings } from '../main/ipc/contract.ts';
import { door } from './door.ts';
import { session } from './session.ts';
import { watched } from './value.ts';

const FIRST: DeviceSettings = { volume: 70, touchSound: 0, brightness: 100, hours: null, notice: false };

export const device = watched<DeviceSettings>(FIRST);

/** Brightness of the resting screen while the hall is closed, percent. */
const CLOSED_BRIGHTNESS = 8;
const EVERY_MS = 30_000;

/** Half-open: at `to` the hall is closed. */
export function isOpenAt({ hours }: Pick<DeviceSettings, 'hours'>, time: string): boolean {
  return hours === null || (hours.from <= time && time < hours.to);
}

/** Called once. @param nowMs the machine's clock; only opening hours ask it */
export function followDevice(page: Document, nowMs: () => number): void {
  const apply = () => {
    const { volume, brightness } = device.get();
    const asleep = session.state.get().phase === 'resting' && !isOpenAt(device.get(), tokyoMinute(nowMs()));
    const shade = 1 - (asleep ? CLOSED_BRIGHTNESS : brightness) / 100;
    const root = page.documentElement;
    root.dataset['shaded'] = String(shade > 0);
    root.style.setProperty('--shade', String(shade));
    for (const media of page.querySelectorAll<HTMLMediaElement>('video, audio')) media.volume = volume / 100;
  };
  const loud = (event: Event) => {
    if (event.target instanceof HTMLMediaElement) event.target.volume = device.get().volume / 100;
  };
  page.addEventListener('play', loud, { capture: true });
  device.watch(apply);
  session.state.watch(apply);
  setInterval(apply, EVERY_MS);
  door.on('device:changed', device.set);
  void door.call('device:read', {}).then((reply) => reply.ok && device.set(reply.value));
}
